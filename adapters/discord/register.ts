#!/usr/bin/env node
// `npm run discord:register`: hands the commands to Discord in one piece, only when they have changed.
import { Routes } from 'discord.js';
import { environmentOf, readSettings } from '../host/settings.ts';
import { ownRest } from './connection.ts';
import { definitions } from './definitions.ts';
import { isSame } from './same-commands.ts';
import { DiscordSettings } from './settings.ts';

const USAGE =
  'npm run discord:register, or npm run discord:register -- --guild <server id> to try them in one server at once, and with --remove to take them away there';

try {
  const { guild, remove } = readArguments(process.argv.slice(2));
  const settings = readSettings(DiscordSettings, environmentOf(process.cwd(), process.env));
  const rest = ownRest(settings);
  const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
  const route = guild ? Routes.applicationGuildCommands(id, guild) : Routes.applicationCommands(id);
  const held = (await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })) as unknown[];
  const ours = remove ? [] : definitions();
  const where = guild ? `in server ${guild}` : 'everywhere';
  if (isSame(held, ours, guild !== null))
    process.stdout.write(`The ${ours.length} commands are registered ${where} already.\n`);
  else {
    await rest.put(route, { body: ours });
    process.stdout.write(
      remove ? `Removed the commands ${where}.\n` : `Registered ${ours.length} commands ${where}.\n`,
    );
  }
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exit(1);
}

function readArguments([flag, guild = '', extra, ...rest]: string[]): { guild: string | null; remove: boolean } {
  if (flag === undefined) return { guild: null, remove: false };
  const known = flag === '--guild' && /^\d{15,22}$/.test(guild) && (extra === undefined || extra === '--remove');
  if (!known || rest.length > 0) throw new Error(`Usage: ${USAGE}`);
  return { guild, remove: extra === '--remove' };
}

function sentence(error: unknown): string {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 401)
    return 'Discord does not accept DISCORD_TOKEN. Make a new one at https://discord.com/developers/applications, your application, "Bot", "Reset Token".';
  if (status === 403)
    return 'Discord does not let this bot register commands in that server. Install the bot there first.';
  return error instanceof Error ? error.message : String(error);
}
