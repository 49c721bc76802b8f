#!/usr/bin/env node
// `npm run slack`: the desk in Slack.
import { faultOf, openLog } from '../host/log.ts';
import { projectRoot } from '../host/place.ts';
import { openPrepared } from '../host/prepared.ts';
import { environmentOf, readSettings } from '../host/settings.ts';
import { openSlack } from './app.ts';
import { SlackSettings } from './settings.ts';

/** How long answers under way may take to finish once the desk is told to stop. */
const FINISH = 8000;

try {
  const root = projectRoot();
  const settings = readSettings(SlackSettings, environmentOf(process.cwd(), process.env));
  const log = openLog(settings.LOG_LEVEL);
  // A stray rejection inside a library is logged; it never takes everybody's desk down.
  process.on('unhandledRejection', (error) => log.record('error', 'unhandled rejection', { fault: faultOf(error) }));
  const desk = await openPrepared((line) => process.stderr.write(`${line}\n`), root);
  const running = await openSlack(desk, settings, log, root);
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.record('info', 'stopping');
      void running.stop(FINISH).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  // Whoever waits for this line may send a signal at once.
  process.stdout.write(
    `Red Notice Desk is ready in Slack (${settings.SLACK_MODE} mode). Health: http://${settings.HOST}:${running.port}/healthz\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
