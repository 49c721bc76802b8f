// A page as Discord's text: voice first, words set off, the answering sentence marked, the citation to copy.
import { type Block, type ExcerptBlock, HERE, type SpokenBlock } from '../../src/index.ts';
import { bold, linked, plain, quote, small, toCopy } from './markdown.ts';

/** One block as Markdown. */
export function textOf(block: Block): string {
  switch (block.kind) {
    case 'words':
      return `${bold(plain(block.title))}\n${linked(block.text)}`;
    case 'divider':
      return bold(plain(block.text));
    case 'footer':
      return small(linked(block.text));
    case 'list':
      return [
        bold(plain(block.title)),
        ...block.items.map((i) => `${bold(`${plain(i.label)}\\:`)} ${linked(i.text)}`),
      ].join('\n');
    case 'excerpt':
      return excerpt(block);
    default: {
      const never: never = block;
      return never;
    }
  }
}

function excerpt(block: ExcerptBlock): string {
  const label = block.continued ? `${block.name}, continued` : block.label;
  return [
    bold(plain(label)),
    ...block.spoken.flatMap(spoken),
    ...block.notes.flatMap((note) =>
      note.spoken.map((s, i) =>
        small(plain(`${i === 0 ? `${note.mark} ` : ''}${s.voice}: ${s.sentences.map((x) => x.text).join(' ')}`)),
      ),
    ),
    ...block.links.map((line) => small(linked(line))),
    toCopy(block.citation),
  ].join('\n');
}

function spoken(block: SpokenBlock): string[] {
  const words = block.sentences.map((s) => (s.focus ? bold(plain(`${HERE}${s.text}`)) : plain(s.text))).join(' ');
  const voice = `${block.voice}${block.quoted ? ', set off as a quotation' : ''}:`;
  return [bold(plain(voice)), quote(words)];
}
