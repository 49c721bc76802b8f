// The desk in Slack, put together: settings to a running Bolt app over Socket Mode or HTTP.
import type { Server } from 'node:http';
import { App, HTTPReceiver } from '@slack/bolt';
import type { Desk } from '../../src/index.ts';
import { openConversations } from '../host/conversations.ts';
import { openFlight } from '../host/flight.ts';
import { openHealth, serveHealth } from '../host/health.ts';
import { openLimits } from '../host/limits.ts';
import { faultOf, type Log } from '../host/log.ts';
import { openReception } from '../host/reception.ts';
import { openStore } from '../host/store.ts';
import { answerActions } from './actions.ts';
import { answerCommands } from './commands.ts';
import { answerHome } from './home.ts';
import { openInstallations } from './installations.ts';
import { answerMessages } from './messages.ts';
import { openOnce } from './once.ts';
import type { Parts } from './parts.ts';
import { httpReceiver, listen, socketReceiver } from './receivers.ts';
import { responder } from './respond.ts';
import type { SlackSettings } from './settings.ts';
import { CLIENT, ownWorkspace, quiet } from './workspaces.ts';

export interface Running {
  /** Where health, and in HTTP mode Slack's requests, are answered. */
  readonly port: number;
  /** Takes no more questions, finishes those under way (up to `most` milliseconds), closes everything. */
  readonly stop: (most: number) => Promise<void>;
}

/**
 * Opens the store, connects to Slack and answers until stopped. Waits for Slack while it is down; a token that Slack
 * refuses, a port in use and a store held by another desk are thrown, each with what to do.
 */
export async function openSlack(desk: Desk, settings: SlackSettings, log: Log, root: string): Promise<Running> {
  const health = openHealth();
  const failed = (error: unknown) => log.record('error', 'failed', { fault: faultOf(error) });
  const store = await openStore(settings.STORE_URL, root, (fault) => {
    health.set('store', fault === null);
    if (fault !== null) failed(fault);
  });
  health.set('store', true);
  const conversations = await openConversations(store, settings.DESK_SECRET);
  const limits = openLimits(settings.LIMIT_PERSON, settings.LIMIT_COMMUNITY);
  const parts: Parts = {
    desk,
    reception: openReception(desk, { limits, conversations, log, health, now: Date.now }),
    conversations,
    flight: openFlight(failed),
    health,
    log,
    respond: responder(settings.SLACK_API_URL),
    curators: settings.SLACK_CURATORS_CHANNEL ?? null,
  };
  const logger = quiet(log);
  const keys = settings.SLACK_STORE_KEYS;
  const installations = settings.SLACK_CLIENT_ID && keys ? openInstallations(store, keys) : null;
  const receiver =
    settings.SLACK_MODE === 'http' ? httpReceiver(settings, logger, installations) : socketReceiver(settings, logger);
  const app = new App({
    receiver,
    logger,
    // Where workspaces install the desk themselves, the receiver's installer finds the token of each.
    ...(installations ? {} : { authorize: await ownWorkspace(settings, log) }),
    clientOptions: { ...CLIENT, slackApiUrl: settings.SLACK_API_URL, logger },
    convoStore: false,
  });
  app.error(async (error) => failed(error.original ?? error));
  answerCommands(app, parts);
  answerMessages(app, openOnce(store), parts);
  answerActions(app, parts);
  answerHome(app, openOnce(store), installations, parts);

  const stopParts = async (most: number) => {
    if (!(await parts.flight.settle(most)))
      log.record('warn', 'stopped with answers unfinished', { count: parts.flight.count() });
    await store.close();
  };
  if (receiver instanceof HTTPReceiver) {
    const server = await listen(receiver, settings, (request, response) => health.answer(request, response));
    health.set('slack', true);
    return {
      port: portOf(server),
      stop: async (most) => {
        const closed = new Promise((go) => server.close(go));
        server.closeIdleConnections();
        await stopParts(most);
        server.closeAllConnections();
        await closed;
      },
    };
  }
  const server = await serveHealth(health, settings.HOST, settings.PORT);
  receiver.client.on('connected', () => health.set('slack', true));
  for (const lost of ['close', 'reconnecting', 'disconnected'])
    receiver.client.on(lost, () => health.set('slack', false));
  await app.start();
  health.set('slack', true);
  return {
    port: portOf(server),
    stop: async (most) => {
      // Answers go out over the Web API, so the connection can end before they do.
      await app.stop();
      await stopParts(most);
      await new Promise((go) => server.close(go));
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
