// Whether the desk can answer, for whoever watches it: /healthz and /metrics, on its own port or within a server.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface Health {
  /** Names a part that must work, and how it does now. */
  readonly set: (part: string, well: boolean) => void;
  readonly count: (what: string) => void;
  readonly well: () => boolean;
  /** Answers /healthz and /metrics; false for any other path. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** Counts by outcome and surface only: never by person, place or question. */
export function openHealth(): Health {
  const parts = new Map<string, boolean>();
  const counts = new Map<string, number>();
  const well = () => parts.size > 0 && [...parts.values()].every(Boolean);
  return {
    set: (part, is) => void parts.set(part, is),
    count: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    well,
    answer: (request, response) => {
      const path = (request.url ?? '').split('?')[0];
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      if (path === '/healthz') {
        response.writeHead(well() ? 200 : 503, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ status: well() ? 'ok' : 'unwell', parts: Object.fromEntries(parts) }));
        return true;
      }
      if (path === '/metrics') {
        const lines = [...counts].map(
          ([what, n]) => `red_notice_desk_total{what="${what.replace(/[^\w.-]/g, '_')}"} ${n}`,
        );
        response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' });
        response.end(`# TYPE red_notice_desk_total counter\n${lines.join('\n')}\n`);
        return true;
      }
      return false;
    },
  };
}

/** A server for health alone, where the platform needs none of its own. */
export async function serveHealth(health: Health, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (!health.answer(request, response)) response.writeHead(404).end();
  });
  return listenAt(server, host, port);
}

/** Listens; an address that cannot be had is thrown as a sentence that says what to do. */
export async function listenAt(server: Server, host: string, port: number): Promise<Server> {
  await new Promise<void>((go, fail) => server.once('error', fail).listen(port, host, go)).catch((error: unknown) => {
    const why = WHY[error instanceof Error && 'code' in error ? String(error.code) : ''];
    throw why ? new Error(`The desk cannot listen on ${host}:${port}: ${why}`) : error;
  });
  return server;
}

const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another process does. Stop it, or set PORT to a free one.',
  EACCES: 'this user may not. Set PORT to 1024 or more.',
  EADDRNOTAVAIL: 'this machine has no such address. Set HOST to 127.0.0.1, or to an address of this machine.',
  ENOTFOUND: 'no such host is known. Set HOST to 127.0.0.1, or to an address of this machine.',
};

/** The port a server listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
