#!/usr/bin/env node
// `npm run discord`: the desk in Discord.
import { runDesk } from '../host/run.ts';
import { openDiscord } from './app.ts';
import { DiscordSettings } from './settings.ts';

// Discord's hosts and most supervisors give a process about five seconds to end.
await runDesk(DiscordSettings, openDiscord, { where: () => 'Discord', finish: 3500 });
