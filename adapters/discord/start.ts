#!/usr/bin/env node
// `npm run discord`: the desk in Discord.
import { runDesk } from '../host/run.ts';
import { openDiscord } from './app.ts';
import { DiscordSettings } from './settings.ts';

/** One of several processes is told its shard by the first. */
const { SHARDS: shard } = process.env;
const where = () => (shard ? `Discord (shard ${shard})` : 'Discord');

// Discord's hosts and most supervisors give a process about five seconds to end.
await runDesk(DiscordSettings, openDiscord, { where, finish: 3500 });
