// The desk as an operator starts it: a process of its own, with settings and nothing else.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly stop: () => Promise<number | null>;
}

export async function start(file: string, settings: Record<string, string>): Promise<Started> {
  const cwd = mkdtempSync(join(tmpdir(), 'desk-'));
  const env = { PATH: process.env['PATH'] ?? '', STORE_URL: `file:${cwd}/desk.db`, ...settings };
  const child = spawn(process.execPath, [join(root, 'dist', file)], { cwd, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (d: Buffer) => (said += d.toString()));
  await until(
    () => said.includes('is ready') || child.exitCode !== null,
    () => said,
  );
  if (child.exitCode !== null) throw new Error(said);
  return {
    child,
    said: () => said,
    stop: () => {
      const ended = new Promise<number | null>((go) => child.on('exit', go));
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Waits until something holds, at most 20 seconds. */
export async function until<T>(look: () => T | Promise<T>, why: () => unknown = () => ''): Promise<NonNullable<T>> {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain ${String(why())}`);
    await new Promise((go) => setTimeout(go, 50));
  }
}
