// Answers through a response_url: only to Slack or the configured address, within its limits, with a way out when it has expired.
import type { Message } from './reply.ts';

export interface Respond {
  /** True when Slack took it; false when the address is expired, used up or not ours to send to. */
  readonly to: (address: unknown, message: Message, how: How) => Promise<boolean>;
}

export interface How {
  readonly audience: 'asker' | 'channel';
  /** Replaces the message whose button was pressed. */
  readonly replace?: boolean;
}

/** How long Slack may take to accept an answer. */
const PATIENCE = 10_000;
const TRIES = 3;
const LONGEST_WAIT = 10;

/** `api` is the configured base of the Web API: its own host counts as Slack's, for proxies and emulators. */
export function responder(api: string, wait = (ms: number) => new Promise<void>((go) => setTimeout(go, ms))): Respond {
  const own = new URL(api);
  const trusted = (address: unknown): URL | null => {
    if (typeof address !== 'string' || !URL.canParse(address)) return null;
    const url = new URL(address);
    const slack = url.protocol === 'https:' && url.hostname === 'hooks.slack.com' && url.port === '';
    return slack || (url.origin === own.origin && own.hostname !== 'slack.com') ? url : null;
  };
  return {
    to: async (address, message, { audience, replace = false }) => {
      const url = trusted(address);
      if (!url) return false;
      const body = JSON.stringify({
        ...message,
        response_type: audience === 'channel' ? 'in_channel' : 'ephemeral',
        replace_original: replace,
        unfurl_links: false,
        unfurl_media: false,
      });
      for (let tries = 0; tries < TRIES; tries++) {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(PATIENCE),
        }).catch(() => null);
        await answer?.body?.cancel();
        if (answer?.ok) return true;
        if (answer && answer.status !== 429 && answer.status < 500) return false;
        const seconds = Number(answer?.headers.get('retry-after') ?? 0.5);
        if (!(seconds <= LONGEST_WAIT)) return false;
        await wait(seconds * 1000);
      }
      return false;
    },
  };
}
