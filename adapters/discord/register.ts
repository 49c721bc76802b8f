#!/usr/bin/env node
// `npm run discord:register`: hands the commands to Discord in one piece, only when they have changed.
import { isDeepStrictEqual } from 'node:util';
import { type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { environmentOf, readSettings } from '../host/settings.ts';
import { ownRest } from './connection.ts';
import { definitions } from './definitions.ts';
import { DiscordSettings } from './settings.ts';

const USAGE =
  'npm run discord:register, or npm run discord:register -- --guild <server id> to try them in one server at once';

try {
  const guild = readArguments(process.argv.slice(2));
  const settings = readSettings(DiscordSettings, environmentOf(process.cwd(), process.env));
  const rest = ownRest(settings);
  const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
  const route = guild ? Routes.applicationGuildCommands(id, guild) : Routes.applicationCommands(id);
  const held = (await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })) as unknown[];
  const ours = definitions();
  const where = guild ? `in server ${guild}` : 'everywhere';
  if (isSame(held, ours)) process.stdout.write(`The ${ours.length} commands are registered ${where} already.\n`);
  else {
    await rest.put(route, { body: ours });
    process.stdout.write(`Registered ${ours.length} commands ${where}.\n`);
  }
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exit(1);
}

function readArguments([flag, guild, ...rest]: string[]): string | null {
  if (flag === undefined) return null;
  if (flag !== '--guild' || !/^\d{15,22}$/.test(guild ?? '') || rest.length > 0) throw new Error(`Usage: ${USAGE}`);
  return guild ?? null;
}

/** Discord adds ids, versions and defaults to what it holds: only what the desk says is compared. */
function isSame(held: readonly unknown[], ours: RESTPutAPIApplicationCommandsJSONBody): boolean {
  const byName = (list: readonly unknown[]) =>
    [...(list as { name: string }[])].sort((a, b) => (a.name < b.name ? -1 : 1));
  return held.length === ours.length && isDeepStrictEqual(essence(byName(held)), essence(byName(ours)));
}

const ADDED = new Set(['id', 'application_id', 'version', 'guild_id', 'dm_permission', 'nsfw', 'handler']);

/** Without what Discord adds, and without what says nothing: null, false, empty. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const says = (v: unknown) =>
    !(v === null || v === undefined || v === false || isDeepStrictEqual(v, {}) || isDeepStrictEqual(v, []) || v === '');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, v]) => !ADDED.has(name) && says(v))
      .map(([name, v]): [string, unknown] => [name, essence(v)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function sentence(error: unknown): string {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 401)
    return 'Discord does not accept DISCORD_TOKEN. Make a new one at https://discord.com/developers/applications, your application, "Bot", "Reset Token".';
  if (status === 403)
    return 'Discord does not let this bot register commands in that server. Install the bot there first.';
  return error instanceof Error ? error.message : String(error);
}
