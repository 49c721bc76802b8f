// The desk in Slack, put together: settings to a running Bolt app over Socket Mode or HTTP.
import { App, HTTPReceiver } from '@slack/bolt';
import type { Desk } from '../../src/index.ts';
import { portOf, serveHealth } from '../host/health.ts';
import { openHost } from '../host/host.ts';
import type { Log } from '../host/log.ts';
import type { Running } from '../host/run.ts';
import { answerActions } from './actions.ts';
import { answerCommands } from './commands.ts';
import { answerHome } from './home.ts';
import { openInstallations } from './installations.ts';
import { answerMessages } from './messages.ts';
import { openOnce } from './once.ts';
import type { Parts } from './parts.ts';
import { httpReceiver, listen, socketReceiver } from './receivers.ts';
import { watchAppToken } from './refused.ts';
import { responder } from './respond.ts';
import type { SlackSettings } from './settings.ts';
import { CLIENT, ownWorkspace, quiet } from './workspaces.ts';

/**
 * Opens the store, connects to Slack and answers until stopped. Waits for Slack while it is down; tokens that Slack
 * refuses, a port in use and a store held by another desk are thrown, each with what to do.
 */
export async function openSlack(desk: Desk, settings: SlackSettings, log: Log, root: string): Promise<Running> {
  const host = await openHost(desk, settings, log, root);
  const { health, store } = host;
  const parts: Parts = {
    ...host,
    respond: responder(settings.SLACK_API_URL),
    curators: settings.SLACK_CURATORS_CHANNEL ?? null,
  };
  const logger = quiet(log);
  const keys = settings.SLACK_STORE_KEYS;
  const installations = settings.SLACK_CLIENT_ID && keys ? openInstallations(store, keys) : null;
  const appToken = watchAppToken();
  const receiver =
    settings.SLACK_MODE === 'http'
      ? httpReceiver(settings, logger, installations)
      : socketReceiver(settings, logger, appToken.fetch);
  const app = new App({
    receiver,
    logger,
    // Where workspaces install the desk themselves, the receiver's installer finds the token of each.
    ...(installations ? {} : { authorize: await ownWorkspace(settings, log) }),
    clientOptions: { ...CLIENT, slackApiUrl: settings.SLACK_API_URL, logger },
    convoStore: false,
  });
  app.error(async (error) => host.failed(error.original ?? error));
  answerCommands(app, parts);
  answerMessages(app, openOnce(store), parts);
  answerActions(app, parts);
  answerHome(app, openOnce(store), installations, parts);

  if (receiver instanceof HTTPReceiver) {
    const server = await listen(receiver, settings, (request, response) => health.answer(request, response));
    health.set('slack', true);
    return {
      port: portOf(server),
      stop: async (most) => {
        const closed = new Promise((go) => server.close(go));
        server.closeIdleConnections();
        await host.close(most);
        server.closeAllConnections();
        await closed;
      },
    };
  }
  const server = await serveHealth(health, settings.HOST, settings.PORT);
  receiver.client.on('connected', () => health.set('slack', true));
  for (const lost of ['close', 'reconnecting', 'disconnected'])
    receiver.client.on(lost, () => health.set('slack', false));
  await Promise.race([app.start(), appToken.refused]);
  appToken.refused.catch(() =>
    log.record('error', 'Slack no longer accepts SLACK_APP_TOKEN: make a new one, and restart'),
  );
  health.set('slack', true);
  return {
    port: portOf(server),
    stop: async (most) => {
      // Answers go out over the Web API, so the connection can end before they do.
      await app.stop();
      await host.close(most);
      await new Promise((go) => server.close(go));
    },
  };
}
