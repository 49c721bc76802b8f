// Interactions as Discord sends them: what a person did, in a guild unless said otherwise, each type checked.
import {
  type APIApplicationCommandInteractionDataOption,
  type APIBaseInteraction,
  type APIMessageComponentInteractionData,
  type APIModalSubmission,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  type GatewayInteractionCreateDispatchData,
  type GuildMemberFlags,
  InteractionType,
  Locale,
} from 'discord-api-types/v10';
import type { Json } from './discord-schema.ts';
import { APPLICATION, AUTHOR, CHANNEL, COMMAND, GUILD, messageOf, PERSON, snowflake, userOf } from './objects.ts';

type Open<T> = T extends unknown ? Omit<T, 'id' | 'token'> & { id?: string; token?: string } : never;
/** An interaction before it is sent: the id and the token are given then. */
export type Interaction = Open<GatewayInteractionCreateDispatchData>;

export interface More {
  readonly userId?: string;
  /** null: a direct message with the bot, where there is a `user` and no `member`. */
  readonly guildId?: string | null;
  readonly channelId?: string;
  /** What the bot may do in the channel, as digits. */
  readonly permissions?: string;
  /** What the person may do in the channel, as digits. */
  readonly memberPermissions?: string;
  readonly locale?: string;
  /** 0 guild, 1 direct message with the bot, 2 any other direct message. */
  readonly context?: number;
  /** Who installed the bot: by default the guild, or the place itself ('0') in a direct message. */
  readonly owners?: { 0?: string; 1?: string };
}

type Base = APIBaseInteraction<InteractionType, never>;
type Around = Omit<Base, 'id' | 'token' | 'type' | 'data' | 'message'> & Required<Pick<Base, 'channel' | 'channel_id'>>;
type Asking = InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete;
type Filled<T extends Asking> = APIApplicationCommandInteractionDataOption<T>[];
type Values = Record<string, string | number | boolean>;

const ALL = '2251799813685247';

function around(more: More): Around {
  const user = userOf(more.userId ?? PERSON);
  const guild = more.guildId === undefined ? GUILD : more.guildId;
  const channel = more.channelId ?? CHANNEL;
  const common = {
    application_id: APPLICATION,
    version: 1 as const,
    channel_id: channel,
    channel: { id: channel, type: guild === null ? 1 : 0 },
    app_permissions: more.permissions ?? ALL,
    locale: (more.locale ?? Locale.EnglishUS) as Locale,
    entitlements: [],
    context: more.context ?? (guild === null ? 1 : 0),
    authorizing_integration_owners: more.owners ?? { 0: guild ?? '0' },
    attachment_size_limit: 10_485_760,
  };
  if (guild === null) return { ...common, user };
  return {
    ...common,
    guild_id: guild,
    guild: { id: guild, features: [], locale: Locale.EnglishUS },
    guild_locale: Locale.EnglishUS,
    member: {
      user,
      roles: [],
      joined_at: '2026-01-01T00:00:00.000Z',
      premium_since: null,
      nick: null,
      avatar: null,
      banner: null,
      deaf: false,
      mute: false,
      pending: false,
      communication_disabled_until: null,
      flags: 0 as GuildMemberFlags,
      permissions: more.memberPermissions ?? '0',
    },
  };
}

/** `sub` names a subcommand, or group and subcommand with a space between; null for neither. */
export function slash(name: string, sub: string | null, options: Values, more: More = {}): Interaction {
  return {
    ...around(more),
    type: InteractionType.ApplicationCommand,
    data: { id: COMMAND, name, type: ApplicationCommandType.ChatInput, options: filled(sub, options) },
  };
}

/** `focused` names the option that is being typed; what it holds so far is among the options. */
export function autocomplete(
  name: string,
  sub: string | null,
  options: Values,
  focused: string,
  more: More = {},
): Interaction {
  return {
    ...around(more),
    type: InteractionType.ApplicationCommandAutocomplete,
    data: {
      id: COMMAND,
      name,
      type: ApplicationCommandType.ChatInput,
      options: filled(sub, { [focused]: '', ...options }, focused),
    },
  };
}

const KINDS = {
  string: ApplicationCommandOptionType.String,
  boolean: ApplicationCommandOptionType.Boolean,
  number: ApplicationCommandOptionType.Integer,
};

function filled<T extends Asking>(sub: string | null, values: Values, focused?: string): Filled<T> {
  const options: Json[] = Object.entries(values).map(([name, value]) => {
    const broken = typeof value === 'number' && !Number.isInteger(value);
    const type = broken ? ApplicationCommandOptionType.Number : KINDS[typeof value as keyof typeof KINDS];
    return { name, type, value, ...(name === focused ? { focused: true } : {}) };
  });
  const [first, second] = sub?.split(' ') ?? [];
  const inner = { name: second ?? first, type: ApplicationCommandOptionType.Subcommand, options };
  const outer = { name: first, type: ApplicationCommandOptionType.SubcommandGroup, options: [inner] };
  return (second ? [outer] : first ? [inner] : options) as unknown as Filled<T>;
}

/** `message`: the body of the message the button is on, as the bot sent it. */
export function button(customId: string, message: Json = { content: 'an answer' }, more: More = {}): Interaction {
  return onMessage(message, more, { custom_id: customId, component_type: ComponentType.Button });
}

export function select(
  customId: string,
  values: string[],
  message: Json = { content: 'an answer' },
  more: More = {},
): Interaction {
  return onMessage(message, more, { custom_id: customId, component_type: ComponentType.StringSelect, values });
}

function onMessage(body: Json, more: More, data: APIMessageComponentInteractionData): Interaction {
  return {
    ...around(more),
    type: InteractionType.MessageComponent,
    data,
    message: messageOf(body, more.channelId, undefined, idOf(body)),
  };
}

/** A message that already has an id keeps it. */
const idOf = (body: Json): Json => (typeof body['id'] === 'string' ? { id: body['id'] } : {});

/** A message command, used on a message with that content. */
export function menu(name: string, messageContent: string, more: More = {}): Interaction {
  const message = messageOf({ content: messageContent }, more.channelId, userOf(AUTHOR));
  return {
    ...around(more),
    type: InteractionType.ApplicationCommand,
    data: {
      id: COMMAND,
      name,
      type: ApplicationCommandType.Message,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
  };
}

/** A text is what was typed, a list what was selected. `message`: the message the modal was opened from, when it was. */
export function modal(
  customId: string,
  fields: Record<string, string | string[]>,
  more: More & { readonly message?: Json } = {},
): Interaction {
  const data: APIModalSubmission = {
    custom_id: customId,
    components: Object.entries(fields).map(([custom_id, value], i) => ({
      type: ComponentType.Label,
      id: 2 * i + 1,
      component: Array.isArray(value)
        ? { type: ComponentType.StringSelect, id: 2 * i + 2, custom_id, values: value }
        : { type: ComponentType.TextInput, id: 2 * i + 2, custom_id, value },
    })),
  };
  const message = more.message
    ? { message: messageOf(more.message, more.channelId, undefined, idOf(more.message)) }
    : {};
  return { ...around(more), type: InteractionType.ModalSubmit, data, ...message };
}

/** What is given, with all the rest Discord sends; an id and a token of its own. */
export function complete(interaction: Interaction): GatewayInteractionCreateDispatchData {
  const id = snowflake();
  return {
    ...around({}),
    ...asGiven(interaction),
    id,
    token: `token-of-${id}`,
  } as GatewayInteractionCreateDispatchData;
}

/** In a direct message nothing of the default guild may show through. */
const asGiven = (interaction: Interaction): Json =>
  'user' in interaction
    ? { guild_id: undefined, guild: undefined, guild_locale: undefined, member: undefined, ...interaction }
    : { ...interaction };
