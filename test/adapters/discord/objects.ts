// The objects Discord answers with and sends: users, messages, commands, guilds, each as whole as its schema wants.
import type { APIGuild, APIMessage, APIUser, ApplicationFlags, UserFlags } from 'discord-api-types/v10';
import { isObject, type Json, listOf } from './discord-schema.ts';

const EPOCH = 1_420_070_400_000;
let count = 0n;
/** A new id, later than every one before it. */
export const snowflake = () => String((BigInt(Date.now() - EPOCH) << 22n) + (count++ % 4_194_304n));
/** The guild of that number: each on the next shard. */
export const guildAt = (n: number) => String((900_000_000_000n + BigInt(n)) << 22n);

export const APPLICATION = '1100000000000000001';
export const BOT = APPLICATION;
export const GUILD = guildAt(0);
export const CHANNEL = '1100000000000000003';
export const PERSON = '1100000000000000004';
export const AUTHOR = '1100000000000000005';
/** Several commands of one bot share it: no one here looks at it. */
export const COMMAND = '1100000000000000006';

export const userOf = (id: string, name = `person-${id.slice(-4)}`) =>
  ({
    id,
    username: name,
    discriminator: '0',
    global_name: name,
    avatar: null,
    ...(id === BOT ? { bot: true } : {}),
    public_flags: 0 as UserFlags,
    flags: 0 as UserFlags,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  }) satisfies APIUser;

/** The bot as it sees itself. */
export const ownUser = () => ({
  ...userOf(BOT, 'the-desk'),
  mfa_enabled: false,
  locale: 'en-US',
  premium_type: 0,
  email: null,
  verified: true,
});

export const applicationOf = () => ({
  id: APPLICATION,
  name: 'the-desk',
  icon: null,
  description: '',
  type: null,
  flags: 0 as ApplicationFlags,
  flags_new: '0',
  bot: userOf(BOT, 'the-desk'),
  bot_public: true,
  bot_require_code_grant: false,
  integration_types_config: { 0: {}, 1: {} },
  verify_key: '0'.repeat(64),
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  owner: userOf(AUTHOR),
  approximate_guild_count: 1,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  team: null,
  eligible_oauth2_scopes: ['bot', 'applications.commands'],
});

/** The message a body becomes: embeds and components get what Discord fills in. */
export function messageOf(body: Json, channel = CHANNEL, author = userOf(BOT, 'the-desk'), more: Json = {}) {
  let next = 1;
  const shown = (component: unknown): Json => {
    const c = isObject(component) ? component : {};
    const media = (m: unknown) => ({ id: snowflake(), proxy_url: '', ...(isObject(m) ? m : {}) });
    const whole: Json = { ...SHOWN[Number(c['type'])], ...c, id: c['id'] || next++ };
    if (Array.isArray(c['components'])) whole['components'] = c['components'].map(shown);
    if (c['accessory']) whole['accessory'] = shown(c['accessory']);
    for (const key of ['media', 'file']) if (c[key]) whole[key] = media(c[key]);
    if (c['items'])
      whole['items'] = listOf(c['items']).map((i) => ({
        description: null,
        spoiler: false,
        ...i,
        media: media(i['media']),
      }));
    if (whole['emoji'])
      whole['emoji'] = Object.fromEntries(Object.entries(whole['emoji']).filter(([, v]) => v !== null));
    return Object.fromEntries(Object.entries(whole).filter(([key, v]) => v !== null || KEPT_NULL.includes(key)));
  };
  return {
    type: 0,
    content: String(body['content'] ?? ''),
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    embeds: listOf(body['embeds']).map((e) => ({
      type: 'rich',
      ...e,
      ...(e['fields'] ? { fields: listOf(e['fields']).map((f) => ({ inline: false, ...f })) } : {}),
    })) as APIMessage['embeds'],
    components: listOf(body['components']).map(shown) as unknown as NonNullable<APIMessage['components']>,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    flags: Number(body['flags'] ?? 0),
    id: snowflake(),
    channel_id: channel,
    author,
    pinned: false,
    tts: false,
    ...more,
  } satisfies APIMessage;
}

/** What Discord adds to a component of a type. */
const SHOWN: Record<number, Json> = {
  3: { min_values: 1, max_values: 1 },
  5: { min_values: 1, max_values: 1 },
  11: { description: null, spoiler: false },
  13: { name: null, size: null, spoiler: false },
  14: { spacing: 1, divider: true },
  17: { accent_color: null, spoiler: false },
};
const KEPT_NULL = ['accent_color', 'description', 'name', 'size'];

/** A command as Discord keeps it: its id stays while it has the same name and type. */
export function commandOf(body: Json, known: Json | undefined, guild: string): Json {
  const option = (o: Json): Json => ({
    ...Object.fromEntries(Object.entries(o).filter(([, value]) => value !== false && value !== null)),
    name_localizations: o['name_localizations'] ?? null,
    description_localizations: o['description_localizations'] ?? null,
    ...(o['options'] ? { options: listOf(o['options']).map(option) } : {}),
  });
  const bits = body['default_member_permissions'];
  const { options, ...flat } = body;
  return {
    ...flat,
    id: known?.['id'] ?? snowflake(),
    application_id: APPLICATION,
    version: snowflake(),
    type: body['type'] ?? 1,
    description: body['description'] ?? '',
    name_localizations: body['name_localizations'] ?? null,
    description_localizations: body['description_localizations'] ?? null,
    default_member_permissions: bits === undefined || bits === null ? null : String(bits),
    nsfw: body['nsfw'] ?? false,
    ...(guild === 'global'
      ? {
          dm_permission: true,
          contexts: body['contexts'] ?? null,
          integration_types: body['integration_types'] ?? [0, 1],
        }
      : { guild_id: guild }),
    ...(listOf(options).length > 0 ? { options: listOf(options).map(option) } : {}),
  };
}

export const channelOf = (id: string, recipient?: string) =>
  recipient
    ? { id, type: 1, flags: 0, last_message_id: null, recipients: [userOf(recipient)] }
    : { id, type: 0, flags: 0, guild_id: GUILD, name: 'general', position: 0, last_message_id: null, parent_id: null };

/** A guild as GUILD_CREATE brings it. */
export const guildOf = (id: string) =>
  ({
    id,
    name: `guild ${id}`,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: AUTHOR,
    region: null,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [
      {
        id,
        name: '@everyone',
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        position: 0,
        permissions: '0',
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    emojis: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: 'en-US' as APIGuild['preferred_locale'],
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    stickers: [],
    hub_type: null,
    incidents_data: null,
    joined_at: '2026-01-01T00:00:00.000Z',
    large: false,
    unavailable: false,
    member_count: 1,
    voice_states: [],
    members: [],
    channels: [{ ...channelOf(String(BigInt(id) + 1n)), guild_id: id }],
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }) satisfies Partial<Record<keyof APIGuild, unknown>> & Json;
