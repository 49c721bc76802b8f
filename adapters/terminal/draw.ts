// Draws blocks in a terminal: wrapped to its width, styled only where there is one, readable without any style.
import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import { type Block, type ExcerptBlock, HERE, plainBlock, type SpokenBlock } from '../../src/index.ts';

export interface Canvas {
  /** Columns; at least 40. */
  readonly columns: number;
  readonly styled: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** The canvas of a stream: its width, and styles only on a terminal that has not been asked to do without (NO_COLOR). */
export function canvasOf(stream: { isTTY?: boolean; columns?: number }, environment: NodeJS.ProcessEnv): Canvas {
  const styled = Boolean(stream.isTTY) && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  return { columns: Math.max(40, Math.min(100, stream.columns ?? 80)), styled };
}

/** All blocks, parted by empty lines. */
export function draw(blocks: readonly Block[], canvas: Canvas): string {
  return blocks.map((b) => drawBlock(b, canvas)).join('\n\n');
}

function drawBlock(block: Block, canvas: Canvas): string {
  const style = (as: Style, text: string) => (canvas.styled ? styleText(as, text, { validateStream: false }) : text);
  const wrap = (text: string, indent = '', first = indent) => hang(text, canvas.columns, first, indent);
  switch (block.kind) {
    case 'words':
      return [style('bold', wrap(block.title)), ...block.text.split('\n').map((line) => wrap(line))].join('\n');
    case 'divider':
      return style('bold', wrap(`— ${block.text}`, '  ', ''));
    case 'footer':
      return style('dim', wrap(block.text));
    case 'list':
      return [
        style('bold', wrap(block.title)),
        ...block.items.map((i) => wrap(`${i.label}: ${i.text}`, '    ', '  ')),
      ].join('\n');
    case 'excerpt':
      return drawExcerpt(block, style, wrap);
    default:
      return plainBlock(block);
  }
}

type Wrap = (text: string, indent?: string, first?: string) => string;

function drawExcerpt(block: ExcerptBlock, style: (as: Style, text: string) => string, wrap: Wrap): string {
  const lines = [style(['bold', 'underline'], wrap(`${block.continued ? `${block.name}, continued` : block.label}`))];
  for (const spoken of block.spoken) lines.push(...drawSpoken(spoken, style, wrap));
  for (const note of block.notes) {
    for (const [i, spoken] of note.spoken.entries()) {
      const text = spoken.sentences.map((s) => s.text).join(' ');
      lines.push(style('dim', wrap(`${i === 0 ? note.mark : '     '} ${spoken.voice}: ${text}`, '      ', '')));
    }
  }
  for (const link of block.links) lines.push(style('dim', wrap(link, '  ', '')));
  lines.push(wrap(`Cite: ${block.citation}`, '      ', ''));
  return lines.join('\n');
}

function drawSpoken(spoken: SpokenBlock, style: (as: Style, text: string) => string, wrap: Wrap): string[] {
  const margin = spoken.quoted ? '  │ ' : '  ';
  return [
    style('cyan', wrap(`${spoken.voice}:`)),
    ...spoken.sentences.map((s) => {
      const text = wrap(`${s.focus ? HERE : ''}${s.text}`, margin);
      return s.focus ? style('bold', text) : text;
    }),
  ];
}

/** Wraps a line; the first row begins with `first`, the others with `indent`. */
function hang(text: string, columns: number, first: string, indent: string): string {
  const width = Math.max(20, columns - Math.max(first.length, indent.length));
  return wrapAnsi(text, width, { hard: true })
    .split('\n')
    .map((row, i) => `${i === 0 ? first : indent}${row}`)
    .join('\n');
}
