import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../adapters/host/place.ts';
import { answerLabelled, readLabelled } from '../bench/labelled.ts';
import { type AnswerRecord, ask, type Desk, recordOf } from '../src/index.ts';
import { knowledgeDirectory, theDesk } from './the-desk.ts';

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
const original = squeeze(
  readFileSync(join(knowledgeDirectory, 'jchr-tnr', 'source.txt'), 'utf8').replace(/\s*\[\d+\]/g, ''),
);
const folder = join(projectRoot(), 'bench', 'labelled');

let desk: Desk;
beforeAll(async () => {
  desk = await theDesk();
});

/** Report words are the source's; every sentence has a speaker; every excerpt a citation. */
function check(answer: AnswerRecord): void {
  for (const excerpt of [...answer.excerpts, ...answer.nearest]) {
    const guide = excerpt.ref.startsWith('guide/');
    expect(excerpt.citation).toMatch(guide ? /<https?:/ : /para \d/);
    expect(excerpt.sentences.length).toBeGreaterThan(0);
    for (const sentence of excerpt.sentences) expect(sentence.voice.name).not.toBe('');
    const report = excerpt.ref.startsWith('jchr-tnr/');
    for (const { voice } of excerpt.sentences) {
      expect(voice.kind === 'commentary' || voice.kind === 'guide').toBe(!report);
      if (!report) expect(voice.kind === 'guide').toBe(guide);
    }
    if (!report) continue;
    for (const words of [excerpt.text, ...excerpt.sentences.map((s) => s.text), ...excerpt.notes.map((n) => n.text)]) {
      expect(original.includes(squeeze(words)), words).toBe(true);
    }
  }
}

describe('every word of the report that is shown stands in the source, with its voice and citation', () => {
  it.each(readdirSync(folder).filter((f) => f.endsWith('.jsonl')))('for every question of %s', (file) => {
    for (const question of readLabelled(join(folder, file))) check(answerLabelled(desk, question));
  });

  it('for every passage looked up', () => {
    for (const passage of desk.knowledge.passages) check(recordOf(ask(desk, passage.ref).answer, desk));
  });

  it('for any text at all', () => {
    const words = [
      'red',
      'notice',
      'para',
      '72',
      'who',
      'said',
      'turkey',
      'fn',
      '138',
      'asylum',
      '"',
      '?',
      'years',
      'CCF',
      '红色通报',
      'and',
      'not',
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((w) => w.join(' ')),
        ),
        (text) => check(recordOf(ask(desk, text).answer, desk)),
      ),
      { numRuns: 600 },
    );
  });
});
