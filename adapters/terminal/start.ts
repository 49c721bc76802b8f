#!/usr/bin/env node
// `npm start`: the platforms that are configured; with none, a chat in this terminal.
import { openPrepared } from '../host/prepared.ts';
import { chat } from './chat.ts';
import { canvasOf } from './draw.ts';

try {
  const desk = await openPrepared((line) => process.stderr.write(`${line}\n`));
  await chat(desk, process.stdin, process.stdout, {
    canvas: () => canvasOf(process.stdout, process.env),
    explain: process.argv.includes('--explain'),
    now: Date.now,
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
