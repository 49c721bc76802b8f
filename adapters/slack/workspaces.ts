// Whose token answers, and how the answering client behaves.
import { type AuthorizeResult, type Logger, LogLevel, webApi } from '@slack/bolt';
import type { Log } from '../host/log.ts';
import { CONNECTION } from './receivers.ts';
import { refusalIn } from './refused.ts';
import type { SlackSettings } from './settings.ts';

/** How the answering client behaves when Slack is slow or says 429: it waits as long as Slack asks, per workspace. */
export const CLIENT = {
  timeout: 10_000,
  retryConfig: { retries: 5, factor: 2, minTimeout: 300, maxTimeout: 5000 },
} as const;

/** One workspace, whose token stands in the settings. Asked for once at start; waits for Slack while it is down. */
export async function ownWorkspace(settings: SlackSettings, log: Log): Promise<() => Promise<AuthorizeResult>> {
  const token = settings.SLACK_BOT_TOKEN ?? '';
  const client = new webApi.WebClient(token, {
    slackApiUrl: settings.SLACK_API_URL,
    timeout: CLIENT.timeout,
    logger: quiet(log),
    ...CONNECTION,
  });
  const waiting = setTimeout(
    () => log.record('warn', 'Slack cannot be reached at SLACK_API_URL yet: trying again every second'),
    3000,
  );
  const me = await whoami(client).finally(() => clearTimeout(waiting));
  return async () => ({
    botToken: token,
    ...(me.bot_id ? { botId: me.bot_id } : {}),
    ...(me.user_id ? { botUserId: me.user_id } : {}),
    ...(me.team_id ? { teamId: me.team_id } : {}),
  });
}

async function whoami(client: webApi.WebClient): Promise<webApi.AuthTestResponse> {
  for (;;) {
    try {
      return await client.auth.test();
    } catch (error) {
      const code = error instanceof Error && 'data' in error ? refusalIn(error.data) : null;
      if (code)
        throw new Error(
          `Slack does not accept SLACK_BOT_TOKEN (${code}). Copy it anew from "OAuth & Permissions" of your app at https://api.slack.com/apps.`,
        );
      await new Promise((go) => setTimeout(go, 1000));
    }
  }
}

/** Bolt's own log lines may quote what was sent, so only that there was one is kept. */
export function quiet(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => log.record('debug', 'bolt warned'),
    error: () => log.record('warn', 'bolt reported a fault'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
