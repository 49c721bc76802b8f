// `npm run fuzz`: random and adversarial inputs through ask() and through --jsonl; nothing may throw, be lost or be slow.
//   npm run fuzz -- 2000     fewer inputs
//   npm run fuzz -- 100000 7 another seed
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { projectRoot } from '../adapters/host/place.ts';
import { openPrepared } from '../adapters/host/prepared.ts';
import { ask, layOut, recordOf, splitPages } from '../src/index.ts';
import { inputOf, randomOf } from './hostile.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
const SEED = Number(process.argv[3] ?? 1);
/** Milliseconds for an input of up to 4,000 characters. */
const MOST = 50;
/** Every so many inputs the answer is laid out and split as well. */
const DRAWN = 20;

const desk = await openPrepared((line) => process.stderr.write(`${line}\n`));
const faults: string[] = [];
const fault = (text: string) => {
  if (faults.length < 20) faults.push(text);
};

/** The least of three tries: a pause of the machine is no fault of the input. */
function slowness(input: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least > MOST; tries++) {
    const before = performance.now();
    ask(desk, input);
    least = Math.min(least, performance.now() - before);
  }
  return least;
}

let slowest = 0;
const random = randomOf(SEED);
for (let i = 0; i < COUNT; i++) {
  const input = inputOf(random, i);
  try {
    const taken = slowness(input);
    if (input.length <= 4000) slowest = Math.max(slowest, taken);
    if (taken > MOST) fault(`input ${i} of ${input.length} characters took ${taken.toFixed(0)} ms`);
    if (i % DRAWN === 0) {
      const { answer } = ask(desk, input);
      splitPages(layOut(answer, desk), 500);
      JSON.stringify(recordOf(answer, desk));
    }
  } catch (error) {
    fault(`input ${i} of ${input.length} characters threw: ${error instanceof Error ? error.stack : String(error)}`);
  }
}
process.stdout.write(`ask(): ${COUNT} inputs, slowest of at most 4,000 characters ${slowest.toFixed(1)} ms\n`);

const child = spawn(process.execPath, [join(projectRoot(), 'dist/adapters/terminal/ask.js'), '--jsonl'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
let lines = 0;
let errors = 0;
const reading = (async () => {
  for await (const printed of createInterface({ input: child.stdout })) {
    const record = JSON.parse(printed) as { id?: unknown; error?: string };
    if (record.error !== undefined) errors += 1;
    else if (record.id !== lines) fault(`line ${lines} came out as ${String(record.id)}`);
    lines += 1;
  }
})();
const again = randomOf(SEED);
let bad = 0;
for (let i = 0; i < COUNT; i++) {
  const input = inputOf(again, i);
  // A line in fifty is no question at all, and still gets its line.
  const isBad = i % 50 === 49;
  if (isBad) bad += 1;
  const raw = isBad ? JSON.stringify([input]) : JSON.stringify({ id: i, question: input });
  if (!child.stdin.write(`${raw}\n`)) await once(child.stdin, 'drain');
}
child.stdin.end();
const [status] = (await once(child, 'close')) as [number];
await reading;
if (lines !== COUNT) fault(`--jsonl printed ${lines} lines for ${COUNT}`);
if (errors !== bad) fault(`--jsonl called ${errors} lines bad; ${bad} were`);
if (status !== (bad > 0 ? 1 : 0)) fault(`--jsonl ended with ${status}`);
process.stdout.write(`--jsonl: ${COUNT} lines in, ${lines} out, in order; ${errors} bad lines reported\n`);
for (const text of faults) process.stdout.write(`FAULT ${text}\n`);
process.stdout.write(faults.length > 0 ? `${faults.length} faults\n` : 'no faults\n');
if (faults.length > 0) process.exitCode = 1;
