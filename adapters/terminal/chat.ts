// An interactive chat: line editing, history for the session, completion of commands and their arguments.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import {
  ask,
  COMMANDS,
  type Conversation,
  type Desk,
  explain,
  layOut,
  NEW_CONVERSATION,
  suggest,
} from '../../src/index.ts';
import { today } from '../host/today.ts';
import { type Canvas, draw } from './draw.ts';

/** A conversation is forgotten after this long without a question. */
const FORGET = 30 * 60 * 1000;
const LEAVE = new Set(['exit', 'quit', ':q', '/quit', '/exit']);

export interface ChatOptions {
  readonly canvas: () => Canvas;
  readonly explain: boolean;
  /** The time in milliseconds. */
  readonly now: () => number;
}

/** Talks until the input ends or the reader leaves. History lives in memory only and ends with the chat. */
export async function chat(desk: Desk, input: Readable, output: Writable, options: ChatOptions): Promise<void> {
  const terminal = 'isTTY' in input && Boolean(input.isTTY);
  const lines = createInterface({
    input,
    output: terminal ? output : undefined,
    terminal,
    prompt: 'ask> ',
    historySize: 200,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(desk, line),
  });
  let conversation: Conversation = NEW_CONVERSATION;
  let last = options.now();
  if (terminal) {
    output.write('Red Notice Desk. Ask in your own words, or "help". "exit" or Ctrl-D leaves.\n');
    lines.prompt();
  }
  lines.on('SIGINT', () => lines.close());
  for await (const line of lines) {
    const typed = line.trim();
    if (LEAVE.has(typed.toLowerCase())) break;
    if (options.now() - last > FORGET) conversation = NEW_CONVERSATION;
    last = options.now();
    if (typed !== '') {
      if (options.explain) output.write(`${explain(desk, typed, conversation)}\n\n`);
      const asked = ask(desk, typed, conversation);
      conversation = asked.conversation;
      output.write(`${draw(layOut(asked.answer, desk, today()), options.canvas())}\n\n`);
    }
    if (terminal) lines.prompt();
  }
  lines.close();
}

/** Completes a command, then its argument. */
export function complete(desk: Desk, line: string): [string[], string] {
  const space = line.indexOf(' ');
  if (space < 0)
    return [COMMANDS.map((c) => `${c.name}${c.argument ? ' ' : ''}`).filter((n) => n.startsWith(line)), line];
  const command = COMMANDS.find((c) => c.name === line.slice(0, space));
  if (!command?.argument) return [[], line];
  const typed = line.slice(space + 1);
  const begun = suggest(command.argument.suggest, typed, desk).filter((c) =>
    c.value.toLowerCase().startsWith(typed.toLowerCase()),
  );
  return [begun.map((c) => `${command.name} ${c.value}`), line];
}
