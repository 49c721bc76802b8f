// Discord's side of the benchmark: a gateway and REST that only count, in the process that measures.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { type WebSocket, WebSocketServer } from 'ws';

export interface LeanDiscord {
  readonly api: string;
  /** Sends an interaction to the bot; resolves with the milliseconds until its answer came. */
  readonly ask: (name: string, argument: string, text: string) => Promise<number>;
  readonly close: () => void;
}

const ME = { id: '1', username: 'desk', discriminator: '0', global_name: null, avatar: null, bot: true };
/** Interactions have the ids of a real one. */
let serial = 1_400_000_000_000_000_000n;

/** Opens it; READY lists so many guilds. */
export async function openLeanDiscord(guilds = 0): Promise<LeanDiscord> {
  const waiting = new Map<string, () => void>();
  let bot: WebSocket | null = null;
  let sequence = 0;
  const server = createServer((request, response) => {
    const [, id] = /\/interactions\/(\d+)\//.exec(request.url ?? '') ?? [];
    request.resume().on('end', () => {
      if (id) {
        response.writeHead(204).end();
        waiting.get(id)?.();
        waiting.delete(id);
        return;
      }
      const limits = { total: 1000, remaining: 1000, reset_after: 1, max_concurrency: 1 };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ...ME, url: `ws://127.0.0.1:${port()}`, shards: 1, session_start_limit: limits }));
    });
  });
  const port = () => (server.address() as AddressInfo).port;
  const sockets = new WebSocketServer({ server });
  const send = (socket: WebSocket, t: string, d: object) => {
    sequence += 1;
    socket.send(JSON.stringify({ op: 0, s: sequence, t, d }));
  };
  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
    socket.on('message', (said: Buffer) => {
      const { op } = JSON.parse(said.toString()) as { op: number };
      if (op === 1) socket.send('{"op":11}');
      if (op !== 2) return;
      bot = socket;
      send(socket, 'READY', {
        v: 10,
        user: ME,
        guilds: Array.from({ length: guilds }, (_, i) => ({
          id: String(900_000_000_000_000_000n + BigInt(i)),
          unavailable: true,
        })),
        session_id: 's',
        resume_gateway_url: `ws://127.0.0.1:${port()}`,
        application: { id: '1', flags: 0 },
        shard: [0, 1],
      });
    });
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  return {
    api: `http://127.0.0.1:${port()}/api`,
    ask: (name, argument, text) =>
      new Promise((go) => {
        serial += 1n;
        const id = String(serial);
        const began = performance.now();
        waiting.set(id, () => go(performance.now() - began));
        if (bot) send(bot, 'INTERACTION_CREATE', interaction(id, name, argument, text));
      }),
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
}

function interaction(id: string, name: string, argument: string, text: string): object {
  const user = {
    id: String(1_300_000_000_000_000_000n + (BigInt(id) % 50n)),
    username: 'u',
    discriminator: '0',
    avatar: null,
    global_name: null,
  };
  return {
    id,
    application_id: '1',
    type: 2,
    token: `token-of-${id}`,
    version: 1,
    channel_id: '2',
    channel: { id: '2', type: 1 },
    user,
    locale: 'en-US',
    context: 1,
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: { 0: '0' },
    attachment_size_limit: 1,
    data: {
      id: '3',
      name: 'rednotice',
      type: 1,
      options: [{ name, type: 1, options: [{ name: argument, type: 3, value: text }] }],
    },
  };
}
