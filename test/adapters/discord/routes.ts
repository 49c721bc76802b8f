// The fake's REST routes: who the bot is, its commands, its channels, and the answers to interactions.
import { edited, failed, judged, judgedEdit, type openAnswers, type Reply } from './answers.ts';
import { isObject, type Json, listOf } from './discord-schema.ts';
import type { GatewayRecord } from './gateway.ts';
import {
  APPLICATION,
  applicationOf,
  BOT,
  channelOf,
  commandOf,
  messageOf,
  ownUser,
  snowflake,
  userOf,
} from './objects.ts';
import { faultsOf } from './payload-rules.ts';

type Answer = (parts: string[], body: unknown, query: Record<string, string>) => Reply;

export interface Route {
  /** What its faults are listed under. */
  readonly key: string;
  readonly method: string;
  readonly path: RegExp;
  /** Needs the bot's token. */
  readonly owned: boolean;
  readonly answer: Answer;
}

const ok = (body: unknown): Reply => ({ status: 200, body });

export function openRoutes(
  refused: string[],
  answers: ReturnType<typeof openAnswers>,
  gateway: GatewayRecord,
  options: { url: string; shards?: number; maxConcurrency?: number },
) {
  const commands = new Map<string, unknown[]>();
  const stored = new Map<string, Json[]>();
  const direct = new Map<string, string>();
  const closedDms = new Set<string>();
  const forbidden = new Set<string>();
  const posts = new Map<string, unknown[]>();
  const messages = new Map<string, Json>();
  const limits = () => ({
    shards: options.shards ?? 1,
    session_start_limit: {
      total: 1000,
      remaining: 1000 - gateway.identifies.length,
      reset_after: 86_400_000,
      max_concurrency: options.maxConcurrency ?? 1,
    },
  });

  const routes: Route[] = [];
  const route = (key: string, method: string, path: RegExp, answer: Answer, owned = true) =>
    routes.push({ key, method, path, owned, answer });
  route('gateway', 'GET', /^\/gateway$/, () => ok({ url: options.url }), false);
  route('gateway', 'GET', /^\/gateway\/bot$/, () => ok({ url: options.url, ...limits() }));
  route('user', 'GET', /^\/users\/@me$/, () => ok(ownUser()));
  route('user', 'GET', /^\/users\/(\d+)$/, ([id = '']) => ok(id === BOT ? userOf(BOT, 'the-desk') : userOf(id)));
  route('user', 'POST', /^\/users\/@me\/channels$/, (_, body) => openDirect(body));
  route('application', 'GET', /^\/(?:oauth2\/)?applications\/@me$/, () => ok(applicationOf()));
  const GLOBAL = /^\/applications\/(\d+)\/commands$/;
  route('commands', 'GET', GLOBAL, ([app], _, query) => listed(app, 'global', query));
  route('commands', 'PUT', GLOBAL, ([app], body) => put(app, 'global', body));
  const IN_GUILD = /^\/applications\/(\d+)\/guilds\/(\d+)\/commands$/;
  route('commands', 'GET', IN_GUILD, ([app, guild], _, query) => listed(app, guild, query));
  route('commands', 'PUT', IN_GUILD, ([app, guild], body) => put(app, guild, body));
  // Interactions are answered by their token, not by the bot's.
  const callback: Answer = ([id = '', token = ''], body, query) =>
    answers.callback(id, token, query['with_response'] === 'true', body);
  route('callback', 'POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, callback, false);
  const followUp: Answer = ([, token = ''], body) => answers.followUp(token, body);
  route('webhook', 'POST', /^\/webhooks\/(\d+)\/([^/]+)$/, followUp, false);
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    const message: Answer = ([, token = '', id = ''], body) => answers.message(method, token, id, body);
    route('webhook', method, /^\/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/, message, false);
  }
  route('channel', 'GET', /^\/channels\/(\d+)$/, ([id = '']) => ok(channelOf(id, direct.get(id))));
  route('channel', 'POST', /^\/channels\/(\d+)\/typing$/, () => ({ status: 204 }));
  route('channel', 'POST', /^\/channels\/(\d+)\/messages$/, ([id = ''], body) => post(id, body));
  route('channel', 'PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/, ([, id = ''], body) => change(id, body));

  function listed(application = '', where = '', query: Record<string, string>): Reply {
    if (application !== APPLICATION) return failed(403, 20012, 'You are not authorized to perform this action');
    if (query['with_localizations'] === 'true') return ok(stored.get(where) ?? []);
    const plain = (c: Json): Json => {
      const { name_localizations: _n, description_localizations: _d, ...rest } = c;
      return { ...rest, ...(c['options'] ? { options: listOf(c['options']).map(plain) } : {}) };
    };
    return ok((stored.get(where) ?? []).map(plain));
  }

  function put(application = '', where = '', body: unknown): Reply {
    if (application !== APPLICATION) return failed(403, 20012, 'You are not authorized to perform this action');
    const bad = judged('commands', faultsOf('commands', body), refused);
    if (bad) return bad;
    const same = (a: Json, b: Json) => a['name'] === b['name'] && (a['type'] ?? 1) === (b['type'] ?? 1);
    const known = stored.get(where) ?? [];
    commands.set(where, body as Json[]);
    stored.set(
      where,
      listOf(body).map((c) =>
        commandOf(
          c,
          known.find((k) => same(k, c)),
          where,
        ),
      ),
    );
    return ok(stored.get(where));
  }

  function openDirect(body: unknown): Reply {
    const person = isObject(body) ? String(body['recipient_id']) : '';
    if (!/^\d+$/.test(person)) return judged('direct channel', ['recipient_id'], refused) ?? ok(null);
    const id = [...direct].find(([, who]) => who === person)?.[0] ?? snowflake();
    direct.set(id, person);
    return ok(channelOf(id, person));
  }

  function post(channel: string, body: unknown): Reply {
    if (closedDms.has(direct.get(channel) ?? '')) return failed(403, 50007, 'Cannot send messages to this user');
    if (forbidden.has(channel)) return failed(403, 50001, 'Missing Access');
    const bad = judged('channel', faultsOf('channel', body), refused);
    if (bad) return bad;
    posts.set(channel, [...(posts.get(channel) ?? []), body]);
    const message = messageOf(body as Json, channel);
    messages.set(message.id, message);
    return ok(message);
  }

  function change(id: string, body: unknown): Reply {
    const before = messages.get(id);
    if (!before) return failed(404, 10008, 'Unknown Message');
    const bad = judgedEdit(before, body, refused);
    if (bad) return bad;
    messages.set(id, edited(before, body as Json));
    return ok(messages.get(id));
  }

  return { routes, commands, closedDms, forbidden, posted: (channel: string) => posts.get(channel) ?? [] };
}
