// A chat platform as a process: settings, log and desk opened, a line when it is ready, an orderly end on a signal.
import type { z } from 'zod';
import type { Desk } from '../../src/index.ts';
import type { HostSettings } from './host-settings.ts';
import { faultOf, type Log, openLog } from './log.ts';
import { projectRoot } from './place.ts';
import { openPrepared } from './prepared.ts';
import { environmentOf, readSettings } from './settings.ts';

export interface Running {
  /** Where health is answered. */
  readonly port: number;
  /** Takes no more questions, finishes those under way (up to `most` milliseconds), closes everything. */
  readonly stop: (most: number) => Promise<void>;
}

/** Runs until SIGTERM or SIGINT; faults at start are printed and end the process with 1. `finish` is in milliseconds. */
export async function runDesk<S extends HostSettings>(
  schema: z.ZodType<S>,
  open: (desk: Desk, settings: S, log: Log, root: string) => Promise<Running>,
  { where, finish }: { where: (settings: S) => string; finish: number },
): Promise<void> {
  try {
    const root = projectRoot();
    const settings = readSettings(schema, environmentOf(process.cwd(), process.env));
    const log = openLog(settings.LOG_LEVEL);
    // A stray rejection inside a library is logged; it never takes everybody's desk down.
    process.on('unhandledRejection', (error) => log.record('error', 'unhandled rejection', { fault: faultOf(error) }));
    const desk = await openPrepared((line) => process.stderr.write(`${line}\n`), root);
    const running = await open(desk, settings, log, root);
    let stopping = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (stopping) return;
        stopping = true;
        log.record('info', 'stopping');
        void running.stop(finish).then(
          () => process.exit(0),
          () => process.exit(1),
        );
      });
    }
    // Whoever waits for this line may send a signal at once.
    process.stdout.write(
      `Red Notice Desk is ready in ${where(settings)}. Health: http://${settings.HOST}:${running.port}/healthz\n`,
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
