#!/usr/bin/env node
// `npm run ask`: one question, a pipe of questions, or --jsonl.
import { parseArgs } from 'node:util';
import { ask, explain, layOut, NEW_CONVERSATION } from '../../src/index.ts';
import { openPrepared } from '../host/prepared.ts';
import { today } from '../host/today.ts';
import { chat } from './chat.ts';
import { canvasOf, draw } from './draw.ts';
import { answerLines } from './jsonl.ts';

/** 0: every question was answered or refused in good order. 1: the desk could not start, or a JSON line was bad. 2: bad usage. 3: a single question found no answer. */
const EXIT = { fine: 0, failed: 1, usage: 2, nothing: 3 } as const;
const USAGE = `usage: npm run ask -- "your question"      one question
       npm run ask -- --explain "…"       and why each passage ranked where it did
       npm run --silent ask -- --jsonl    one JSON object a line in, one out
       npm run ask < questions.txt        one question a line
`;

async function main(): Promise<number> {
  const options = {
    jsonl: { type: 'boolean' },
    explain: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return EXIT.usage;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(USAGE);
    return EXIT.fine;
  }
  const question = positionals.join(' ').trim();
  if (question === '' && !values.jsonl && process.stdin.isTTY) {
    process.stderr.write(USAGE);
    return EXIT.usage;
  }
  const desk = await openPrepared((line) => process.stderr.write(`${line}\n`));
  if (values.jsonl) return (await answerLines(desk, process.stdin, process.stdout)) > 0 ? EXIT.failed : EXIT.fine;
  const canvas = () => canvasOf(process.stdout, process.env);
  if (question === '') {
    await chat(desk, process.stdin, process.stdout, {
      canvas,
      explain: Boolean(values.explain),
      now: Date.now,
    });
    return EXIT.fine;
  }
  if (values.explain) process.stdout.write(`${explain(desk, question, NEW_CONVERSATION)}\n\n`);
  const { answer } = ask(desk, question);
  process.stdout.write(`${draw(layOut(answer, desk, today()), canvas())}\n`);
  return answer.outcome === 'answered' ? EXIT.fine : EXIT.nothing;
}

// A reader that closes the pipe early (head, less) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.fine : EXIT.failed),
);
try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = EXIT.failed;
}
