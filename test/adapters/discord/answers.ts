// The fake's memory of each interaction: acknowledged once and in time, then edited and followed up by its token.
import { isObject, type Json } from './discord-schema.ts';
import { APPLICATION, CHANNEL, messageOf } from './objects.ts';
import { EPHEMERAL, faultsOf, IS_COMPONENTS_V2, isEmpty } from './payload-rules.ts';

export interface Callback {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the bot sent, as JSON
  readonly data: any;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

interface Kept {
  readonly dispatch: Json;
  readonly token: string;
  readonly at: number;
  readonly go: (callback: Callback) => void;
  readonly late: NodeJS.Timeout;
  callback: Callback | null;
  /** What a token reaches: the original, and follow-ups by their id. */
  readonly messages: Map<string, Json>;
  readonly followUps: unknown[];
  readonly edits: unknown[];
  readonly waiting: ((body: unknown) => void)[];
  expired: boolean;
}

const LOADING = 1 << 7;
const TIME = 3000;

/** An error as Discord words it. */
export const failed = (status: number, code: number, message: string, faults: readonly string[] = []): Reply => ({
  status,
  body: {
    message,
    code,
    ...(faults.length > 0 ? { errors: { _errors: faults.map((f) => ({ code: 'FAULT', message: f })) } } : {}),
  },
});

/** The error a faulty body gets; null, and nothing noted, for a good one. */
export function judged(where: string, faults: readonly string[], refused: string[]): Reply | null {
  if (faults.length === 0) return null;
  refused.push(...faults.map((f) => `${where}: ${f}`));
  if (faults.every((f) => f === 'empty message')) return failed(400, 50006, 'Cannot send an empty message');
  return failed(400, 50035, 'Invalid Form Body', faults);
}

export function openAnswers(refused: string[]) {
  const kept = new Map<string, Kept>();
  const byToken = (token: string) => [...kept.values()].find((k) => k.token === token);
  const refuse = (fault: string, reply: Reply) => {
    refused.push(fault);
    return reply;
  };

  function track(dispatch: Json): Promise<Callback> {
    const { id, token } = dispatch as { id: string; token: string };
    const answered = new Promise<Callback>((go, fail) => {
      const late = setTimeout(() => fail(new Error('not acknowledged within 3 seconds')), TIME);
      const rest = { callback: null, messages: new Map(), followUps: [], edits: [], waiting: [], expired: false };
      kept.set(id, { dispatch, token, at: Date.now(), go, late, ...rest });
    });
    // Whoever does not wait for the answer is not told that there was none.
    answered.catch(() => undefined);
    return answered;
  }

  function callback(id: string, token: string, withResponse: boolean, body: unknown): Reply {
    const one = kept.get(id);
    const unknown = failed(404, 10062, 'Unknown interaction');
    if (!one || one.token !== token) return refuse(`callback: unknown interaction ${id}`, unknown);
    if (one.callback) {
      const again = failed(400, 40060, 'Interaction has already been acknowledged.');
      return refuse(`callback: twice, type ${one.callback.type} then ${String((body as Json)?.['type'])}`, again);
    }
    const age = Date.now() - one.at;
    if (age > TIME) return refuse(`callback: late, after ${age} ms`, unknown);
    const asked = { type: Number(one.dispatch['type']), data: one.dispatch['data'], message: one.dispatch['message'] };
    const data = isObject(body) && isObject(body['data']) ? body['data'] : {};
    const type = isObject(body) ? Number(body['type']) : 0;
    const before = isObject(asked.message) ? asked.message : null;
    const whole = type === 7 && before ? { ...(body as Json), data: withSticky(data, before) } : body;
    const faults = faultsOf('callback', whole, asked);
    if (type === 7 && before && faults.length === 0) faults.push(...leftFaults(edited(before, data)));
    const bad = judged('callback', faults, refused);
    if (bad) return bad;
    clearTimeout(one.late);
    one.callback = { id, token, type, data: isObject(body) ? body['data'] : undefined };
    const flags = Number(data['flags'] ?? 0);
    const fresh = { webhook_id: APPLICATION, application_id: APPLICATION };
    const channel = String(one.dispatch['channel_id'] ?? CHANNEL);
    if (type === 4) one.messages.set('@original', messageOf(data, channel, undefined, fresh));
    if (type === 5) one.messages.set('@original', messageOf({ flags: flags | LOADING }, channel, undefined, fresh));
    if (type === 6 && before) one.messages.set('@original', before);
    if (type === 7 && before) one.messages.set('@original', edited(before, data));
    one.go(one.callback);
    if (!withResponse) return { status: 204 };
    const message = one.messages.get('@original');
    const shown = {
      response_message_id: message?.['id'],
      response_message_loading: type === 5,
      response_message_ephemeral: (Number(message?.['flags'] ?? 0) & EPHEMERAL) !== 0,
    };
    return {
      status: 200,
      body: {
        interaction: { id, type: asked.type, ...(message ? shown : {}) },
        ...(type === 4 || type === 7 ? { resource: { type, message } } : {}),
      },
    };
  }

  /** An acknowledged interaction whose token still counts, or what Discord says instead. */
  function opened(token: string): Kept | Reply {
    const one = byToken(token);
    if (!one?.callback) return refuse('webhook: not acknowledged, or unknown', failed(404, 10015, 'Unknown Webhook'));
    return one.expired ? failed(401, 50027, 'Invalid Webhook Token') : one;
  }

  function message(method: string, token: string, id: string, body: unknown): Reply {
    const one = opened(token);
    if ('status' in one) return one;
    const before = one.messages.get(id);
    if (!before) return refuse(`webhook: unknown message ${id}`, failed(404, 10008, 'Unknown Message'));
    if (method === 'GET') return { status: 200, body: before };
    if (method === 'DELETE') {
      one.messages.delete(id);
      return { status: 204 };
    }
    const bad = judgedEdit(before, body, refused);
    if (bad) return bad;
    const after = edited(before, body as Json);
    one.messages.set(id, after);
    if (id === '@original') {
      const waiting = one.waiting.shift();
      if (waiting) waiting(body);
      else one.edits.push(body);
    }
    return { status: 200, body: after };
  }

  function followUp(token: string, body: unknown): Reply {
    const one = opened(token);
    if ('status' in one) return one;
    const bad = judged('follow-up', faultsOf('followup', body), refused);
    if (bad) return bad;
    const owners = one.dispatch['authorizing_integration_owners'];
    if (isObject(owners) && owners['0'] === undefined && one.followUps.length >= 5)
      return refuse(
        'follow-up: more than 5 for a user install',
        failed(400, 40094, 'Maximum follow up messages reached'),
      );
    const sent = messageOf(body as Json, String(one.dispatch['channel_id'] ?? CHANNEL), undefined, {
      webhook_id: APPLICATION,
      application_id: APPLICATION,
    });
    one.messages.set(sent.id, sent);
    one.followUps.push(body);
    return { status: 200, body: sent };
  }

  return {
    track,
    callback,
    message,
    followUp,
    dispatchOf: (id: string) => kept.get(id)?.dispatch,
    followUps: (token: string) => byToken(token)?.followUps ?? [],
    expire: (token: string) => {
      const one = byToken(token);
      if (one) one.expired = true;
    },
    edited: (token: string): Promise<unknown> => {
      const one = byToken(token);
      if (!one) return Promise.reject(new Error('no such interaction'));
      if (one.edits.length > 0) return Promise.resolve(one.edits.shift());
      return new Promise((go, fail) => {
        const late = setTimeout(() => {
          one.waiting.splice(one.waiting.indexOf(done), 1);
          fail(new Error('not edited within 5 seconds'));
        }, 5000);
        const done = (body: unknown) => {
          clearTimeout(late);
          go(body);
        };
        one.waiting.push(done);
      });
    },
    close: () => {
      for (const one of kept.values()) clearTimeout(one.late);
    },
  };
}

/** Judged as it will stand: with the flags that stay, and what the edit leaves alone. */
export function judgedEdit(before: Json, body: unknown, refused: string[]): Reply | null {
  const whole = isObject(body) ? withSticky(body, before) : body;
  const faults = faultsOf('edit', whole);
  if (faults.length === 0) faults.push(...leftFaults(edited(before, body as Json)));
  return judged('edit', faults, refused);
}

/** Once components of the second version, always: the flag need not be sent again. */
const withSticky = (body: Json, before: Json): Json =>
  Number(before['flags']) & IS_COMPONENTS_V2 ? { ...body, flags: Number(body['flags'] ?? 0) | IS_COMPONENTS_V2 } : body;

export function edited(before: Json, body: Json): Json {
  const draft: Json = messageOf(body);
  const kept = Number(before['flags']) & (EPHEMERAL | IS_COMPONENTS_V2);
  const changed = ['content', 'embeds', 'components'].filter((key) => body[key] !== undefined);
  return {
    ...before,
    ...Object.fromEntries(changed.map((key) => [key, draft[key]])),
    flags: Number(body['flags'] ?? 0) | kept,
    edited_timestamp: new Date().toISOString(),
  };
}

function leftFaults(after: Json): string[] {
  const stays = ['content', 'embeds'].filter((key) => (after[key] as string | unknown[]).length > 0);
  if (isEmpty(after)) return ['empty message'];
  return Number(after['flags']) & IS_COMPONENTS_V2 ? stays.map((key) => `${key} stays beside IS_COMPONENTS_V2`) : [];
}
