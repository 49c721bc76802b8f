// How Slack's requests come in: Socket Mode over a connection of ours, or HTTP behind the guard.
import { createServer, type Server, type ServerResponse } from 'node:http';
import { HTTPReceiver, type InstallationStore, type Logger, SocketModeReceiver, type webApi } from '@slack/bolt';
import { listenAt } from '../host/health.ts';
import { guard } from './guard.ts';
import { SCOPES } from './scopes.ts';
import type { SlackSettings } from './settings.ts';

/** The connection itself is tried for ever, once a second: fewer tries would end the process with the outage. */
export const CONNECTION = { retryConfig: { forever: true, factor: 1, minTimeout: 1000, maxTimeout: 1000 } } as const;

/** Socket Mode: the desk calls Slack, and calls again for as long as Slack is away. */
export function socketReceiver(
  settings: SlackSettings,
  logger: Logger,
  fetch: webApi.FetchFunction,
): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken: settings.SLACK_APP_TOKEN ?? '',
    logger,
    // Also the wait before a lost connection is opened again, which is 5 seconds by default.
    clientPingTimeout: 1000,
    installerOptions: { clientOptions: { slackApiUrl: settings.SLACK_API_URL, fetch, ...CONNECTION } },
  });
}

/** HTTP, with the pages to install the desk from where many workspaces may. */
export function httpReceiver(
  settings: SlackSettings,
  logger: Logger,
  installations: InstallationStore | null,
): HTTPReceiver {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = settings;
  const { SLACK_STATE_SECRET: stateSecret, SLACK_REDIRECT_URI: redirectUri } = settings;
  const install =
    installations && clientId && clientSecret && stateSecret && redirectUri
      ? {
          clientId,
          clientSecret,
          stateSecret,
          redirectUri,
          scopes: [...SCOPES],
          installationStore: installations,
          installerOptions: {
            authorizationUrl: settings.SLACK_AUTHORIZE_URL,
            redirectUriPath: new URL(redirectUri).pathname,
            stateVerification: true,
            clientOptions: { slackApiUrl: settings.SLACK_API_URL },
            callbackOptions: { failure: notInstalled },
          },
        }
      : {};
  return new HTTPReceiver({ signingSecret: settings.SLACK_SIGNING_SECRET ?? '', logger, ...install });
}

function notInstalled(_error: unknown, _options: unknown, _request: unknown, response: ServerResponse): void {
  response
    .writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
    .end('The desk was not installed. Please start again from the install page of the desk.');
}

/** A server on the host and port of the settings, the guard before Bolt; `own` answers health. */
export async function listen(
  receiver: HTTPReceiver,
  settings: SlackSettings,
  own: (...a: Parameters<HTTPReceiver['requestListener']>) => boolean,
): Promise<Server> {
  const guarded = guard(settings.SLACK_SIGNING_SECRET ?? '', (request, response) => {
    try {
      if (!own(request, response)) receiver.requestListener(request, response);
    } catch {
      response.writeHead(404).end();
    }
  });
  const server = createServer(guarded);
  return listenAt(server, settings.HOST, settings.PORT);
}
