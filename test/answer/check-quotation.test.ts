import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkQuotation } from '../../src/answer/check-quotation.ts';
import type { Passage } from '../../src/knowledge/model.ts';
import { answerTo, theKnowledge } from '../the-desk.ts';

let passages: Passage[];
beforeAll(async () => {
  passages = (await theKnowledge()).passages.filter((p) => p.source === 'jchr-tnr');
});
const check = (q: string, within: string[] = []) => checkQuotation(q, passages, within);
const differences = (q: string) => check(q).stretches.filter((s) => s.kind !== 'same');

describe('checking a quotation', () => {
  it.each([
    ['the ship is being steered by others', 'exact'],
    ['  the   ship is being\nsteered by others ', 'exact'],
    ['the use of corrective measures and suspensions for systematic abusers of INTERPOL mechanisms', 'exact'],
    ['“the sniper rifle of autocrats… long-distance, targeted, and highly effective”', 'exact'],
    ["Five Eyes' and other partners", 'exact'],
    ['‘Five Eyes’ and other partners', 'exact'],
    ['We are deeply concerned ... by certain member states', 'marked'],
    ['[T]here is a significant lack of education [in the Civil Service]', 'marked'],
    [
      'There is a significant lack of education […] about trying to analyse whether a Red Notice is in fact genuine',
      'marked',
    ],
    ['always resulting in automatic refusal without due consideration', 'altered'],
    [
      'There is a significant lack of education about trying to analyse whether a Red Notice is in fact genuine',
      'altered',
    ],
    ['refusal by the Interpol secretariat to acknowledge that there is a problem', 'altered'],
    ['track and expose malicious vexatious, and politically motivated use', 'altered'],
    ['the NCA shall compensate every victim', 'absent'],
  ])('%s is %s', (quotation, verdict) => {
    expect(check(quotation).verdict).toBe(verdict);
  });

  it('says exactly which words differ', () => {
    expect(differences('always resulting in automatic refusal')).toEqual([
      { kind: 'differs', quoted: 'always', source: 'often' },
    ]);
    expect(differences('There is a significant lack of education about trying to analyse')).toEqual([
      { kind: 'differs', quoted: '', source: '[in the Civil Service]' },
    ]);
    expect(differences('We recommend that the Government works with')).toEqual([
      { kind: 'differs', quoted: 'that', source: '' },
    ]);
  });

  it('says where real words stand when they are placed elsewhere', () => {
    const found = check('often resulting in automatic refusal', ['jchr-tnr/72']);
    expect(found).toMatchObject({ verdict: 'elsewhere', sentences: ['jchr-tnr/78.1'] });
  });

  it('finds every run of eight words of the report exact, and where it stands', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const sentences = passages.flatMap((p) => p.sentences).filter((s) => s.text.split(' ').length >= 8);
        const sentence = sentences[a % sentences.length];
        const words = (sentence?.text ?? '').split(' ');
        const from = b % (words.length - 7);
        const found = check(words.slice(from, from + 8).join(' '));
        expect(found.verdict).toBe('exact');
      }),
      { numRuns: 200 },
    );
  });

  it('never finds a quotation exact once a word of it is swapped', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 9 }), (a, b) => {
        const sentences = passages.flatMap((p) => p.sentences).filter((s) => s.text.split(' ').length >= 10);
        const words = (sentences[a % sentences.length]?.text ?? '').split(' ');
        words[b] = 'zebra';
        expect(check(words.slice(0, 10).join(' ')).verdict).not.toMatch(/exact|marked/);
      }),
      { numRuns: 200 },
    );
  });

  it('as a command shows the true text with its voice', async () => {
    const answer = await answerTo('check "always resulting in automatic refusal"');
    expect(answer.message).toMatch(/^Not exact/);
    expect(answer.excerpts[0]).toMatchObject({ ref: 'jchr-tnr/78', kind: 'conclusion' });
  });
});
