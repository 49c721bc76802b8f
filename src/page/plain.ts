// Blocks as plain text: what a terminal shows, and how long a block is when an adapter has no measure of its own.
import type { Block, ExcerptBlock, SpokenBlock } from './model.ts';

/** Marks the sentence that answers: a word as well as a sign, since signs alone carry no meaning. */
export const HERE = '▶ here: ';

/** One block as lines of plain text. Every speaker is named before the words. */
export function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'words':
      return `${block.title}\n${block.text}`;
    case 'divider':
    case 'footer':
      return block.text;
    case 'list':
      return [block.title, ...block.items.map((i) => `  ${i.label}: ${i.text}`)].join('\n');
    case 'excerpt':
      return plainExcerpt(block);
    default: {
      const never: never = block;
      return never;
    }
  }
}

/** Blocks parted by an empty line. */
export function plainBlocks(blocks: readonly Block[]): string {
  return blocks.map(plainBlock).join('\n\n');
}

function plainExcerpt(block: ExcerptBlock): string {
  const lines = [block.continued ? `${block.name}, continued` : block.label];
  for (const spoken of block.spoken) lines.push(...plainSpoken(spoken));
  for (const note of block.notes) {
    for (const [i, spoken] of note.spoken.entries()) {
      const text = spoken.sentences.map((s) => s.text).join(' ');
      lines.push(`${i === 0 ? `${note.mark} ` : '  '}${spoken.voice}: ${text}`);
    }
  }
  lines.push(...block.links);
  lines.push(block.citation);
  return lines.join('\n');
}

function plainSpoken(spoken: SpokenBlock): string[] {
  const sentences = spoken.sentences.map((s) => `${spoken.quoted ? '  > ' : '  '}${s.focus ? HERE : ''}${s.text}`);
  return [`${spoken.voice}:`, ...sentences];
}
