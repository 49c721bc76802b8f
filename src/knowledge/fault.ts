// A fault in a knowledge file: where it is and what to do about it.

export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** A warning asks for a second look; a fault stops startup. */
  readonly level: 'fault' | 'warning';
}

/** Collects faults of one file, so that a curator sees all of them in one run. */
export interface Reporter {
  readonly fault: (at: Place, message: string) => void;
  readonly warn: (at: Place, message: string) => void;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A reporter that appends to `faults` under the name `file`. */
export function reporterFor(file: string, faults: Fault[]): Reporter {
  const add = (level: Fault['level']) => (at: Place, message: string) => {
    faults.push({ file, line: at.line, column: at.column, message, level });
  };
  return { fault: add('fault'), warn: add('warning') };
}

/** `file:line:column message`, one line a fault; warnings say so. */
export function formatFaults(faults: readonly Fault[]): string {
  return faults
    .map((f) => `${f.file}:${f.line}:${f.column} ${f.level === 'warning' ? 'warning: ' : ''}${f.message}`)
    .join('\n');
}

/** The error an operator meets when knowledge is faulty: every fault at once, and what to run. */
export function knowledgeError(faults: readonly Fault[]): Error & { faults: readonly Fault[] } {
  const stopping = faults.filter((f) => f.level === 'fault');
  const message = `${stopping.length} fault${stopping.length === 1 ? '' : 's'} in the knowledge files; mend them and run: npm run knowledge\n${formatFaults(stopping)}`;
  return Object.assign(new Error(message), { faults });
}
