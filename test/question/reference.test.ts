import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Holdings, holdingsOf } from '../../src/question/holdings.ts';
import { readReferences } from '../../src/question/reference.ts';
import { theKnowledge } from '../the-desk.ts';

let held: Holdings;
beforeAll(async () => {
  held = holdingsOf(await theKnowledge());
});

const short = (refs: readonly string[]) => refs.map((r) => r.replace('jchr-tnr/', '')).join(' ');

describe('references are read in every form people use', () => {
  it.each([
    ['para 74', '74'],
    ['Para. 74', '74'],
    ['paragraph no. 74', '74'],
    ['¶79', '79'],
    ['¶¶ 77-79', '77 78 79'],
    ['§ 71', '71'],
    ['paras 71–75, 79', '71 72 73 74 75 79'],
    ['paras 71 to 73 and 75', '71 72 73 75'],
    ['paragraphs 64, 65 & 66', '64 65 66'],
    ['fn 138', 'n138'],
    ['fns 126 + 127 together please', 'n126 n127'],
    ['fn 126 and fn 130', 'n126 n130'],
    ['note 127', 'n127'],
    ['footnote 151', 'n151'],
    ['notes 142, 144 & 145', 'n142 n144 n145'],
    ['fn 126-8', 'n126 n127 n128'],
    ['[143]', 'n143'],
    ['Q27', 'n136 n144 n152'],
    ['at [76]-[78]', '76 77 78'],
    ['[72] and [143]', '72 n143'],
    ['Q 86', 'n140 n141'],
    ['TRUK0119', 'n133 n145'],
    ['truk 0154', 'n137'],
    ['MUO0032', 'n128 n139'],
    ['HC 681 para 72', '72'],
    ['HC 681 at 72', '72'],
    ['HL Paper 160, HC 681, paras 71-72', '71 72'],
    ['the conclusion at 73', '73'],
    ['recommendation 75', '75'],
    ['68.4', '68.4'],
    ['jchr-tnr/n144', 'n144'],
    ['ein/3', 'ein/3'],
    ['EIN 4', 'ein/4'],
    ['74. paragraf', '74'],
    ['параграф 74', '74'],
    ['第72段', '72'],
    ['الفقرة ٧٤', '74'],
    ['párrafo 72', '72'],
    ['сноска 138', 'n138'],
    ['脚注138', 'n138'],
  ])('%s', (text, refs) => {
    expect(short(readReferences(text, held, true).refs)).toBe(refs);
  });

  it('names what is not held', () => {
    expect(readReferences('para 12 and fn 200', held).missing).toEqual(['para 12', 'note 200']);
    expect(readReferences('TRUK9999', held).missing).toEqual(['TRUK9999']);
  });

  it('takes a bare number only where nothing else was asked', () => {
    expect(readReferences('72', held).refs).toEqual([]);
    expect(short(readReferences('71 and 72', held, true).refs)).toBe('71 72');
    expect(short(readReferences('138', held, true).refs)).toBe('n138');
  });

  it.each(['one million hkd', '60% of them', 'in 2016', 'around 6%', 'Five Eyes', '£72 fine', 'room 72b'])(
    '%s is no reference',
    (text) => {
      expect(readReferences(text, held, true).refs).toEqual([]);
    },
  );

  it('never gives a question number to a speaker', () => {
    for (const ref of readReferences('Q27', held).refs) expect(ref).toMatch(/^jchr-tnr\/n/);
  });

  it('reads back every list of paragraphs that is written out', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 64, max: 79 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('para ', 'paras ', '¶', 'paragraphs '),
        fc.constantFrom(', ', ' and ', ' & ', '; ', ','),
        (numbers, label, joint) => {
          expect(readReferences(label + numbers.join(joint), held).refs).toEqual(numbers.map((n) => `jchr-tnr/${n}`));
        },
      ),
    );
  });

  it('reads back every range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 126, max: 153 }),
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom('-', '–', ' to ', ' – '),
        (from, length, joint) => {
          const to = Math.min(153, from + length);
          const refs = readReferences(`notes ${from}${joint}${to}`, held).refs;
          const due = from === to ? [from] : [...Array(to - from + 1).keys()].map((i) => from + i);
          expect(refs).toEqual(due.map((n) => `jchr-tnr/n${n}`));
        },
      ),
    );
  });

  it('never throws, and holds every reference it returns, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.string({
            unit: fc.constantFrom('7', '2', '-', ',', ' ', 'para', 'fn', 'Q', '[', ']', 'and', '¶', 'to'),
            maxLength: 60,
          }),
        ),
        (text) => {
          for (const ref of readReferences(text, held, true).refs) expect(held.has(ref)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
