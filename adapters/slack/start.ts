#!/usr/bin/env node
// `npm run slack`: the desk in Slack.
import { runDesk } from '../host/run.ts';
import { openSlack } from './app.ts';
import { SlackSettings } from './settings.ts';

await runDesk(SlackSettings, openSlack, { where: ({ SLACK_MODE }) => `Slack (${SLACK_MODE} mode)`, finish: 8000 });
