// The connection to Discord: tried until Discord is there, watched for what discord.js leaves unsaid, closed in order.
import { Client, type ClientOptions, GatewayIntentBits, Options, REST, RESTEvents, Routes } from 'discord.js';
import type { Health } from '../host/health.ts';
import { faultOf, type Log } from '../host/log.ts';
import type { DiscordSettings } from './settings.ts';

const PORTAL = 'https://discord.com/developers/applications';
const BAD_TOKEN = `Discord does not accept DISCORD_TOKEN. Make a new one at ${PORTAL}, your application, "Bot", "Reset Token".`;
const BAD_INTENTS = `Discord does not allow this bot its intents. The desk asks for none that need permission: set DISCORD_MESSAGES=off, or look at ${PORTAL}, your application, "Bot".`;
const AWAY = 'Discord cannot be reached yet: trying again';
const AWAY_THERE = 'Discord cannot be reached yet at DISCORD_API_URL: trying again';
/** Seconds between tries at start, the last one for ever. */
const BACKOFF = [1, 2, 4, 8, 15, 30];
/** Seconds between looks at a token that was refused once. */
const LOOK_AGAIN = 15;

/** The REST client for calls in the bot's own name. Discord allows those 50 a second. */
export function ownRest(settings: DiscordSettings): REST {
  return new REST({ version: '10', ...at(settings) }).setToken(settings.DISCORD_TOKEN);
}

const at = ({ DISCORD_API_URL: api }: DiscordSettings) => (api ? { api } : {});

function options(settings: DiscordSettings): ClientOptions {
  const { DISCORD_SHARDS: shards, DISCORD_MESSAGES: messages } = settings;
  const child = process.env['SHARDING_MANAGER'] !== undefined;
  return {
    // Interactions need no intent; those of messages need no permission.
    intents: messages === 'on' ? [GatewayIntentBits.DirectMessages, GatewayIntentBits.GuildMessages] : [],
    allowedMentions: { parse: [], repliedUser: false },
    // The process of a ShardingManager is told its shards by it.
    ...(child
      ? {}
      : shards === 'auto'
        ? { shards }
        : { shards: Array.from({ length: shards }, (_, i) => i), shardCount: shards }),
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      UserManager: 1,
      GuildMemberManager: 0,
      DMMessageManager: 0,
      GuildMessageManager: 0,
    }),
    // Replies to interactions are not bound to Discord's global limit of 50 a second, and this client sends little else:
    // with the usual 50, three hundred questions at once would be answered over twelve seconds.
    rest: { version: '10', globalRequestsPerSecond: 1_000_000, ...at(settings) },
  };
}

/**
 * Connects; `listen` is called for every client that is tried, before it logs in. Waits while Discord is down; a
 * token or intents that Discord refuses are thrown, with what to do.
 */
export async function connect(
  settings: DiscordSettings,
  rest: REST,
  { health, log }: { health: Health; log: Log },
  listen: (client: Client) => void,
): Promise<Client> {
  for (let tries = 0; ; tries++) {
    const client = new Client(options(settings));
    client.on('error', (error) => log.record('error', 'failed', { fault: faultOf(error) }));
    watch(client, health, log);
    listen(client);
    try {
      await client.login(settings.DISCORD_TOKEN);
      health.set('discord', true);
      watchToken(client, rest, settings.DISCORD_TOKEN, health, log);
      return client;
    } catch (error) {
      // A shard that was refused would go on trying behind our back.
      await client.destroy().catch(() => undefined);
      refuse(error);
      log.record('warn', settings.DISCORD_API_URL ? AWAY_THERE : AWAY, { fault: faultOf(error) });
      const seconds = BACKOFF[Math.min(tries, BACKOFF.length - 1)] ?? 30;
      await new Promise((go) => setTimeout(go, seconds * 1000));
    }
  }
}

/** Throws what no further try can mend. */
function refuse(error: unknown): void {
  const said = error instanceof Error ? `${faultOf(error)} ${error.message}` : '';
  if (/TokenInvalid|Authentication failed|invalid token/i.test(said)) throw new Error(BAD_TOKEN);
  if (/disallowed intents|invalid intents/i.test(said)) throw new Error(BAD_INTENTS);
}

/** A shard that is lost or refused makes the desk unwell; discord.js itself goes on calling such a client ready. */
function watch(client: Client, health: Health, log: Log): void {
  const set = (shard: number, well: boolean) => health.set(`shard ${shard}`, well);
  client.on('shardReady', (shard) => set(shard, true));
  client.on('shardResume', (shard) => set(shard, true));
  client.on('shardReconnecting', (shard) => set(shard, false));
  client.on('shardError', (error) => log.record('warn', 'connection failed', { fault: faultOf(error) }));
  client.on('shardDisconnect', ({ code }, shard) => {
    set(shard, false);
    log.record('error', 'Discord ended the session for good: restart the desk, and look at its token', {
      status: code,
    });
  });
  client.on('invalidated', () => health.set('discord', false));
}

/** One refusal makes the library forget the token: it is given back, and looked at until Discord takes it again. */
function watchToken(client: Client, rest: REST, token: string, health: Health, log: Log): void {
  let looking = false;
  const look = async () => {
    for (const each of [client.rest, rest]) each.setToken(token);
    const well = await rest.get(Routes.user()).then(
      () => true,
      (error: unknown) => !(error instanceof Error && 'status' in error && error.status === 401),
    );
    for (const each of [client.rest, rest]) each.setToken(token);
    health.set('token', well);
    looking = !well;
    if (!well) setTimeout(() => void look(), LOOK_AGAIN * 1000).unref();
  };
  for (const each of [client.rest, rest]) {
    each.on(RESTEvents.Response, (request, response) => {
      if (response.status !== 401 || /^\/(?:interactions|webhooks)\//.test(request.path) || looking) return;
      looking = true;
      health.set('token', false);
      log.record('error', 'Discord refused the token once: looking again', { status: 401 });
      setTimeout(() => void look(), 250).unref();
    });
  }
}
