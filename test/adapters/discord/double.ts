// A strict Discord: REST and a real gateway on one port; it refuses what Discord refuses and can fail on demand.
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Callback, failed, openAnswers, type Reply } from './answers.ts';
import type { Json } from './discord-schema.ts';
import { type GatewayFaults, type GatewayRecord, openGateway, TOKEN } from './gateway.ts';
import { complete, type Interaction } from './interactions.ts';
import { openRoutes, type Route } from './routes.ts';

export type { Callback } from './answers.ts';
export { TOKEN } from './gateway.ts';

export interface Call {
  readonly method: string;
  /** Without /api/v10 and query, decoded. */
  readonly path: string;
  readonly query: Record<string, string>;
  readonly auth: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the bot sent, as JSON
  readonly body: any;
  readonly at: number;
}

export interface Fault {
  readonly status?: number;
  /** Seconds to wait: 429. */
  readonly retryAfter?: number;
  readonly global?: boolean;
  /** The connection ends without an answer. */
  readonly cut?: boolean;
}

export interface Faults extends GatewayFaults {
  /** What the next calls get instead of an answer: callback, webhook, gateway, commands, channel, user, application. */
  readonly next: Map<string, Fault[]>;
}

export interface DiscordDouble {
  readonly api: string;
  readonly calls: Call[];
  /** What Discord would have refused; a test ends with none. */
  readonly refused: string[];
  readonly faults: Faults;
  readonly gateway: GatewayRecord;
  /** By 'global' or guild, as the bot last sent them. */
  readonly commands: Map<string, unknown[]>;
  /** People whose direct messages are closed, and channels the bot may not write in. */
  readonly closedDms: Set<string>;
  readonly forbidden: Set<string>;
  /** Sends it on its shard; resolves with the first callback, or rejects after 3 seconds. */
  readonly interact: (interaction: Interaction) => Promise<Callback>;
  /** Any dispatch, to the sessions whose intents let them see it; kept for those who resume. */
  readonly send: (event: string, data: object, shard?: number) => void;
  /** The same interaction once more. */
  readonly repeat: (id: string) => void;
  readonly raw: (payload: object) => void;
  /** Ends every gateway connection: with a code, or as a network does. */
  readonly drop: (code?: number) => void;
  /** The next edit of the original response: each is given once, also when it came before. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the bot sent, as JSON
  readonly edited: (token: string) => Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the bot sent, as JSON
  readonly followUps: (token: string) => any[];
  // biome-ignore lint/suspicious/noExplicitAny: whatever the bot sent, as JSON
  readonly posted: (channel: string) => any[];
  /** Makes a token as old as 15 minutes. */
  readonly expire: (token: string) => void;
  readonly close: () => Promise<void>;
}

export async function openDiscordDouble(
  options: { shards?: number; maxConcurrency?: number; heartbeat?: number; guilds?: number } = {},
): Promise<DiscordDouble> {
  const calls: Call[] = [];
  const refused: string[] = [];
  const faults: Faults = { down: false, refuseUpgrade: false, identify: null, silent: false, next: new Map() };
  const answers = openAnswers(refused);
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway = openGateway(server, faults, refused, {
    url: () => `ws://${origin}`,
    heartbeat: options.heartbeat ?? 41_250,
    guilds: options.guilds ?? 0,
  });

  const { routes, ...state } = openRoutes(refused, answers, gateway.record, { ...options, url: `ws://${origin}` });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (faults.down) return void request.socket.destroy();
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = new URL(request.url ?? '', `http://${origin}`);
    const path = decodeURIComponent(url.pathname);
    const method = request.method ?? '';
    const auth = request.headers.authorization ?? null;
    const query = Object.fromEntries(url.searchParams);
    const body = await bodyOf(Buffer.concat(parts), request.headers['content-type'] ?? '');
    const short = path.replace(/^\/api\/v10/, '');
    calls.push({ method, path: short, query, auth, body, at: Date.now() });
    const route = path === short ? undefined : routes.find((r) => r.method === method && r.path.test(short));
    const fault = faults.next.get(route?.key ?? '')?.shift();
    if (fault?.cut) return void request.socket.destroy();
    const reply = fault ? disturbed(fault, route?.key ?? '') : replied(route, short, auth, body, query);
    if (!route) refused.push(`no such route: ${method} ${path}`);
    response.writeHead(reply.status, {
      // Without a body there is no type either: clients would read it as JSON.
      ...(reply.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...reply.headers,
    });
    response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
  }

  function replied(
    route: Route | undefined,
    path: string,
    auth: string | null,
    body: unknown,
    query: Record<string, string>,
  ): Reply {
    if (!route) return failed(404, 0, '404: Not Found');
    if (route.owned && auth !== `Bot ${TOKEN}`) return failed(401, 0, '401: Unauthorized');
    if (body instanceof Error) return failed(400, 50109, 'The request body contains invalid JSON.');
    return route.answer((route.path.exec(path) ?? []).slice(1), body, query);
  }

  return {
    api: `http://${origin}/api`,
    calls,
    refused,
    faults,
    gateway: gateway.record,
    ...state,
    interact: (interaction) => {
      const dispatch = complete(interaction);
      const answered = answers.track(dispatch as unknown as Json);
      gateway.dispatch('INTERACTION_CREATE', dispatch as unknown as Json);
      return answered;
    },
    send: (event, data, shard) => gateway.dispatch(event, data as Json, shard),
    repeat: (id) => gateway.dispatch('INTERACTION_CREATE', answers.dispatchOf(id) ?? {}),
    raw: gateway.raw,
    drop: gateway.drop,
    edited: answers.edited,
    followUps: answers.followUps,
    expire: answers.expire,
    close: async () => {
      faults.down = true;
      answers.close();
      gateway.drop();
      server.closeAllConnections();
      await new Promise((go) => server.close(go));
    },
  };
}

/** JSON, or the JSON part beside files; an Error when it is neither. */
async function bodyOf(sent: Buffer, kind: string): Promise<unknown> {
  try {
    if (sent.length === 0) return undefined;
    if (!kind.startsWith('multipart/')) return JSON.parse(sent.toString('utf8'));
    const form = await new Response(new Uint8Array(sent), { headers: { 'content-type': kind } }).formData();
    return JSON.parse(String(form.get('payload_json')));
  } catch (error) {
    return error instanceof Error ? error : new Error('unreadable');
  }
}

function disturbed(fault: Fault, key: string): Reply {
  const { retryAfter, global = false } = fault;
  const status = fault.status ?? (retryAfter === undefined ? 500 : 429);
  if (status !== 429) {
    if (status === 401 && key === 'webhook') return failed(401, 50027, 'Invalid Webhook Token');
    return failed(status, 0, `${status}: ${STATUS_CODES[status]}`);
  }
  const wait = retryAfter ?? 1;
  return {
    status,
    body: { message: 'You are being rate limited.', retry_after: wait, global },
    headers: {
      'retry-after': String(wait),
      ...(global
        ? { 'x-ratelimit-global': 'true' }
        : {
            'x-ratelimit-limit': '5',
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset': String(Date.now() / 1000 + wait),
            'x-ratelimit-reset-after': String(wait),
            'x-ratelimit-bucket': `bucket-of-${key}`,
          }),
      'x-ratelimit-scope': global ? 'global' : 'user',
    },
  };
}
