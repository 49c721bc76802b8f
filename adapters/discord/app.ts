// The desk in Discord, put together: settings to a connected bot.
import type { Client } from 'discord.js';
import type { Desk } from '../../src/index.ts';
import { portOf, serveHealth } from '../host/health.ts';
import { openHost } from '../host/host.ts';
import type { Log } from '../host/log.ts';
import type { Running } from '../host/run.ts';
import { connect, ownRest } from './connection.ts';
import { openGuilds } from './guilds.ts';
import { answerInteractions } from './interactions.ts';
import { answerMessages } from './messages.ts';
import type { Parts } from './parts.ts';
import type { DiscordSettings } from './settings.ts';

/**
 * Opens the store, connects to Discord and answers until stopped. Waits for Discord while it is down; a token that
 * Discord refuses, a port in use and a store held by another desk are thrown, each with what to do.
 */
export async function openDiscord(desk: Desk, settings: DiscordSettings, log: Log, root: string): Promise<Running> {
  const host = await openHost(desk, settings, log, root);
  const rest = ownRest(settings);
  const parts: Parts = {
    ...host,
    rest,
    guilds: openGuilds(host.store),
    curators: settings.DISCORD_CURATORS_CHANNEL ?? null,
  };
  host.health.set('discord', false);
  const server = await serveHealth(host.health, settings.HOST, settings.PORT);
  const client = await connect(settings, rest, host, (each) => {
    answerInteractions(each, parts);
    if (settings.DISCORD_MESSAGES === 'on') answerMessages(each, parts);
    dropServers(each);
  });
  return {
    port: portOf(server),
    stop: async (most) => {
      // Answers go out over REST, so the gateway can be closed before they do.
      await client.destroy();
      await host.close(most);
      await new Promise((go) => server.close(go));
    },
  };
}

/** The desk never looks at a server: the list that Discord sends at the start, thousands of them, is dropped unread. */
function dropServers(client: Client): void {
  client.on('raw', (packet: { t?: string; d?: { guilds?: unknown } }) => {
    if (packet.t === 'READY' && packet.d) packet.d.guilds = [];
  });
}
