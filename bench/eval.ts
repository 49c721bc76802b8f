// `npm run eval`: the figures on every labelled set, and the curated questions tried on a desk that never saw them.
//   npm run eval -- --misses          and every miss
//   npm run eval -- FILE.jsonl …      only these sets
//   npm run eval -- --no-held-out     without the (slow) learning of folds
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { projectRoot } from '../adapters/host/place.ts';
import { openPrepared } from '../adapters/host/prepared.ts';
import { loadKnowledge } from '../src/index.ts';
import { crossValidate, type Held } from './cross-validate.ts';
import { answerLabelled, readLabelled } from './labelled.ts';
import { fallen } from './least.ts';
import { type Figure, score, TARGETS } from './score.ts';

const FOLDS = 6;
const WORKERS = 2;

/** Figures below the least that was measured before. */
const lost: string[] = [];

const percent = (pass: number, of: number) => `${((100 * pass) / Math.max(1, of)).toFixed(1)}%`;

async function main(): Promise<void> {
  const root = projectRoot();
  const args = process.argv.slice(2);
  const named = args.filter((a) => !a.startsWith('--'));
  const folder = join(root, 'bench', 'labelled');
  const files =
    named.length > 0
      ? named
      : readdirSync(folder)
          .filter((f) => f.endsWith('.jsonl'))
          .sort()
          .map((f) => join(folder, f));
  const desk = await openPrepared((line) => process.stderr.write(`${line}\n`));
  for (const file of files) {
    const pairs = readLabelled(file).map((q) => [q, answerLabelled(desk, q)] as const);
    const { figures, misses } = score(pairs);
    lost.push(...fallen(basename(file), figures));
    process.stdout.write(`${basename(file)} (${pairs.length} questions)\n`);
    for (const f of figures)
      process.stdout.write(`  ${f.name}: ${f.pass}/${f.of} ${percent(f.pass, f.of)} (target ${TARGETS[f.name]}%)\n`);
    if (args.includes('--misses')) {
      for (const m of misses)
        process.stdout.write(
          `    ${m.figure}\t${m.question.id}\t${m.question.kind}\t${m.question.question}\t${m.got}\n`,
        );
    }
  }
  if (!args.includes('--no-held-out') && named.length === 0) await reportHeldOut(args.includes('--misses'));
  for (const line of lost) process.stdout.write(`${line}\n`);
  if (lost.length > 0) process.exitCode = 1;
}

/** Each question is answered by a desk that learned from the other five sixths: leave-one-out, for weights that are learned. */
async function reportHeldOut(misses: boolean): Promise<void> {
  const held = (await Promise.all([...Array(WORKERS).keys()].map(heldOutBy))).flat();
  process.stdout.write(`curated questions, each held out (${FOLDS} folds, ${held.length} questions)\n`);
  const figures: Figure[] = [];
  for (const kind of ['answered', 'not_covered', 'declined'] as const) {
    const of = held.filter((h) => h.kind === kind);
    const count = (name: string, is: (h: Held) => boolean) =>
      figures.push({ name, pass: of.filter(is).length, of: of.length });
    count(kind === 'answered' ? 'right passage first' : `${kind}, nothing offered as an answer`, (h) => h.right);
    if (kind === 'answered') count('right passage shown', (h) => h.shown);
  }
  for (const f of figures) process.stdout.write(`  ${f.name}: ${f.pass}/${f.of} ${percent(f.pass, f.of)}\n`);
  lost.push(...fallen('curated', figures));
  if (misses)
    for (const h of held.filter((x) => !x.right)) process.stdout.write(`    ${h.line}\t${h.question}\t${h.outcome}\n`);
}

function heldOutBy(worker: number): Promise<Held[]> {
  return new Promise((done, fail) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: { worker } });
    thread.once('message', done);
    thread.once('error', fail);
  });
}

if (isMainThread) await main();
else {
  const { worker } = workerData as { worker: number };
  const knowledge = await loadKnowledge(join(projectRoot(), 'knowledge'));
  const folds = [...Array(FOLDS).keys()].filter((f) => f % WORKERS === worker);
  parentPort?.postMessage(crossValidate(knowledge, FOLDS, folds));
}
