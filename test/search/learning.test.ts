import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionGroup } from '../../src/knowledge/model.ts';
import { buildVocabulary } from '../../src/question/vocabulary.ts';
import { featuresOf } from '../../src/search/features.ts';
import { FLOOR } from '../../src/search/floor.ts';
import { learn } from '../../src/search/learn.ts';
import { buildRanker } from '../../src/search/rank.ts';
import { decodeLearned, encodeLearned } from '../../src/search/weights.ts';

const vocabulary = buildVocabulary([]);
const GROUPS: Record<string, string[]> = {
  cats: ['do cats purr', 'cats like milk', 'why do cats purr', 'how loud do cats purr', 'cats and milk'],
  dogs: ['do dogs bark', 'dogs like bones', 'why do dogs bark', 'how loud do dogs bark', 'dogs and bones'],
  none: ['price of a piano', 'piano tuning price', 'how dear is a piano', 'sell my piano', 'piano price please'],
};
const groups: QuestionGroup[] = Object.entries(GROUPS).map(([title, questions], i) => ({
  title,
  file: 'f',
  line: i,
  questions,
  verdict:
    title === 'none' ? { kind: 'not_covered', nearest: [], premise: false } : { kind: 'answered', refs: [`x/${i}`] },
}));
const lessons = groups.flatMap((g, group) => g.questions.map((q) => ({ features: featuresOf(q, vocabulary), group })));
const weights = learn(lessons, groups.length);
const ranker = buildRanker(groups, weights);
const rank = (q: string) => ranker.rank(ranker.score(featuresOf(q, vocabulary)));

describe('learning', () => {
  it('ranks a new wording under the group it belongs to', () => {
    expect(groups[rank('does a dog bark loudly').answers[0]?.group ?? -1]?.title).toBe('dogs');
    expect(groups[rank('are cats fond of milk').answers[0]?.group ?? -1]?.title).toBe('cats');
  });

  it('is surer of what a passage answers than of what nothing answers', () => {
    expect(rank('why do cats purr so loud').certainty).toBeGreaterThan(
      rank('what is the price of a grand piano').certainty,
    );
  });

  it('gives the same weights every time', () => {
    expect(learn(lessons, groups.length)).toEqual(weights);
  });

  it('survives its form on disk, also as a slice of a larger buffer', () => {
    const familiar = new Map([['cats', 5]]);
    const block = encodeLearned({ weights, familiar });
    const pooled = Buffer.concat([Buffer.from('xyz'), block]).subarray(3);
    for (const read of [decodeLearned(block), decodeLearned(pooled)]) {
      expect(read.weights).toEqual(weights);
      expect(read.familiar).toEqual(familiar);
    }
  });

  it('refuses a block that is cut short, and weights of other questions', () => {
    const block = encodeLearned({ weights, familiar: new Map() });
    expect(() => decodeLearned(block.slice(0, block.length - 8))).toThrow(/cut short/);
    expect(() => buildRanker(groups.slice(1), weights)).toThrow(/other questions/);
  });

  it('explains a score: what the features add makes the score up', () => {
    const features = featuresOf('why do cats purr', vocabulary);
    const total = ranker.explain(features, 0).reduce((sum, e) => sum + e.adds, 0);
    expect(total).toBeCloseTo(ranker.score(features)[0] ?? 0, 4);
  });

  it('knows how much of a text it ever met', () => {
    expect(ranker.familiarity(featuresOf('cats purr', vocabulary))).toBeGreaterThan(0.5);
    expect(ranker.familiarity(featuresOf('quux fnord', vocabulary))).toBeLessThan(FLOOR.familiar);
    expect(ranker.familiarity(featuresOf('', vocabulary))).toBe(0);
  });

  it('makes features of any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(featuresOf(text, vocabulary).size).toBeGreaterThan(0);
      }),
    );
  });
});
