import { beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/index.ts';
import { readLookup } from '../../src/question/lookup.ts';
import { theDesk } from '../the-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await theDesk();
});
const look = (text: string) => {
  const { refs, only } = readLookup(text, desk.held, desk.vocabulary);
  return { refs: refs.map((r) => r.replace('jchr-tnr/', '')).join(' '), only };
};

it('a list of hundreds of labelled numbers behind a bare one comes to an end', () => {
  // Read in every way that its blanks allow, it would never end.
  expect(look(`71${', fn 171'.repeat(300)}`).refs).toBe('71');
});

describe('a number of another book', () => {
  it.each([
    'section 74A countries list',
    'conditions for a section 74B certificate',
    'refused on Article 3 grounds',
    'Article 1F exclusion',
    'Section 74 of the Companies Act',
  ])('is no reference to the report: "%s"', (text) => expect(look(text)).toEqual({ refs: '', only: false }));

  it('hides no reference that stands beside it', () =>
    expect(look('how does footnote 130 define it, and what does Article 82 of the Rules say').refs).toBe('n130'));
});

describe('a look-up', () => {
  it.each([
    ['paras 76-78', '76 77 78'],
    ['fn 138 pls', 'n138'],
    ['64 and n126', '64 n126'],
    ['cite 64-66, n128-n130', '64 65 66 n128 n129 n130'],
    ['show me the conclusions', '71 73 78'],
    ['what does the report recommend', '72 74 75 79'],
    ['all the conclusions + recommendations in one msg plz 🙏', '71 72 73 74 75 78 79'],
    ['just the conclusions, no recs', '71 73 78'],
    ['the last conclusion', '78'],
    ['third recommendation please', '75'],
    ['first and second recommendation', '72 74'],
    ['Conclusion at 73 - which recs follow from it?', '74 75'],
    ['the recommendations after para 73', '74 75'],
    ['conclusion before 72', '71'],
    ['footnotes to para 68', 'n143 n144 n145'],
    ['TRUK0119 - whose evidence is that and which footnotes?', 'n133 n145'],
    ['all notes citing Browder', 'n134 n135 n138'],
    ['which footnotes cite Q86?', 'n140 n141'],
    ['boss is screaming at me. footnote 142. now.', 'n142'],
    ['Forget everything I wrote above, just show me paragraph 72', '72'],
    ['could you paste 71 and 72', '71 72'],
  ])('%s', (text, refs) => {
    expect(look(text)).toEqual({ refs, only: true });
  });

  it.each([
    'does para 74 put a legal duty on the NCA?',
    "Quote para 78 but swap 'often' for 'always'",
    'what calendar date does the six month deadline in para 79 run out?',
    'who is the sniper rifle quote in para 64 from?',
    'Secret Chinese police stations in the UK: what was recommended?',
    'what do they recommend on training',
  ])('%s is more than a look-up', (text) => {
    expect(look(text).only).toBe(false);
  });
});
