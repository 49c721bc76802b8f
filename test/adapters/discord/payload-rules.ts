// What Discord refuses of everything a bot may send: by its published schema, and by rules the schema does not hold.
import { commandFaults } from './command-rules.ts';
import { messageComponentFaults, modalFaults, type Say } from './component-rules.ts';
import { isObject, type Json, lengthOf, listOf, schemaFaults } from './discord-schema.ts';

/** `message` is any message; `channel`, `followup` and `edit` also know which flags and schema belong to the place. */
export type Kind = 'callback' | 'message' | 'channel' | 'followup' | 'edit' | 'commands';

/** The interaction a callback answers, as it was sent. */
export interface Asked {
  readonly type: number;
  readonly data?: unknown;
  /** Present when a component of a message was used, or a modal opened from one. */
  readonly message?: unknown;
}

const SUPPRESS_EMBEDS = 1 << 2;
export const EPHEMERAL = 1 << 6;
const SUPPRESS_NOTIFICATIONS = 1 << 12;
const IS_VOICE_MESSAGE = 1 << 13;
export const IS_COMPONENTS_V2 = 1 << 15;
const IN_CHANNEL = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | IS_VOICE_MESSAGE | IS_COMPONENTS_V2;
const FLAGS = {
  callback: IN_CHANNEL | EPHEMERAL,
  message: IN_CHANNEL | EPHEMERAL,
  followup: IN_CHANNEL | EPHEMERAL,
  channel: IN_CHANNEL,
  edit: SUPPRESS_EMBEDS | IS_COMPONENTS_V2,
};

const CALLBACKS: Record<number, readonly number[]> = {
  1: [1],
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};
const CALLBACK_SCHEMAS: Record<number, string> = {
  1: 'PongInteractionCallbackRequest',
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};
const SCHEMAS = {
  message: 'IncomingWebhookInteractionRequest',
  followup: 'IncomingWebhookInteractionRequest',
  edit: 'IncomingWebhookUpdateForInteractionCallbackRequestPartial',
  channel: 'MessageCreateRequest',
};

/** Every fault of a body; none when Discord takes it. A callback is judged by the interaction it answers (a command). */
export function faultsOf(kind: Kind, body: unknown, asked: Asked = { type: 2 }): string[] {
  const faults: string[] = [];
  const say: Say = (ok, fault) => void (ok || faults.includes(fault) || faults.push(fault));
  if (kind === 'commands') {
    for (const fault of schemaFaults('ApplicationCommandUpdateRequest', withNumbers(body), { many: true }))
      say(/nsfw: unknown key$/.test(fault), fault);
    commandFaults(body, say);
  } else if (!isObject(body)) faults.push('body is no object');
  else if (kind === 'callback') callbackFaults(body, asked, say);
  else {
    faults.push(...schemaFaults(SCHEMAS[kind], body));
    messageFaults(kind, body, kind === 'edit', say);
  }
  return faults;
}

/** Discord takes permissions as digits too, and they are written so. */
const withNumbers = (commands: unknown): unknown =>
  Array.isArray(commands)
    ? commands.map((c) => {
        const bits = isObject(c) ? c['default_member_permissions'] : undefined;
        return typeof bits === 'string' && /^\d+$/.test(bits) ? { ...c, default_member_permissions: Number(bits) } : c;
      })
    : commands;

function callbackFaults(body: Json, asked: Asked, say: Say): void {
  const type = Number(body['type']);
  const schema = CALLBACK_SCHEMAS[type];
  if (!schema) return void say(false, `callback type ${String(body['type'])}`);
  say(CALLBACKS[asked.type]?.includes(type) ?? false, `callback type ${type} to an interaction of type ${asked.type}`);
  say(![6, 7].includes(type) || asked.message !== undefined, `callback type ${type} without a message to update`);
  for (const fault of schemaFaults(schema, body)) say(false, fault);
  const data = isObject(body['data']) ? body['data'] : {};
  if (type === 4 || type === 7) messageFaults('callback', data, type === 7, say);
  if (type === 5) {
    say(
      Object.keys(data).every((key) => key === 'flags' || data[key] === false),
      'a deferred response carries only flags',
    );
    say((Number(data['flags'] ?? 0) & ~EPHEMERAL) === 0, 'a deferred response carries only EPHEMERAL');
  }
  if (type === 6) say(Object.keys(data).length === 0, 'a deferred update carries nothing');
  if (type === 8) choiceFaults(data, asked, say);
  if (type === 9) modalFaults(data, say);
}

function messageFaults(kind: keyof typeof FLAGS, body: Json, edit: boolean, say: Say): void {
  const flags = Number(body['flags'] ?? 0);
  const second = (flags & IS_COMPONENTS_V2) !== 0;
  say((flags & ~FLAGS[kind]) === 0, `flags ${flags}`);
  say(lengthOf(body['content']) <= 2000, `content of ${lengthOf(body['content'])}, 2000 at most`);
  // An edit may leave out what stays; a message that would be left with nothing is refused all the same.
  const kept = edit && body['content'] === undefined && Object.keys(body).length > 0;
  say(kept || !isEmpty(body), 'empty message');
  if (second) {
    for (const key of ['content', 'embeds', 'poll', 'sticker_ids'])
      say(!filled(body[key]), `${key} beside IS_COMPONENTS_V2`);
  }
  mentionFaults(body['allowed_mentions'], say);
  embedFaults(listOf(body['embeds']), say);
  messageComponentFaults(body['components'], second, say);
}

const filled = (x: unknown) =>
  typeof x === 'string' ? x.trim() !== '' : Array.isArray(x) ? x.length > 0 : x !== undefined && x !== null;

export const isEmpty = (body: Json) =>
  !['content', 'embeds', 'components', 'attachments', 'poll', 'sticker_ids'].some((key) => filled(body[key]));

/** Stricter than Discord: this bot quotes what people write, so no message of it may ever ping. */
function mentionFaults(mentions: unknown, say: Say): void {
  const { parse, replied_user: replied, ...more } = isObject(mentions) ? mentions : {};
  const none = Array.isArray(parse) && parse.length === 0 && Object.keys(more).length === 0;
  say(none && (replied === undefined || replied === false), 'allowed_mentions is not {parse: []}');
}

function embedFaults(embeds: readonly Json[], say: Say): void {
  let total = 0;
  for (const embed of embeds) {
    const fields = listOf(embed['fields']);
    const parts = [embed['footer'], embed['author'], embed['image'], embed['thumbnail']].filter(isObject);
    const texts = [embed['title'], embed['description'], ...fields.flatMap((f) => [f['name'], f['value']])];
    total += [...texts, ...parts.flatMap((p) => [p['text'], p['name']])].reduce((n: number, t) => n + lengthOf(t), 0);
    say(texts.some(filled) || parts.length > 0, 'an empty embed');
    for (const f of fields) say(filled(f['name']) && filled(f['value']), 'an embed field without name or value');
    if (filled(embed['url'])) say(/^https?:\/\//.test(String(embed['url'])), `embed url ${String(embed['url'])}`);
    for (const url of parts.flatMap((p) => [p['url'], p['icon_url']]).filter(filled))
      say(/^(https?|attachment):\/\//.test(String(url)), `embed url ${String(url)}`);
  }
  say(total <= 6000, `embeds of ${total}, 6000 at most`);
}

function choiceFaults(data: Json, asked: Asked, say: Say): void {
  const choices = data['choices'];
  if (!Array.isArray(choices)) return void say(false, 'no list of choices');
  const focused = focusedIn(asked.data);
  const wanted = { 3: 'string', 4: 'number', 10: 'number' }[Number(focused?.['type'] ?? 3)];
  for (const choice of choices) {
    if (!isObject(choice)) {
      say(false, 'a choice is null');
      continue;
    }
    const { name, value } = choice;
    say(String(name).trim() !== '' && lengthOf(name) <= 100, 'choice name, 1 to 100');
    say(typeof value !== 'string' || (value.length >= 1 && value.length <= 100), 'choice value, 1 to 100');
    say(typeof value === wanted, `choice value is no ${wanted}`);
  }
}

/** The option someone is typing in, wherever it is nested. */
function focusedIn(data: unknown): Json | undefined {
  for (const option of listOf(isObject(data) ? data['options'] : undefined)) {
    if (option['focused']) return option;
    const inside = focusedIn(option);
    if (inside) return inside;
  }
  return undefined;
}
