// Reads settings from the environment and .env, and refuses to start on any fault, naming all of them at once.
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import { faultOf } from './log.ts';

/** The environment, with what .env adds to it; a variable that is set already wins. */
export interface Environment {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Where a name is set, or might be: `.env:3`, `environment`, or `.env (none here)`. */
  readonly placeOf: (name: string) => string;
}

/** Reads .env in `directory` if there is one. Never prints or keeps a value. */
export function environmentOf(directory: string, process: NodeJS.ProcessEnv): Environment {
  const read = readIfThere(`${directory}/.env`);
  // Editors on Windows put a byte order mark first, which would be part of the first name.
  const text = (read ?? '').replace(/^\uFEFF/, '');
  const lines = text.split('\n');
  const filled = Object.fromEntries(Object.entries(process).filter(([, v]) => v !== undefined && v.trim() !== ''));
  return {
    values: { ...parseEnv(text), ...filled },
    placeOf: (name) => {
      if (filled[name] !== undefined) return 'environment';
      if (read === null) return '.env (none here)';
      const line = lines.findIndex((l) => /^\s*(?:export\s+)?([\w.-]+)\s*=/.exec(l)?.[1] === name);
      return line < 0 ? 'environment' : `.env:${line + 1}`;
    },
  };
}

function readIfThere(file: string): string | null {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  } catch (error) {
    throw new Error(
      `The settings in .env cannot be read (${faultOf(error)}): make .env a file that this user may read, or remove it. .env.example explains every setting.`,
    );
  }
}

/**
 * The settings of `schema`. Every fault is thrown in one error, a line each: `.env:3 NAME what to do`. Values are never
 * repeated in it: they may be secrets.
 */
export function readSettings<S extends z.ZodType>(schema: S, environment: Environment): z.output<S> {
  const blank = Object.entries(environment.values).filter(([, v]) => v !== undefined && v.trim() !== '');
  const read = schema.safeParse(Object.fromEntries(blank));
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? 'settings');
    return `${environment.placeOf(name)} ${name} ${issue.message}`;
  });
  throw settingsError([...new Set(faults)]);
}

function settingsError(faults: readonly string[]): Error {
  const list = faults.map((f) => `  ${f}`).join('\n');
  return new Error(`The settings cannot be used:\n${list}\n.env.example explains every setting.`);
}
