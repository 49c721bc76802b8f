// Splits blocks into pages for a limit of characters: nothing lost, no sentence cut, no words parted from voice and citation.
import type { Block, ExcerptBlock, NoteBlock, Page, SpokenBlock } from './model.ts';
import { plainBlock } from './plain.ts';

/** The least limit that can be kept: the longest sentence held, its speaker and its citation. */
export const SMALLEST = 500;
/** Characters between two blocks. */
const GAP = 2;

/**
 * Pages of at most `limit` characters by `measure` (plain text unless the adapter knows better). A limit below
 * `SMALLEST` (and the footers) is taken as that. A divider stays with what it divides; a licence stands on every page
 * that shows an excerpt, since every page may be shown alone.
 */
export function splitPages(
  blocks: readonly Block[],
  limit: number,
  measure: (block: Block) => number = (block) => plainBlock(block).length,
): Page[] {
  const footers = blocks.filter((b) => b.kind === 'footer');
  const reserved = footers.reduce((sum, b) => sum + measure(b) + GAP, 0);
  const rest = blocks.filter((b) => b.kind !== 'footer');
  return pagesOf(rest, limit - reserved, measure).map((page) => ({
    ...page,
    blocks: page.blocks.some((b) => b.kind === 'excerpt') ? [...page.blocks, ...footers] : page.blocks,
  }));
}

function pagesOf(blocks: readonly Block[], limit: number, measure: (block: Block) => number): Page[] {
  const most = Math.max(SMALLEST, limit);
  const pages: Block[][] = [[]];
  let room = most;
  const turn = () => {
    const last = pages.at(-1) ?? [];
    const divider = last.at(-1)?.kind === 'divider' && last.length > 1 ? last.pop() : undefined;
    pages.push(divider ? [divider] : []);
    room = most - (divider ? measure(divider) + GAP : 0);
  };
  const put = (block: Block) => {
    pages.at(-1)?.push(block);
    room -= measure(block) + GAP;
  };
  for (const block of blocks) {
    if (measure(block) <= room) {
      put(block);
      continue;
    }
    // A block that fits on a page of its own is not broken, unless breaking it saves a page half empty.
    if (measure(block) <= most && room < most / 2) {
      turn();
      if (measure(block) <= room) {
        put(block);
        continue;
      }
    }
    let rest: Block | null = block;
    while (rest) {
      const [part, left]: [Block | null, Block | null] = breakOff(rest, room, measure, isFresh(pages.at(-1)));
      if (part) put(part);
      rest = left;
      if (rest) turn();
    }
  }
  const full = pages.filter((p) => p.length > 0);
  return full.map((page, i) => ({ number: i + 1, of: full.length, blocks: page }));
}

const isFresh = (page: readonly Block[] = []) => page.every((block) => block.kind === 'divider');

/** The longest first part of a block that fits, and the rest; when nothing fits, no part, or on a fresh page the least. */
function breakOff(
  block: Block,
  room: number,
  measure: (block: Block) => number,
  fresh: boolean,
): [Block | null, Block | null] {
  if (measure(block) <= room) return [block, null];
  const make = unitsOf(block);
  let fits = 0;
  while (fits < make.count && measure(make.take(0, fits + 1)) <= room) fits += 1;
  fits = make.settle(fits);
  if (fits === 0 && !fresh) return [null, block];
  while (fits === 0 || make.settle(fits) !== fits) fits += 1;
  return [make.take(0, fits), fits < make.count ? make.take(fits, make.count) : null];
}

interface Units {
  readonly count: number;
  readonly take: (from: number, to: number) => Block;
  /** Where a break may fall at or before `at`. */
  readonly settle: (at: number) => number;
}

function unitsOf(block: Block): Units {
  const anywhere = (at: number) => at;
  switch (block.kind) {
    case 'divider':
    case 'footer':
      return { count: 1, take: () => block, settle: anywhere };
    case 'words': {
      const lines = block.text.split('\n');
      return {
        count: lines.length,
        take: (a, b) => ({ ...block, text: lines.slice(a, b).join('\n') }),
        settle: anywhere,
      };
    }
    case 'list':
      return {
        count: block.items.length,
        take: (a, b) => ({ ...block, items: block.items.slice(a, b) }),
        settle: anywhere,
      };
    case 'excerpt':
      return excerptUnits(block);
    default: {
      const never: never = block;
      return never;
    }
  }
}

type Unit =
  | {
      readonly kind: 'sentence';
      readonly of: SpokenBlock;
      readonly sentence: SpokenBlock['sentences'][number];
    }
  | {
      readonly kind: 'note';
      readonly note: NoteBlock;
      readonly of: SpokenBlock;
      readonly sentence: SpokenBlock['sentences'][number];
    }
  | { readonly kind: 'link'; readonly line: string };

/** The units of an excerpt: sentences, sentences of notes, links. A lead-in ("… told us:") stays with the words it leads in. */
function excerptUnits(block: ExcerptBlock): Units {
  const units: Unit[] = [
    ...block.spoken.flatMap((of) => of.sentences.map((sentence): Unit => ({ kind: 'sentence', of, sentence }))),
    ...block.notes.flatMap((note) =>
      note.spoken.flatMap((of) => of.sentences.map((sentence): Unit => ({ kind: 'note', note, of, sentence }))),
    ),
    ...block.links.map((line): Unit => ({ kind: 'link', line })),
  ];
  const leadsIn = (unit: Unit | undefined) => unit?.kind === 'sentence' && /:$/.test(unit.sentence.text);
  return {
    count: units.length,
    take: (from, to) => rebuild(block, units.slice(from, to), from > 0 || block.continued),
    settle: (at) => (at > 0 && at < units.length && leadsIn(units[at - 1]) ? at - 1 : at),
  };
}

function rebuild(block: ExcerptBlock, units: readonly Unit[], continued: boolean): ExcerptBlock {
  const spoken: SpokenBlock[] = [];
  const notes: NoteBlock[] = [];
  const links: string[] = [];
  let of: SpokenBlock | null = null;
  for (const unit of units) {
    if (unit.kind === 'link') {
      links.push(unit.line);
      continue;
    }
    if (unit.kind === 'note' && notes.at(-1)?.ref !== unit.note.ref) notes.push({ ...unit.note, spoken: [] });
    const last = notes.at(-1);
    const into = unit.kind === 'note' && last ? [...last.spoken] : spoken;
    const previous = into.at(-1);
    if (previous && of === unit.of)
      into[into.length - 1] = { ...previous, sentences: [...previous.sentences, unit.sentence] };
    else into.push({ ...unit.of, sentences: [unit.sentence] });
    if (unit.kind === 'note' && last) notes[notes.length - 1] = { ...last, spoken: into };
    of = unit.of;
  }
  return { ...block, spoken, notes, links, continued };
}
