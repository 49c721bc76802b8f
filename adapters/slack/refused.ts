// When Slack says that a token will not do: the only answers that a further try cannot mend.
import type { webApi } from '@slack/bolt';

const REFUSED = new Set(
  'invalid_auth not_authed account_inactive token_revoked token_expired not_allowed_token_type missing_scope no_permission org_login_required ekm_access_denied'.split(
    ' ',
  ),
);

/** The code in an answer of Slack when it refuses the token; null for all other trouble, which passes. */
export function refusalIn(answer: unknown): string | null {
  const code = typeof answer === 'object' && answer && 'error' in answer ? answer.error : null;
  return typeof code === 'string' && REFUSED.has(code) ? code : null;
}

export interface AppTokenWatch {
  readonly fetch: webApi.FetchFunction;
  /** Rejects, with what to do, once Slack has refused the app-level token. */
  readonly refused: Promise<never>;
}

/** Reads Slack's answers to Socket Mode: the library asks again for ever after most of its refusals. */
export function watchAppToken(): AppTokenWatch {
  let refuse: (error: Error) => void = () => undefined;
  const refused = new Promise<never>((_, fail) => {
    refuse = fail;
  });
  refused.catch(() => undefined);
  return {
    refused,
    fetch: async (url, init) => {
      const response = await fetch(url, init as RequestInit);
      const code = refusalIn(
        await response
          .clone()
          .json()
          .catch(() => null),
      );
      if (code)
        refuse(
          new Error(
            `Slack does not accept SLACK_APP_TOKEN (${code}): make one with the scope connections:write under "Basic Information", "App-Level Tokens" of your app at https://api.slack.com/apps.`,
          ),
        );
      return response;
    },
  };
}
