// The fake's gateway: a real WebSocket with sessions that can be resumed, intents that are minded and closes on demand.
import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject, type Json, listOf } from './discord-schema.ts';
import { APPLICATION, BOT, guildAt, guildOf, snowflake, userOf } from './objects.ts';

export const TOKEN = 'token-one';

export interface GatewayFaults {
  down: boolean;
  refuseUpgrade: boolean;
  /** Close with this code instead of READY. */
  identify: number | null;
  /** Leave heartbeats without acknowledgement. */
  silent: boolean;
}

export interface GatewayRecord {
  readonly identifies: { intents: number; shard: [number, number]; at: number }[];
  resumes: number;
  /** Close codes received from the bot; 1006 when it went without one. */
  readonly closes: number[];
  readonly connections: () => number;
}

interface Session {
  readonly id: string;
  readonly shard: [number, number];
  readonly intents: number;
  readonly log: { readonly s: number; readonly frame: string }[];
  socket: WebSocket | null;
}

export interface Gateway {
  readonly record: GatewayRecord;
  readonly dispatch: (event: string, data: Json, shard?: number) => void;
  readonly raw: (payload: object) => void;
  readonly drop: (code?: number) => void;
}

const INTENTS = { guilds: 1 << 0, guildMessages: 1 << 9, directMessages: 1 << 12, messageContent: 1 << 15 };
/** After these, and after a bot says goodbye, Discord forgets the session. */
const FINAL = [1000, 1001, 4003, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014];

export function openGateway(
  server: Server,
  faults: GatewayFaults,
  refused: string[],
  options: { url: () => string; heartbeat: number; guilds: number },
): Gateway {
  const web = new WebSocketServer({ noServer: true });
  const sockets = new Set<WebSocket>();
  const sessions = new Map<string, Session>();
  const record: GatewayRecord = { identifies: [], resumes: 0, closes: [], connections: () => sockets.size };

  server.on('upgrade', (request, socket, head) => {
    if (faults.down) return void socket.destroy();
    if (faults.refuseUpgrade) return void socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');
    web.handleUpgrade(request, socket, head, (client) => welcome(client, request));
  });

  function welcome(client: WebSocket, request: IncomingMessage): void {
    sockets.add(client);
    client.on('close', (code) => {
      // Those the fake ended itself are no longer in the set.
      if (!sockets.delete(client)) return;
      record.closes.push(code === 1005 ? 1000 : code);
      leave(client, code === 1005 ? 1000 : code);
    });
    client.on('message', (data) => hear(client, String(data)));
    const query = new URL(request.url ?? '', 'ws://gateway').searchParams;
    if (query.get('v') !== '10') return void end(client, 4012);
    if (query.get('encoding') !== 'json' || query.get('compress')) {
      refused.push(`gateway: the fake speaks plain JSON, not ${query}`);
      return void end(client, 4002);
    }
    tell(client, { op: 10, d: { heartbeat_interval: options.heartbeat, _trace: [] } });
  }

  function hear(client: WebSocket, text: string): void {
    let read: unknown;
    try {
      read = JSON.parse(text);
    } catch {
      return void end(client, 4002);
    }
    const { op, d } = isObject(read) ? read : {};
    const session = sessionOf(client);
    if (op === 1) {
      if (!faults.silent) tell(client, { op: 11 });
    } else if (op === 2) {
      if (session) end(client, 4005);
      else identify(client, isObject(d) ? d : {});
    } else if (op === 6) resume(client, isObject(d) ? d : {});
    else if (![3, 4, 8, 31, 43].includes(Number(op))) end(client, 4001);
    else if (!session) end(client, 4003);
  }

  const owned = (token: unknown) => String(token).replace(/^Bot /, '') === TOKEN;

  function identify(client: WebSocket, d: Json): void {
    const shard = (d['shard'] ?? [0, 1]) as [number, number];
    if (!owned(d['token'])) return void end(client, 4004);
    if (!isObject(d['properties'])) return void end(client, 4002);
    if (!Number.isSafeInteger(d['intents'])) return void end(client, 4013);
    if (!Array.isArray(shard) || !(shard[0] >= 0 && shard[0] < shard[1])) return void end(client, 4010);
    const intents = Number(d['intents']);
    record.identifies.push({ intents, shard, at: Date.now() });
    if (faults.identify !== null) return void end(client, faults.identify);
    const session: Session = { id: `session-${snowflake()}`, shard, intents, log: [], socket: client };
    sessions.set(session.id, session);
    const guilds = Array.from({ length: options.guilds }, (_, n) => guildAt(n)).filter((id) => on(session, id));
    append(session, 'READY', {
      v: 10,
      user: { ...userOf(BOT, 'the-desk'), verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: options.url(),
      shard,
      application: { id: APPLICATION, flags: 0 },
    });
    if (intents & INTENTS.guilds) for (const id of guilds) append(session, 'GUILD_CREATE', guildOf(id));
  }

  function resume(client: WebSocket, d: Json): void {
    if (!owned(d['token'])) return void end(client, 4004);
    const session = sessions.get(String(d['session_id']));
    if (!session) return void tell(client, { op: 9, d: false });
    const seq = Number(d['seq']);
    if (!(seq >= 0 && seq <= session.log.length)) return void end(client, 4007);
    record.resumes += 1;
    session.socket = client;
    for (const { s, frame } of session.log) if (s > seq) client.send(frame);
    append(session, 'RESUMED', { _trace: [] });
  }

  const on = (session: Session, guild: string) =>
    Number((BigInt(guild) >> 22n) % BigInt(session.shard[1])) === session.shard[0];
  const sessionOf = (client: WebSocket) => [...sessions.values()].find((s) => s.socket === client);
  const tell = (client: WebSocket, payload: object) => client.send(JSON.stringify({ t: null, s: null, ...payload }));

  function append(session: Session, event: string, data: Json): void {
    const s = session.log.length + 1;
    const frame = JSON.stringify({ op: 0, t: event, s, d: data });
    session.log.push({ s, frame });
    session.socket?.send(frame);
  }

  function leave(client: WebSocket, code?: number): void {
    const session = sessionOf(client);
    if (!session) return;
    session.socket = null;
    if (code !== undefined && FINAL.includes(code)) sessions.delete(session.id);
  }

  function end(client: WebSocket, code?: number): void {
    sockets.delete(client);
    leave(client, code);
    if (code === undefined) client.terminate();
    else client.close(code);
  }

  return {
    record,
    dispatch: (event, data, shard) => {
      const guild = data['guild_id'];
      for (const session of sessions.values()) {
        const here = typeof guild === 'string' ? on(session, guild) : session.shard[0] === 0;
        if (!(shard === undefined ? here : session.shard[0] === shard)) continue;
        const shown = seen(event, data, session.intents);
        if (shown) append(session, event, shown);
      }
    },
    raw: (payload) => {
      for (const client of [...sockets]) {
        const { op, d } = payload as { op?: unknown; d?: unknown };
        if (op === 9 && d !== true) leave(client, 4009);
        tell(client, payload);
      }
    },
    drop: (code) => {
      for (const client of [...sockets]) end(client, code);
    },
  };
}

/** A dispatch as these intents let a bot see it; null when they do not. */
function seen(event: string, data: Json, intents: number): Json | null {
  if (event.startsWith('GUILD_') && event !== 'GUILD_AUDIT_LOG_ENTRY_CREATE')
    return intents & INTENTS.guilds ? data : null;
  if (!event.startsWith('MESSAGE_') || event.startsWith('MESSAGE_REACTION')) return data;
  const direct = data['guild_id'] === undefined;
  if (!(intents & (direct ? INTENTS.directMessages : INTENTS.guildMessages))) return null;
  const named = listOf(data['mentions']).some((m) => m['id'] === BOT);
  const own = isObject(data['author']) && data['author']['id'] === BOT;
  if (direct || named || own || intents & INTENTS.messageContent) return data;
  return { ...data, content: '', embeds: [], attachments: [], components: [] };
}
