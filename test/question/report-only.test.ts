import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../src/question/clauses.ts';
import { asksBeside, asksReport } from '../../src/question/report-only.ts';
import { answerTo, refsFor } from '../the-desk.ts';

const beside = (text: string) => asksBeside(text, clausesOf(text));

describe('a question of the report', () => {
  it.each([
    'what does the committee say about the CCF',
    'according to the report, why is the CCF late and how long can removal take?',
    'does the report say who checks notices, and what is the refusal rate?',
    'I asked Lyon half a year ago if they hold something on me and heard nothing. Is this described in the report?',
    'ماذا يقول التقرير عن اللجنة؟',
    'طبق گزارش، چه کسی را باید خبر کنند؟',
    'что сказано в докладе о комиссии',
    'raporda komisyon için ne yazıyor',
    '根据报告，谁受影响？',
    'not the guide: what does the report itself say of Article 3, and what is the fee?',
  ])('"%s" is asked of the report alone', (text) => {
    expect([asksReport(text), beside(text)]).toEqual([true, false]);
  });

  it.each([
    "The report says clearing a notice takes years. What are the CCF's official target times?",
    'Does the report say how long deletion takes, and what does the CCF itself say about extra staff?',
    'What training did para 79 call for and what training has the Home Office since said it has given?',
  ])('"%s" asks beside it as well', (text) => expect(beside(text)).toBe(true));

  it('and of the rules is answered from both, the report among them', async () => {
    const refs = await refsFor('The committee says removal can take years. What time limits does the CCF Statute set?');
    expect(refs).toContain('guide/ccf-time-limits');
    expect(refs.some((r) => r.startsWith('jchr-tnr/68'))).toBe(true);
  });

  it.each([
    'according to the report, how long does the CCF have to decide?',
    'what does the report say about silver notices',
    'per the report what is section 74A',
    'in the report, is russia banned from sending diffusions',
    'what does the committee say about NCBs',
  ])('"%s" is never answered by the guide', async (question) => {
    expect((await refsFor(question)).filter((r) => r.startsWith('guide/'))).toEqual([]);
  });

  it('that it does not answer is shown what the guide would have answered, as no answer', async () => {
    const answer = await answerTo('according to the report, how long does the CCF have to decide?');
    expect(answer.outcome).toBe('not_covered');
    expect(answer.nearest.map((e) => e.ref)).toContain('guide/ccf-time-limits');
  });

  it('at the end of a story is no request for advice', async () => {
    const refs = await refsFor(
      "Venezuelan journalist, asylum refused in the UK, the refusal letter calls an Interpol notice proof that she's a criminal. Does the report say that this happens?",
    );
    expect(refs.some((r) => /jchr-tnr\/(?:76|77|78)/.test(r))).toBe(true);
  });

  it('beside one of INTERPOL is answered clause by clause, though the two together resemble nothing held', async () => {
    const refs = await refsFor(
      'Does the report say how long deletion really takes at the CCF, and what does the CCF itself say about extra funding and staff?',
    );
    expect(refs).toContain('guide/ccf-delays-admitted');
  });
});
