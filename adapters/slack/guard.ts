// Stands before Bolt's HTTP receiver: what Bolt does not refuse (see ARCHITECTURE.md, "Slack") is refused here.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { verifySlackRequest } from '@slack/bolt';
import { isFromSlack } from './shapes.ts';

/** Slack's own requests are far smaller. */
const LARGEST = 1024 * 1024;
/** Seconds that a clock may be ahead of ours. */
const AHEAD = 60;
/** Seconds after which Bolt refuses a signature for its age. */
const OLDEST = 300;
/** Milliseconds for a whole body to arrive. */
const SLOWEST = 10_000;
const KINDS = ['application/json', 'application/x-www-form-urlencoded'];

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A request listener that hands on to `next` only requests that Slack signed, just now, for the first time, with a body
 * that holds something. A replay is known for as long as its signature is valid, within this process; events are
 * known across replicas by their id.
 */
export function guard(secret: string, next: Listener, now: () => number = Date.now): Listener {
  const seen = new Map<string, number>();
  const forget = (at: number) => {
    for (const [signature, until] of seen) {
      if (until > at) break;
      seen.delete(signature);
    }
  };
  return (request, response) => {
    if (request.method !== 'POST') return next(request, response);
    const refuse = (status: number) => {
      if (response.headersSent) return;
      // What is left of the body is not read, so the connection cannot be used again.
      response.writeHead(status, { connection: 'close', 'content-length': 0 }).end(() => request.destroy());
    };
    const kind = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!KINDS.includes(kind)) return refuse(415);
    if (Number(request.headers['content-length'] ?? 0) > LARGEST) return refuse(413);
    const parts: Buffer[] = [];
    let size = 0;
    const late = setTimeout(() => refuse(408), SLOWEST);
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > LARGEST) refuse(413);
      else parts.push(part);
    });
    request.on('error', () => clearTimeout(late));
    request.on('end', () => {
      clearTimeout(late);
      if (response.headersSent) return;
      const body = Buffer.concat(parts);
      const status = judge(body, kind, request, secret, seen, now());
      if (status !== 200) return refuse(status);
      forget(now());
      request.headers['content-type'] = kind;
      next(Object.assign(request, { rawBody: body }), response);
    });
  };
}

function judge(
  body: Buffer,
  kind: string,
  request: IncomingMessage,
  secret: string,
  seen: Map<string, number>,
  now: number,
): number {
  const words = body.toString('utf8');
  if (kind !== KINDS[0] && new URLSearchParams(words).get('ssl_check') === '1') return 200;
  const signature = request.headers['x-slack-signature'];
  const stamp = Number(request.headers['x-slack-request-timestamp']);
  if (typeof signature !== 'string' || !Number.isInteger(stamp) || stamp > now / 1000 + AHEAD) return 401;
  try {
    verifySlackRequest({
      signingSecret: secret,
      body: words,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': stamp },
      nowMilliseconds: now,
    });
  } catch {
    return 401;
  }
  const key = createHash('sha256').update(signature).digest('base64url');
  if (seen.has(key)) return 401;
  seen.set(key, now + (OLDEST + AHEAD) * 1000);
  return isFromSlack(words, kind === KINDS[0] ? 'json' : 'form') ? 200 : 400;
}
