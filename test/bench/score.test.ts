import { describe, expect, it } from 'vitest';
import { type Labelled, score } from '../../bench/score.ts';
import type { AnswerRecord } from '../../src/index.ts';
import { answerTo } from '../the-desk.ts';

const label = (more: Partial<Labelled>): Labelled => ({
  id: 'x',
  question: '',
  kind: 'direct',
  gold: ['72'],
  acceptable: [],
  all: [],
  must_include: [],
  expect: 'answer',
  ...more,
});
const passes = (question: Labelled, answer: AnswerRecord) =>
  Object.fromEntries(score([[question, answer]]).figures.map((f) => [f.name, f.pass === f.of]));

describe('scoring', () => {
  it('counts the first passage, any passage, completeness and the words asked for apart', async () => {
    const answer = await answerTo('paras 72 and 74');
    expect(passes(label({ gold: ['74'], all: ['74', '75'], must_include: ['Five Eyes'] }), answer)).toEqual({
      'top-1': false,
      'gold shown': true,
      complete: false,
      'span shown': true,
    });
  });

  it('wants a look-up to show exactly what was asked for', async () => {
    const answer = await answerTo('paras 72 and 74');
    expect(passes(label({ gold: ['72', '74'], expect: 'lookup' }), answer)).toEqual({ 'look-up exact': true });
    expect(passes(label({ gold: ['72'], expect: 'lookup' }), answer)).toEqual({ 'look-up exact': false });
  });

  it('forgives an answer where none was due only when every passage is fair', async () => {
    const answer = await answerTo('para 72');
    expect(passes(label({ gold: [], expect: 'decline' }), answer)).toEqual({
      declined: false,
      'no wrong answer': false,
    });
    expect(passes(label({ gold: [], acceptable: ['72'], expect: 'decline' }), answer)).toEqual({
      declined: false,
      'no wrong answer': true,
    });
  });

  it('reports what was got for every miss', async () => {
    const { misses } = score([[label({ gold: ['75'] }), await answerTo('para 72')]]);
    expect(misses.map((m) => [m.figure, m.got])).toEqual([
      ['top-1', 'answered jchr-tnr/72'],
      ['gold shown', 'answered jchr-tnr/72'],
    ]);
  });
});
