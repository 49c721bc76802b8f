import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  type Block,
  type Desk,
  type ExcerptBlock,
  layOut,
  plainBlocks,
  type SpokenBlock,
  splitPages,
} from '../../src/index.ts';
import { excerptBlock } from '../../src/page/excerpt.ts';
import { theDesk } from '../the-desk.ts';

let desk: Desk;
let blocks: ExcerptBlock[];
beforeAll(async () => {
  desk = await theDesk();
  blocks = desk.knowledge.passages.flatMap((p) =>
    excerptBlock({ ref: p.ref, focus: p.sentences.map((s) => s.ref) }, desk),
  );
});

const excerptsOf = (pages: readonly { blocks: readonly Block[] }[]) =>
  pages.flatMap((p) => p.blocks).filter((b): b is ExcerptBlock => b.kind === 'excerpt');
const spokenWords = (spoken: readonly SpokenBlock[]) =>
  spoken.flatMap((s) => s.sentences.map((x) => `${s.voice}|${s.quoted}|${x.ref}|${x.text}`));
/** Everything an excerpt says, in order, each piece with its speaker. */
const said = (b: ExcerptBlock) => [
  ...spokenWords(b.spoken),
  ...b.notes.flatMap((n) => spokenWords(n.spoken).map((w) => `${n.mark}${w}`)),
  ...b.links,
];

describe('pages', () => {
  it('lose nothing, part nothing from voice and citation, cut no sentence and keep the limit, for every passage and limit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 50 }), fc.integer({ min: 500, max: 12_000 }), (which, limit) => {
        const block = blocks[which % blocks.length];
        if (!block) return;
        const pages = splitPages([block], limit);
        const parts = excerptsOf(pages);
        expect(parts.flatMap(said)).toEqual(said(block));
        for (const part of parts) {
          expect(part.citation).toBe(block.citation);
          expect(part.label).toBe(block.label);
          for (const spoken of part.spoken) expect(spoken.voice).not.toBe('');
        }
        for (const page of pages) expect(plainBlocks(page.blocks).length).toBeLessThanOrEqual(limit);
        expect(parts.map((p) => p.continued)).toEqual(parts.map((_, i) => i > 0));
      }),
      { numRuns: 1500 },
    );
  });

  it('hold for whole answers of any number of passages', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 500, max: 12_000 }),
        (some, limit) => {
          const chosen = some.flatMap((i) => blocks[i % blocks.length] ?? []);
          const pages = splitPages(chosen, limit);
          expect(excerptsOf(pages).flatMap(said)).toEqual(chosen.flatMap(said));
          for (const page of pages) expect(plainBlocks(page.blocks).length).toBeLessThanOrEqual(limit);
          expect(pages.map((p) => p.number)).toEqual(pages.map((_, i) => i + 1));
          for (const page of pages) expect(page.of).toBe(pages.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never end on the words that lead a quotation in', () => {
    for (const block of blocks) {
      for (let limit = 500; limit < 2500; limit += 37) {
        for (const part of excerptsOf(splitPages([block], limit))) {
          const last = part.spoken.at(-1)?.sentences.at(-1)?.text ?? '';
          if (/told us:$|said that:$|Committee that:$|Red Notice:$/.test(last))
            throw new Error(`${block.ref} at ${limit} ends on "${last}"`);
        }
      }
    }
  });

  it('keep the line that says "no answer" with what it says it of', () => {
    const answer = ask(desk, 'egypt?').answer;
    for (let limit = 500; limit < 4000; limit += 53) {
      for (const page of splitPages(layOut(answer, desk), limit)) expect(page.blocks.at(-1)?.kind).not.toBe('divider');
    }
  });

  it('take a limit below the least that can be kept as the least', () => {
    expect(splitPages(blocks.slice(0, 1), 10)).toEqual(splitPages(blocks.slice(0, 1), 500));
  });

  it('are none for no blocks', () => {
    expect(splitPages([], 1000)).toEqual([]);
  });
});
