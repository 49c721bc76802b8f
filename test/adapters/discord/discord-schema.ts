// Discord's own published schema as a judge of what is sent to it, and of what the fake answers.
// @ts-expect-error: the package gives a script as its types
import * as published from 'discord-api-spec/zod';
import { array, safeParse } from 'zod/mini';

export type Json = Record<string, unknown>;
export const isObject = (x: unknown): x is Json => typeof x === 'object' && x !== null && !Array.isArray(x);
export const listOf = (x: unknown): Json[] => (Array.isArray(x) ? x.filter(isObject) : []);
/** Length as JavaScript counts it: never looser than Discord, whichever way it counts. */
export const lengthOf = (x: unknown) => (typeof x === 'string' ? x.length : 0);

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** discord.js sends these with every message, whether or not the schema names them there. */
const HARMLESS: Json = { tts: false, enforce_nonce: false };

/** Faults by the schema of that name; `many` when a list of them is sent. Unknown keys are faults, unless `open`. */
export function schemaFaults(name: string, body: unknown, { many = false, open = false } = {}): string[] {
  const one = (published as Json)[`${name}Schema`];
  if (!one) throw new Error(`the schema has no ${name}`);
  const read = safeParse((many ? array(one as never) : one) as never, body);
  if (read.success) return open ? [] : unknownKeys(body, read.data, '');
  return (read.error.issues as readonly Issue[]).flatMap((issue) => told(issue, []));
}

/** A union says only that nothing fitted: the branch that came closest says why. */
function told(issue: Issue, before: readonly PropertyKey[]): string[] {
  const path = [...before, ...issue.path];
  const branches = (issue.errors ?? []).filter((b) => b.length > 0);
  const fits = branches.filter(
    (b) => !b.some(({ path: [first, ...deep] }) => deep.length === 0 && [undefined, 'type'].includes(first as string)),
  );
  const [closest] = (fits.length > 0 ? fits : branches).toSorted((a, b) => a.length - b.length);
  if (!closest) return [`${path.map(String).join('.') || 'body'}: ${issue.message}`];
  return closest.flatMap((inner) => told(inner, path));
}

function unknownKeys(sent: unknown, known: unknown, at: string): string[] {
  if (Array.isArray(sent)) return sent.flatMap((x, i) => unknownKeys(x, (known as unknown[])[i], `${at}${i}.`));
  if (!isObject(sent) || !isObject(known)) return [];
  return Object.entries(sent).flatMap(([key, value]) => {
    if (key in known) return unknownKeys(value, known[key], `${at}${key}.`);
    return value === undefined || HARMLESS[key] === value ? [] : [`${at}${key}: unknown key`];
  });
}
