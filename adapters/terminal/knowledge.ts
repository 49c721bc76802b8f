#!/usr/bin/env node
// `npm run knowledge`: checks every knowledge file and prints all faults; with a reference, shows how it will look; --stale
// lists the entries of the guide that are due to be checked.
import { join } from 'node:path';
import { formatFaults, preview, readKnowledge } from '../../src/index.ts';
import { projectRoot } from '../host/place.ts';
import { today } from '../host/today.ts';

const { knowledge, faults } = await readKnowledge(join(projectRoot(), 'knowledge'));
const stopping = faults.filter((f) => f.level === 'fault').length;
const wanted = process.argv.slice(2).filter((a) => !a.startsWith('-'));

if (faults.length > 0) process.stdout.write(`${formatFaults(faults)}\n`);
for (const asked of wanted) {
  const ref = asked.includes('/') ? asked : `jchr-tnr/${asked}`;
  const text = preview(knowledge, ref);
  process.stdout.write(
    `${text ?? `${ref} is not held; write a paragraph such as 72, a note such as n138, ein/3 or guide/ccf-time-limits`}\n\n`,
  );
  if (text === null) process.exitCode = 1;
}
if (process.argv.includes('--stale')) {
  const due = knowledge.passages.flatMap((p) =>
    p.guide && today() > p.guide.checkAgain ? [{ ref: p.ref, fact: p.guide }] : [],
  );
  for (const { ref, fact } of due)
    process.stdout.write(`${ref} since ${fact.checkAgain}: ${fact.from} ${fact.urls.join(' ')}\n`);
  process.stdout.write(`${due.length} entries of the guide are due to be checked\n`);
}
const questions = knowledge.questions.reduce((sum, g) => sum + g.questions.length, 0);
process.stdout.write(
  `${knowledge.passages.length} passages, ${knowledge.terms.length} terms, ${questions} curated questions: ${stopping} faults, ${faults.length - stopping} warnings\n`,
);
if (stopping > 0) process.exitCode = 1;
