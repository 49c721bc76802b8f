import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, linked, plain, quote, toCopy } from '../../../adapters/discord/markdown.ts';
import { theDesk } from '../../the-desk.ts';
import { readMarkdown } from './read-markdown.ts';

const HOSTILE = [
  '@everyone @here',
  '<@123456789012345678> <@!123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '[click](https://evil.example) https://evil.example http://evil.example <https://evil.example>',
  '```js\nx\n``` `code` **b** __u__ ~~s~~ ||spoiler|| *i* _i_',
  '# heading\n## two\n-# small\n> quote\n>>> all\n- list\n* list\n1. one\n12) two',
  ':smile: <:name:123456789012345678> <a:name:123456789012345678> <t:1700000000:R> </ask:123456789012345678>',
  '\\*not\\* \\\\ ¯\\_(ツ)_/¯ a\u200bb \u202eright to left\u202c',
  '😀'.repeat(300),
  'steam://run mailto:a@b.example discord.gg/x discord://-/x <id:customize> +442012345678',
];
/** The parser folds line breaks and spaces; what matters is that no other character is lost, added or read as markup. */
const bare = (words: string) => words.replace(/\s+/g, ' ').trim();

describe('plain words', () => {
  it.each(HOSTILE.map((words) => [words.slice(0, 40), words]))('are shown letter for letter: %j', (_, words = '') => {
    const read = readMarkdown(plain(words));
    expect(bare(read.words)).toBe(bare(words));
    expect([...read.kinds].filter((k) => !['br', 'newline', 'escape'].includes(k))).toEqual([]);
  });

  it('are shown letter for letter whatever they are', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'*_~`|>#-[]()<:@&!.+\\/ \n1a9', 'https://x.y', '@everyone', '<@1>', '```', '**', '://'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: 'grapheme', maxLength: 80 })), (words) => {
        const read = readMarkdown(plain(words));
        expect(bare(read.words)).toBe(bare(words));
        expect([...read.kinds].filter((k) => !['br', 'newline', 'escape'].includes(k))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('of every sentence held are shown letter for letter, marked and quoted too', async () => {
    const desk = await theDesk();
    for (const passage of desk.knowledge.passages)
      for (const sentence of passage.sentences) {
        expect(readMarkdown(plain(sentence.marked)).words).toBe(sentence.marked);
        const set = readMarkdown(`\n${quote(bold(plain(sentence.marked)))}`);
        expect(set.words.trim()).toBe(sentence.marked);
        expect([...set.kinds].sort()).toEqual(['blockQuote', 'br', 'strong'].filter((k) => set.kinds.has(k)));
      }
  });
});

describe('the other forms', () => {
  it('make links of the addresses in fixed words and of nothing else', () => {
    const { links } = readMarkdown(linked('See https://befrienders.org/find (and http://evil.example, @everyone).'));
    expect(links).toEqual(['https://befrienders.org/find']);
  });

  it('keep a citation in its box whatever it holds', () => {
    const { kinds } = readMarkdown(toCopy('a ``` b @everyone'));
    expect([...kinds]).toEqual(['codeBlock']);
  });
});
