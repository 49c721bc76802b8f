// Buttons and forms: acknowledged at once; what they carry is checked before it is believed.
import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import { type Answer, ask, recall } from '../../src/index.ts';
import { lookUpOffered } from '../host/offers.ts';
import { PHRASES } from '../host/phrases.ts';
import { attempt } from './attempt.ts';
import { ACTIONS, type Action, readValue, type Value } from './buttons.ts';
import type { Client, Parts } from './parts.ts';
import { fixed, type Message, reply, shared } from './reply.ts';
import type { How } from './respond.ts';
import { answerModal, browseForm, checkForm, tellForm, toldBlocks } from './views.ts';

/** Listens to every button and form, so that an old or unknown one is answered too. */
export function answerActions(app: App, parts: Parts): void {
  app.action(/.*/, async ({ body, action, ack, client }) => {
    await ack();
    const name = ACTIONS.find((a) => 'action_id' in action && a === action.action_id.split('.')[0]);
    const value = 'value' in action ? readValue(action.value) : null;
    const pressed = body as BlockAction;
    const tell = (message: Message) => say(message, pressed, { audience: 'asker' }, client, parts);
    await parts.flight.run(() =>
      attempt(async () => {
        if (name && value) await press(name, value, pressed, client, parts);
        else await tell(fixed(PHRASES.unknownButton));
      }, tell),
    );
  });
  app.options(/.*/, async ({ ack }) => ack({ options: [] }));
  app.view<ViewSubmitAction>({ callback_id: /.*/, type: 'view_submission' }, async ({ view, ack, body, client }) => {
    const words = view.state.values['words']?.['words']?.value?.trim() ?? '';
    const finding = view.state.values['finding']?.['finding']?.selected_option?.value ?? '';
    if (view.callback_id === 'tell') return tell(words, ack, client, parts);
    const question =
      view.callback_id === 'check' && words ? `/check ${words}` : view.callback_id === 'browse' ? `/${finding}` : null;
    if (!question) return ack();
    const team = body.team?.id ?? '';
    const received = await parts.reception.receive({
      text: question,
      person: `${team}/${body.user.id}`,
      community: team,
      place: null,
      surface: 'form',
    });
    if (received.kind === 'wait') return ack({ response_action: 'clear' });
    await ack({ response_action: 'update', view: answerModal(received.answer, parts.desk) });
  });
}

type ViewAck = (answer?: { response_action: 'errors'; errors: Record<string, string> }) => Promise<void>;

async function tell(words: string, ack: ViewAck, client: Client, parts: Parts): Promise<void> {
  const { curators } = parts;
  if (!curators) return ack({ response_action: 'errors', errors: { words: PHRASES.toldNobody } });
  try {
    const text = 'A reader has told the curators something.';
    await client.chat.postMessage({
      channel: curators,
      text,
      blocks: toldBlocks(words),
      unfurl_links: false,
      mrkdwn: false,
    });
    await ack();
  } catch {
    await ack({ response_action: 'errors', errors: { words: PHRASES.toldNobody } });
  }
}

async function press(name: Action, value: Value, pressed: BlockAction, client: Client, parts: Parts): Promise<void> {
  const { desk, health } = parts;
  const toAsker: How = { audience: 'asker' };
  const show = (answer: Answer, page = 1) =>
    reply(answer, desk, { page, shareable: true, curators: parts.curators !== null });
  const refs = value.r ?? [];
  switch (name) {
    case 'page': {
      const answer = value.a ? recall(desk, value.a) : null;
      if (!answer) return say(fixed(PHRASES.notHeld), pressed, toAsker, client, parts);
      const replace = pressed.container?.['is_ephemeral'] === true;
      return say(show(answer, value.p ?? 1), pressed, { ...toAsker, replace }, client, parts);
    }
    case 'share': {
      const answer = value.a ? recall(desk, value.a) : null;
      if (!answer || answer.excerpts.length === 0)
        return say(fixed(PHRASES.nothingToShare), pressed, toAsker, client, parts);
      const done = await parts.respond.to(pressed.response_url, shared(answer, desk), { audience: 'channel' });
      return say(fixed(done ? PHRASES.shared : PHRASES.notHere), pressed, toAsker, client, parts);
    }
    case 'notes':
    case 'context':
    case 'cite':
    case 'trail': {
      const answer = lookUpOffered(name, refs, desk);
      return say(answer ? show(answer) : fixed(PHRASES.notHeld), pressed, toAsker, client, parts);
    }
    case 'helpful':
    case 'unhelpful':
      for (const ref of refs.filter((r) => desk.held.has(r))) health.count(`${name}.${ref}`);
      return say(fixed(PHRASES.thanks), pressed, toAsker, client, parts);
    case 'tell':
      return void (await client.views.open({
        trigger_id: pressed.trigger_id,
        view: tellForm(refs.filter((r) => desk.held.has(r))),
      }));
    case 'check_form':
      return void (await client.views.open({ trigger_id: pressed.trigger_id, view: checkForm() }));
    case 'browse_form':
      return void (await client.views.open({ trigger_id: pressed.trigger_id, view: browseForm(desk) }));
    case 'ask': {
      const { answer } = ask(desk, value.q ?? '');
      return void (await client.views.open({ trigger_id: pressed.trigger_id, view: answerModal(answer, desk) }));
    }
    default: {
      const never: never = name;
      return never;
    }
  }
}

/** Beside the pressed button; where the address for that has expired, as a message that only this person sees. */
async function say(message: Message, pressed: BlockAction, how: How, client: Client, parts: Parts): Promise<void> {
  if (await parts.respond.to(pressed.response_url, message, how)) return;
  const channel = pressed.channel?.id;
  if (channel) await client.chat.postEphemeral({ channel, user: pressed.user.id, ...message });
}
