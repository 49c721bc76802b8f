// A page as Discord's text: voice first, words set off, the answering sentence marked, the citation to copy.
import type { Block, ExcerptBlock, SpokenBlock } from '../../src/index.ts';
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
        ...block.items.map((i) => `${bold(`${plain(i.label)}\\:`)} ${block.typed ? plain(i.text) : linked(i.text)}`),
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
    `### ${plain(label)}`,
    ...block.spoken.flatMap(spoken),
    ...notes(block),
    ...block.links.map((line) => small(linked(line))),
    toCopy(block.citation),
  ].join('\n');
}

/** What a guide's voice says after its name is its source: read before the words, but not as loud. */
function voiceOf({ voice, quoted }: SpokenBlock): string {
  const [who = '', source] = voice.split(/;(.*)/s);
  const said = `${bold(plain(who))}${source ? plain(`;${source}`) : ''}`;
  return quoted ? `${said}, set off as a quotation:` : `${said}:`;
}

function spoken(block: SpokenBlock): string[] {
  const words = block.sentences.map((s) => (s.focus ? `\`${HERE}\` ${bold(plain(s.text))}` : plain(s.text))).join(' ');
  return [voiceOf(block), quote(words)];
}

/** Notes in small letters, each speaker named once before the notes that are theirs. */
function notes(block: ExcerptBlock): string[] {
  let before = '';
  return block.notes.flatMap((note) =>
    note.spoken.map((s, i) => {
      const named = s.voice === before ? '' : `${s.voice}: `;
      before = s.voice;
      return small(plain(`${named}${i === 0 ? `${note.mark} ` : ''}${s.sentences.map((x) => x.text).join(' ')}`));
    }),
  );
}

/** Marks the sentence that answers, apart from its words and without a sign that Discord would draw as an emoji. */
const HERE = '→ here';
