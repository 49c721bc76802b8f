// Blocks of a page to Slack blocks: voice first, words quoted, the answering sentence marked, the citation to copy.
import type { types } from '@slack/bolt';
import { type Block, type ExcerptBlock, HERE, type Page, type SpokenBlock } from '../../src/index.ts';
import { linked, quote, section, text, toCopy } from './rich-text.ts';

/** Characters of a page. Slack refuses messages beyond about 12,000 in all; a reader on a phone tires long before. */
export const PAGE = 2800;

/** The blocks of one page. */
export function blocksOf(page: Page): types.KnownBlock[] {
  const blocks = page.blocks.map(blockOf) satisfies types.KnownBlock[];
  return page.of === 1 ? blocks : [...blocks, small(`Page ${page.number} of ${page.of}`)];
}

/** A line in small grey letters. */
export function small(words: string): types.ContextBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text: words.slice(0, 2000), emoji: false }] };
}

function blockOf(block: Block): types.KnownBlock {
  switch (block.kind) {
    case 'words':
      return rich([section(text(block.title, { bold: true }), text('\n'), ...linked(block.text))]);
    case 'divider':
      return rich([section(text(`— ${block.text}`, { bold: true }))]);
    case 'footer':
      return small(block.text);
    case 'list':
      return rich([
        section(text(block.title, { bold: true })),
        ...block.items.map((i) =>
          section(text(`${i.label}: `, { bold: true }), ...(block.typed ? [text(i.text)] : linked(i.text))),
        ),
      ]);
    case 'excerpt':
      return rich(excerpt(block));
    default: {
      const never: never = block;
      return never;
    }
  }
}

type Part = types.RichTextBlock['elements'][number];

/** Slack runs neighbouring sections together, so they become one, with line breaks between them. */
function rich(parts: Part[]): types.RichTextBlock {
  const elements: Part[] = [];
  for (const part of parts) {
    const last = elements.at(-1);
    if (last?.type === 'rich_text_section' && part.type === 'rich_text_section')
      elements[elements.length - 1] = section(...last.elements, text('\n'), ...part.elements);
    else elements.push(part);
  }
  return { type: 'rich_text', elements };
}

function excerpt(block: ExcerptBlock): Part[] {
  const label = block.continued ? `${block.name}, continued` : block.label;
  return [
    section(text(label, { bold: true })),
    ...block.spoken.flatMap(spoken),
    ...block.notes.flatMap((note) =>
      note.spoken.map((s, i) =>
        section(
          text(`${i === 0 ? note.mark : ''} ${s.voice}: `, { italic: true }),
          text(s.sentences.map((x) => x.text).join(' ')),
        ),
      ),
    ),
    ...block.links.map((line) => section(...linked(line))),
    toCopy(block.citation),
  ];
}

function spoken(block: SpokenBlock): Part[] {
  const words = block.sentences.flatMap((s, i) => [
    ...(i > 0 ? [text(' ')] : []),
    text(`${s.focus ? HERE : ''}${s.text}`, s.focus ? { bold: true } : {}),
  ]);
  const voice = `${block.voice}${block.quoted ? ', set off as a quotation' : ''}:`;
  return [section(text(voice, { bold: true })), quote(...words)];
}
