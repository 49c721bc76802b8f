// /rednotice and the two message shortcuts: acknowledged at once, answered to the asker alone.
import type { App, types } from '@slack/bolt';
import { COMMANDS } from '../../src/index.ts';
import { PHRASES, waitPhrase } from '../host/phrases.ts';
import { attempt } from './attempt.ts';
import type { Client, Parts } from './parts.ts';
import { fixed, type Message, reply } from './reply.ts';
import { browseForm, checkForm, noticeModal } from './views.ts';

const NAME = '/rednotice';

/** Listens to every command and shortcut, so that an unknown one is answered too. */
export function answerCommands(app: App, parts: Parts): void {
  app.command(/.*/, async ({ command, ack, client }) => {
    await ack();
    const asker: Asker = {
      url: command.response_url,
      team: command.team_id,
      channel: command.channel_id,
      user: command.user_id,
    };
    const tell = (message: Message) => send(message, asker, client, parts);
    const form = FORMS[(command.text ?? '').trim().toLowerCase()];
    await parts.flight.run(() =>
      attempt(async () => {
        if (command.command !== NAME) return tell(fixed(PHRASES.unknownCommand));
        if (form) return open(form(parts), command.trigger_id, client);
        await answer(asCommand((command.text ?? '').trim() || 'help'), asker, 'command', client, parts);
      }, tell),
    );
  });

  app.shortcut(/.*/, async ({ shortcut, ack, client }) => {
    await ack();
    // A shortcut without a message has no place to reply in, so the reply is a window. None of ours is of that kind.
    if (shortcut.type !== 'message_action')
      return parts.flight.run(() => open(noticeModal(PHRASES.unknownShortcut), shortcut.trigger_id, client));
    const asker: Asker = {
      url: shortcut.response_url,
      team: shortcut.team?.id ?? '',
      channel: shortcut.channel.id,
      user: shortcut.user.id,
    };
    const tell = (message: Message) => send(message, asker, client, parts);
    const words = typeof shortcut.message.text === 'string' ? unescaped(shortcut.message.text).trim() : '';
    await parts.flight.run(() =>
      attempt(async () => {
        if (!['find_in_report', 'check_quotation'].includes(shortcut.callback_id))
          return tell(fixed(PHRASES.unknownShortcut));
        if (words === '') return tell(fixed(PHRASES.noWords));
        const question = shortcut.callback_id === 'check_quotation' ? `/check ${words}` : words;
        await answer(question, asker, 'shortcut', client, parts);
      }, tell),
    );
  });
}

/** Commands that open a form when nothing stands behind them. */
const FORMS: Readonly<Record<string, (parts: Parts) => types.ModalView>> = {
  check: () => checkForm(),
  browse: ({ desk }) => browseForm(desk),
};

async function open(view: types.ModalView, trigger: string, client: Client): Promise<void> {
  await client.views.open({ trigger_id: trigger, view });
}

interface Asker {
  readonly url: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
}

async function answer(words: string, asker: Asker, surface: string, client: Client, parts: Parts): Promise<void> {
  const place = ['slack', asker.team, asker.channel, '', asker.user];
  const person = `${asker.team}/${asker.user}`;
  const received = await parts.reception.receive({ text: words, person, community: asker.team, place, surface });
  const message =
    received.kind === 'wait'
      ? fixed(waitPhrase(received.seconds))
      : reply(received.answer, parts.desk, { shareable: true, curators: parts.curators !== null });
  await send(message, asker, client, parts);
}

/** Through the response_url; when that has expired, as a message that only the asker sees. */
async function send(message: Message, asker: Asker, client: Client, parts: Parts): Promise<void> {
  if (await parts.respond.to(asker.url, message, { audience: 'asker' })) return;
  await client.chat.postEphemeral({ channel: asker.channel, user: asker.user, ...message });
}

/** A command of the registry is told apart from a question that begins with the same word by its slash. */
export function asCommand(typed: string): string {
  const [word = ''] = typed.split(/\s/, 1);
  const name = word.toLowerCase();
  if (name === 'ask') return typed.slice(word.length).trim() || '/help';
  return COMMANDS.some((c) => c.name === name && (c.argument === null) === (typed.trim() === word))
    ? `/${typed}`
    : typed;
}

/** Slack escapes three characters in what people type. */
export function unescaped(words: string): string {
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
