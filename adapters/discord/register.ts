#!/usr/bin/env node
// `npm run discord:register`: hands the commands to Discord in one piece, only when they have changed.
import { DiscordAPIError, Routes } from 'discord.js';
import { z } from 'zod';
import { environmentOf, readSettings } from '../host/settings.ts';
import { ownRest } from './connection.ts';
import { definitions } from './definitions.ts';
import { isSame } from './same-commands.ts';
import { DiscordSettings } from './settings.ts';

const USAGE =
  'npm run discord:register, or npm run discord:register -- --guild <server id> to try them in one server at once, and with --remove to take them away there';

const OWN = z.object({ id: z.string().regex(/^\d+$/) });

let told = (error: unknown) => (error instanceof Error ? error.message : String(error));
try {
  const { guild, remove } = readArguments(process.argv.slice(2));
  const settings = readSettings(DiscordSettings, environmentOf(process.cwd(), process.env));
  // From here on it is Discord, or what stands in its place, that answers.
  told = (error) => sentence(error, settings);
  const rest = ownRest(settings);
  const { id } = OWN.parse(await rest.get(Routes.currentApplication()));
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
  process.stderr.write(`${told(error)}\n`);
  process.exit(1);
}

function readArguments([flag, guild = '', extra, ...rest]: string[]): { guild: string | null; remove: boolean } {
  if (flag === undefined) return { guild: null, remove: false };
  const known = flag === '--guild' && /^\d{15,22}$/.test(guild) && (extra === undefined || extra === '--remove');
  if (!known || rest.length > 0) throw new Error(`Usage: ${USAGE}`);
  return { guild, remove: extra === '--remove' };
}

function sentence(error: unknown, { DISCORD_API_URL: api }: DiscordSettings): string {
  const { status, code } = error instanceof DiscordAPIError ? error : { status: null, code: null };
  if (status === 401)
    return 'Discord does not accept DISCORD_TOKEN. Make a new one at https://discord.com/developers/applications, your application, "Bot", "Reset Token".';
  if (status === 403)
    return 'Discord does not let this bot register commands in that server. Install the bot there first.';
  // Discord numbers its refusals; whatever else answers does not.
  if (typeof code === 'number' && code > 0)
    return `Discord refuses the commands: ${error instanceof Error ? error.message : code}`;
  return api
    ? 'Discord cannot be reached at DISCORD_API_URL: nothing there answers as Discord does. Leave DISCORD_API_URL out, or set it to the base address of the REST API without a version, such as https://discord.com/api.'
    : 'Discord cannot be reached. See that this machine reaches https://discord.com/api over the network, and try again.';
}
