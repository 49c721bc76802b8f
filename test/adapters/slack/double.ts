// A strict Slack: Web API over HTTP and Socket Mode over a real WebSocket; it refuses what Slack refuses and can fail on demand.
import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { faultsOf, viewFaults } from './block-rules.ts';

export const SECRET = 'a-signing-secret-for-tests';

export interface Call {
  readonly method: string;
  readonly token: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the desk sent, as JSON
  readonly body: any;
}

export interface Faults {
  /** Answer the next call of a method with a status, and seconds to wait for 429. */
  readonly next: Map<string, { status: number; after?: number }>;
  /** Refuse every connection and call. */
  down: boolean;
}

export interface SlackDouble {
  readonly api: string;
  readonly calls: Call[];
  /** What Slack would have refused; a test ends with none. */
  readonly refused: string[];
  readonly faults: Faults;
  readonly responses: { readonly url: string; readonly body: Call['body'] }[];
  /** A response_url: five uses, until it is made to expire. */
  readonly responseUrl: () => string;
  readonly expire: (url: string) => void;
  readonly trigger: () => string;
  /** Sends an envelope over Socket Mode; resolves with the acknowledgement, or rejects after 3 seconds. */
  readonly envelope: (type: string, payload: unknown, more?: object) => Promise<unknown>;
  readonly connections: () => number;
  /** Ends every connection: as Slack announces it, or as a network does. */
  readonly drop: (how: 'refresh' | 'cut') => void;
  readonly raw: (frame: string) => void;
  readonly close: () => Promise<void>;
}

/** Tokens that are accepted; xoxb-revoked is not. */
const TEAM: Record<string, string> = { 'xoxb-one': 'T1', 'xoxb-two': 'T2' };

/** App-level tokens that are refused for another reason than that nobody knows them. */
const APP_REFUSED: Record<string, string> = {
  'xapp-scopeless': 'missing_scope',
  'xapp-bot': 'not_allowed_token_type',
  'xapp-trouble': 'internal_error',
};

export async function openSlackDouble(): Promise<SlackDouble> {
  const calls: Call[] = [];
  const refused: string[] = [];
  const responses: SlackDouble['responses'] = [];
  const uses = new Map<string, number>();
  const triggers = new Map<string, number>();
  const faults: Faults = { next: new Map(), down: false };
  const waiting = new Map<string, (payload: unknown) => void>();
  const sockets = new Set<WebSocket>();
  const server = createServer((request, response) => void answer(request, response));
  const web = new WebSocketServer({ noServer: true });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  server.on('upgrade', (request, socket, head) => {
    if (faults.down) return void socket.destroy();
    web.handleUpgrade(request, socket, head, (client) => {
      sockets.add(client);
      client.on('close', () => sockets.delete(client));
      client.on('message', (data) => {
        const read = JSON.parse(String(data)) as { envelope_id?: string; payload?: unknown };
        waiting.get(read.envelope_id ?? '')?.(read.payload ?? null);
      });
      client.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (faults.down) return void request.socket.destroy();
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const sent = Buffer.concat(parts).toString('utf8');
    const path = (request.url ?? '').split('?')[0] ?? '';
    const say = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    const method = path.replace(/^\/api\//, '');
    const fault = faults.next.get(path.startsWith('/respond/') ? 'respond' : method);
    if (fault) {
      faults.next.delete(path.startsWith('/respond/') ? 'respond' : method);
      return void say(
        fault.status,
        { ok: false, error: 'ratelimited' },
        fault.after === undefined ? {} : { 'retry-after': String(fault.after) },
      );
    }
    if (path.startsWith('/respond/')) return respond(`http://${origin}${path}`, sent, say);
    const token =
      request.headers.authorization?.replace(/^Bearer /, '') ?? new URLSearchParams(sent).get('token') ?? '';
    const body = bodyOf(sent, request.headers['content-type'] ?? '');
    calls.push({ method, token, body });
    if (method === 'oauth.v2.access') return void say(200, installed(String(body.code)));
    if (method === 'apps.connections.open')
      return void say(
        200,
        token === 'xapp-1'
          ? { ok: true, url: `ws://${origin}/link` }
          : { ok: false, error: APP_REFUSED[token] ?? 'invalid_auth' },
      );
    const team = TEAM[token];
    if (!team) return void say(200, { ok: false, error: 'invalid_auth' });
    const error = judge(method, body);
    if (error) refused.push(`${method}: ${error}`);
    const done = {
      ok: true,
      ts: '1700000000.000100',
      channel: body.channel,
      team_id: team,
      user_id: 'UBOT',
      bot_id: 'BBOT',
    };
    say(200, error ? { ok: false, error: error.split(':')[0] } : done);
  }

  function respond(url: string, sent: string, say: (status: number, body: unknown) => void): void {
    const left = uses.get(url) ?? 0;
    if (left <= 0) return void say(404, { ok: false, error: 'expired_url' });
    uses.set(url, left - 1);
    const body = JSON.parse(sent) as Call['body'];
    refused.push(...faultsOf(body.blocks).map((f) => `response_url: ${f}`));
    if (typeof body.text !== 'string' || body.text === '') refused.push('response_url: no text');
    responses.push({ url, body });
    say(200, { ok: true });
  }

  function judge(method: string, body: Call['body']): string | null {
    if (method === 'chat.postMessage' || method === 'chat.postEphemeral') {
      if (!body.channel) return 'channel_not_found';
      if (method === 'chat.postEphemeral' && !body.user) return 'user_not_found';
      if (!body.text) return 'no_text';
      const [fault] = faultsOf(body.blocks);
      return fault ? `invalid_blocks: ${fault}` : null;
    }
    if (method === 'views.open') {
      const until = triggers.get(body.trigger_id) ?? 0;
      triggers.delete(body.trigger_id);
      if (until < Date.now()) return 'expired_trigger_id';
    }
    if (method.startsWith('views.')) {
      const [fault] = viewFaults(body.view);
      return fault ? `invalid_arguments: ${fault}` : null;
    }
    if (method === 'assistant.threads.setSuggestedPrompts')
      return body.thread_ts || !Array.isArray(body.prompts) || body.prompts.length > 4 ? 'invalid_arguments' : null;
    return ['auth.test', 'assistant.threads.setStatus'].includes(method) ? null : 'unknown_method';
  }

  return {
    api: `http://${origin}/api/`,
    calls,
    refused,
    faults,
    responses,
    responseUrl: () => {
      const url = `http://${origin}/respond/${randomUUID()}`;
      uses.set(url, 5);
      return url;
    },
    expire: (url) => void uses.set(url, 0),
    trigger: () => {
      const id = randomUUID();
      triggers.set(id, Date.now() + 3000);
      return id;
    },
    envelope: (type, payload, more = {}) => {
      const [socket] = sockets;
      const id = randomUUID();
      return new Promise((go, fail) => {
        if (!socket) return fail(new Error('nothing is connected'));
        const late = setTimeout(() => fail(new Error('not acknowledged within 3 seconds')), 3000);
        waiting.set(id, (acknowledged) => {
          clearTimeout(late);
          go(acknowledged);
        });
        socket.send(
          JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api', ...more }),
        );
      });
    },
    connections: () => sockets.size,
    drop: (how) => {
      for (const socket of sockets) {
        if (how === 'refresh') socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
        else socket.terminate();
      }
    },
    raw: (frame) => {
      for (const socket of sockets) socket.send(frame);
    },
    close: async () => {
      for (const socket of sockets) socket.terminate();
      server.closeAllConnections();
      await new Promise((go) => server.close(go));
    },
  };
}

function bodyOf(sent: string, kind: string): Call['body'] {
  if (kind.startsWith('application/json')) return JSON.parse(sent || '{}');
  const read = (value: string): unknown => {
    try {
      return /^[[{]/.test(value) ? JSON.parse(value) : value;
    } catch {
      return value;
    }
  };
  return Object.fromEntries([...new URLSearchParams(sent)].map(([k, v]) => [k, read(v)]));
}

function installed(code: string) {
  const team = { 'code-one': 'T1', 'code-two': 'T2' }[code];
  if (!team) return { ok: false, error: 'invalid_code' };
  const token = team === 'T1' ? 'xoxb-one' : 'xoxb-two';
  return {
    ok: true,
    app_id: 'A1',
    token_type: 'bot',
    access_token: token,
    scope: 'commands',
    bot_user_id: 'UBOT',
    team: { id: team, name: team },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'U1' },
  };
}

/** The headers Slack signs a body with; `shift` seconds from now. */
export function signed(body: string, kind: string, shift = 0, secret = SECRET): Record<string, string> {
  const stamp = Math.floor(Date.now() / 1000) + shift;
  return {
    'content-type': kind,
    'x-slack-request-timestamp': String(stamp),
    'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex')}`,
  };
}
