import { describe, expect, it } from 'vitest';
import { withDigits } from '../../src/question/number-words.ts';
import { refsFor } from '../the-desk.ts';

describe('a number said in words', () => {
  it.each([
    ['para seventy two', 'para 72'],
    ['Paragraph seventy-four please', 'Paragraph 74 please'],
    ['paragraphs seventy one to seventy five', 'paragraphs 71 to 75'],
    ['note one hundred and thirty eight', 'note 138'],
    ['footnotes a hundred and forty, one hundred forty four', 'footnotes 140, 144'],
    ['sixty four and sixty five', '64 and 65'],
    ['recommendation seventy nine', 'recommendation 79'],
  ])('%s', (said, read) => expect(withDigits(said)).toBe(read));

  it.each([
    'does paragraph 64 name two witnesses',
    'who are the three worst states',
    'conclusions of one hundred witnesses',
    'please note two points',
    'paragraph twenty of the Act',
    'notes one million times',
  ])('is left alone in "%s"', (text) => expect(withDigits(text)).toBe(text));

  it('finds the paragraphs', async () => {
    expect(await refsFor('para seventy two')).toEqual(['jchr-tnr/72']);
    expect(await refsFor('could i see paragraph seventy-four please')).toEqual(['jchr-tnr/74']);
  });
});
