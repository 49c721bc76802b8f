// Asking in words, where the operator allows it: direct messages and mentions; every other message is dropped unread.
import {
  type Client,
  DiscordAPIError,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  Routes,
} from 'discord.js';
import { type Answer, isForEverybody } from '../../src/index.ts';
import { waitPhrase } from '../host/phrases.ts';
import { spoken } from './commands.ts';
import { isOpen } from './guilds.ts';
import { once } from './once.ts';
import type { Parts } from './parts.ts';
import { fixed, type Message, reply, shared } from './reply.ts';

/** Direct messages to this person, or from this bot, are not allowed. */
const CLOSED: ReadonlySet<number | string> = new Set([50007, 50278, 40003]);
const NOT_HERE =
  'The desk answers privately, and could not reach you by direct message. Type "/rednotice ask" here: only you will see the answer. If anybody is in danger now: 999 in the UK, 112 in most of Europe.';

/** Listens to new messages. Those that are not meant for the desk are dropped before a word of them is read. */
export function answerMessages(client: Client, parts: Parts): void {
  const first = once();
  client.ws.on(GatewayDispatchEvents.MessageCreate, (heard: GatewayMessageCreateDispatchData) => {
    const me = client.user?.id ?? '';
    const direct = heard.guild_id === undefined;
    // Nothing of a message is read before it is known to be meant for the desk.
    if (heard.author.bot || heard.webhook_id || !(direct || heard.mentions.some((m) => m.id === me))) return;
    const words = heard.content.replaceAll(new RegExp(`<@!?${me}>`, 'g'), ' ').trim();
    if (!direct && words === heard.content.trim()) return;
    if (!first(heard.id)) return;
    void parts.flight.run(() => (direct ? directMessage(heard, words, parts) : mention(heard, words, parts)));
  });
}

async function find(heard: GatewayMessageCreateDispatchData, text: string, surface: string, parts: Parts) {
  const guild = heard.guild_id ?? '';
  const { id } = heard.author;
  const place = ['discord', guild, heard.channel_id, '', id];
  const received = await parts.reception.receive({
    text: text || '/help',
    person: id,
    community: guild || id,
    place,
    surface,
  });
  if (received.kind === 'wait') return { answer: null, private: fixed(waitPhrase(received.seconds)) };
  const { language } = await parts.guilds.find(heard.guild_id ?? null);
  const answer = spoken(received.answer, 'en', language);
  return { answer, private: reply(answer, parts.desk, { shareable: false, curators: parts.curators !== null }) };
}

async function directMessage(heard: GatewayMessageCreateDispatchData, words: string, parts: Parts): Promise<void> {
  const found = await find(heard, words, 'message', parts);
  await post(heard.channel_id, found.private, parts);
}

/** In a direct message to whoever asked; where those are closed, in the channel, and there the excerpt alone. */
async function mention(heard: GatewayMessageCreateDispatchData, words: string, parts: Parts): Promise<void> {
  const found = await find(heard, words, 'mention', parts);
  if (await privately(heard.author.id, found.private, parts)) return;
  await post(heard.channel_id, await forEverybody(heard, found.answer, parts), parts, heard.id);
}

async function forEverybody(
  heard: GatewayMessageCreateDispatchData,
  answer: Answer | null,
  { guilds, desk }: Parts,
): Promise<Message> {
  const settings = await guilds.find(heard.guild_id ?? null);
  const may = settings.sharing && isOpen(settings, heard.channel_id, null);
  if (!answer || !may || !isForEverybody(answer) || answer.excerpts.length === 0) return fixed(NOT_HERE);
  return shared(answer, desk);
}

async function privately(person: string, message: Message, parts: Parts): Promise<boolean> {
  try {
    const channel = (await parts.rest.post(Routes.userChannels(), { body: { recipient_id: person } })) as {
      id: string;
    };
    await post(channel.id, message, parts);
    return true;
  } catch (fault) {
    // Only a closed door is one: after any other failure the answer may have come.
    if (fault instanceof DiscordAPIError && CLOSED.has(fault.code)) return false;
    throw fault;
  }
}

async function post(channel: string, { components, flags }: Message, { rest }: Parts, to?: string): Promise<void> {
  const body = {
    components,
    flags,
    allowed_mentions: { parse: [], replied_user: false },
    ...(to ? { message_reference: { message_id: to, fail_if_not_exists: false } } : {}),
  };
  await rest.post(Routes.channelMessages(channel), { body });
}
