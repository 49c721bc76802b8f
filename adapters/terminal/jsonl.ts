// Reads one JSON object a line, answers each in order, prints one line each and nothing else.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { ask, type Conversation, type Desk, NEW_CONVERSATION, recordOf } from '../../src/index.ts';
import { today } from '../host/today.ts';

interface Line {
  readonly id: unknown;
  readonly question: string;
  readonly history: readonly string[];
}

/** Answers every line of `input`. A bad line gets `{"id":…,"error":"…"}` and the run goes on. Returns how many were bad. */
export async function answerLines(desk: Desk, input: Readable, output: Writable): Promise<number> {
  let bad = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const printed = answerLine(desk, line.replace(/^\uFEFF/, ''));
    if (printed.error) bad += 1;
    if (!output.write(`${JSON.stringify(printed.value)}\n`)) await new Promise((go) => output.once('drain', go));
  }
  return bad;
}

function answerLine(desk: Desk, line: string): { value: unknown; error: boolean } {
  const parsed = parse(line);
  if ('error' in parsed) return { value: parsed, error: true };
  let conversation: Conversation = NEW_CONVERSATION;
  for (const turn of parsed.history) conversation = ask(desk, turn, conversation).conversation;
  const { answer } = ask(desk, parsed.question, conversation);
  return { value: { ...('id' in parsed ? { id: parsed.id } : {}), ...recordOf(answer, desk, today()) }, error: false };
}

function parse(line: string): Line | { id: unknown; error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'this line is not JSON; write {"id":"q1","question":"…"}' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, error: 'write an object a line: {"id":"q1","question":"…"}' };
  }
  const { id = null, question, history = [] } = value as Record<string, unknown>;
  if (typeof question !== 'string') return { id, error: '"question" must be a string' };
  if (!Array.isArray(history) || !history.every((h) => typeof h === 'string')) {
    return { id, error: '"history" must be a list of strings, the earlier turns of the same person' };
  }
  return { id, question, history };
}
