// The operator's log: a closed list of fields, so that no question and nobody's name can reach it.
import pino from 'pino';

/** All that may ever be logged. */
export interface Fields {
  readonly surface?: string;
  readonly command?: string;
  readonly outcome?: string;
  readonly mode?: string;
  readonly transport?: string;
  /** A code or the name of an error class; never its message, which may quote what was typed. */
  readonly fault?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly count?: number;
  readonly version?: string;
}

const NAMES: readonly (keyof Fields)[] = [
  'surface',
  'command',
  'outcome',
  'mode',
  'transport',
  'fault',
  'status',
  'milliseconds',
  'count',
  'version',
];
/** A word of ours: no spaces, so no sentence of anybody's. */
const WORD = /^[A-Za-z0-9][\w.:/-]{0,59}$/;

export type Level = 'debug' | 'info' | 'warn' | 'error';

export interface Log {
  /** `event` is a fixed sentence of ours. Fields outside the list, and values that are not one word, are dropped. */
  readonly record: (level: Level, event: string, fields?: Fields) => void;
}

/** A log that writes JSON lines to `write`, by default to standard error. */
export function openLog(level: Level | 'silent', write?: (line: string) => void): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    write ? { write } : pino.destination({ dest: 2, sync: true }),
  );
  return { record: (at, event, fields = {}) => logger[at](closed(fields), event) };
}

function closed(fields: Fields): Record<string, string | number> {
  const out: Record<string, string | number> = {};
  for (const name of NAMES) {
    const value = fields[name];
    if (typeof value === 'number' && Number.isFinite(value)) out[name] = value;
    if (typeof value === 'string' && WORD.test(value)) out[name] = value;
  }
  return out;
}

/** What may be said of an error: its code, or the name of its class. */
export function faultOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && WORD.test(code)) return code;
  return error instanceof Error ? error.name : 'unknown';
}
