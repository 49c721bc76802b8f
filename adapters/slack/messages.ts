// Mentions, direct messages and follow-ups in a thread; silence everywhere else.
import type { App } from '@slack/bolt';
import { isForEverybody } from '../../src/index.ts';
import { waitPhrase } from '../host/phrases.ts';
import { unescaped } from './commands.ts';
import type { Once } from './once.ts';
import type { Client, Parts } from './parts.ts';
import { fixed, type Message, reply } from './reply.ts';

const STATUS = 'is looking it up…';

interface Heard {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly thread: string;
  readonly words: string;
}

/** Listens to mentions and messages; what is not meant for the desk is looked at for its name and dropped. */
export function answerMessages(app: App, once: Once, parts: Parts): void {
  app.event('app_mention', async ({ event, body, context, client }) => {
    const heard = heardIn(event, context.teamId);
    if (!heard || !(await once.first(body.event_id))) return;
    await parts.flight.run(() => mention(heard, client, parts));
  });
  app.event('message', async ({ event, body, context, client }) => {
    const heard = heardIn(event, context.teamId);
    if (!heard) return;
    const direct = event.channel_type === 'im';
    const addressed = context.botUserId !== undefined && heard.words.includes(`<@${context.botUserId}>`);
    // A mention comes as an event of its own; a channel message outside a thread is nobody's business here.
    if (!direct && (addressed || heard.thread === heard.ts)) return;
    if (!direct && !(await parts.conversations.find(placeOf(heard)))) return;
    if (!(await once.first(body.event_id))) return;
    await parts.flight.run(() => (direct ? directMessage(heard, client, parts) : followUp(heard, client, parts)));
  });
}

/** What a person wrote, or null for edits, joins, bots and whatever else Slack calls a message. */
function heardIn(event: object, team: string | undefined): Heard | null {
  const read = event as Record<string, unknown>;
  const { channel, user, ts, thread_ts: thread, text: words, subtype, bot_id: bot } = read;
  if (subtype !== undefined || bot !== undefined || !team) return null;
  if (typeof channel !== 'string' || typeof user !== 'string' || typeof ts !== 'string' || typeof words !== 'string')
    return null;
  return { team, channel, user, ts, thread: typeof thread === 'string' ? thread : ts, words };
}

const placeOf = (h: Heard) => ['slack', h.team, h.channel, h.thread, h.user];

async function receive(heard: Heard, surface: string, parts: Parts) {
  const text = unescaped(heard.words);
  return parts.reception.receive({
    text,
    person: `${heard.team}/${heard.user}`,
    community: heard.team,
    place: placeOf(heard),
    surface,
  });
}

/**
 * In the thread, where everybody reads along: passages that answer. What says something of the asker (a refusal, where
 * to turn, not covered) goes to the asker alone.
 */
async function mention(heard: Heard, client: Client, parts: Parts): Promise<void> {
  const received = await receive(heard, 'mention', parts);
  if (received.kind === 'wait') return privately(fixed(waitPhrase(received.seconds)), heard, client);
  const open = isForEverybody(received.answer);
  const message = reply(received.answer, parts.desk, { shareable: !open, curators: parts.curators !== null });
  await (open ? post(message, heard, client) : privately(message, heard, client));
}

/** A follow-up that the desk can answer; people also talk to each other in a thread, and then it is silent. */
async function followUp(heard: Heard, client: Client, parts: Parts): Promise<void> {
  const received = await receive(heard, 'follow-up', parts);
  if (received.kind === 'wait' || !isForEverybody(received.answer)) return;
  await post(
    reply(received.answer, parts.desk, { shareable: false, curators: parts.curators !== null }),
    heard,
    client,
  );
}

async function directMessage(heard: Heard, client: Client, parts: Parts): Promise<void> {
  // The status is a courtesy: an answer never waits for it and never fails with it.
  const status = client
    .apiCall('assistant.threads.setStatus', { channel_id: heard.channel, thread_ts: heard.thread, status: STATUS })
    .catch(() => undefined);
  const received = await receive(heard, 'message', parts);
  await status;
  const message =
    received.kind === 'wait'
      ? fixed(waitPhrase(received.seconds))
      : reply(received.answer, parts.desk, { shareable: false, curators: parts.curators !== null });
  await post(message, heard, client);
}

const QUIET = { unfurl_links: false, unfurl_media: false, mrkdwn: false, parse: 'none' as const, link_names: false };

async function post(message: Message, { channel, thread }: Heard, client: Client): Promise<void> {
  await client.chat.postMessage({ channel, thread_ts: thread, ...message, ...QUIET });
}

async function privately(message: Message, { channel, thread, ts, user }: Heard, client: Client): Promise<void> {
  await client.chat.postEphemeral({ channel, user, ...(thread === ts ? {} : { thread_ts: thread }), ...message });
}
