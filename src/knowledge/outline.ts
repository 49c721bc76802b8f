// Reads the list files (terms, questions, signposts): front matter, headings, "- " items and plain lines.
// They run to thousands of lines of one shape, so each line is read by itself, forty times faster than through a Markdown tree.
import type { Place, Reporter } from './fault.ts';

export interface Item {
  readonly text: string;
  readonly at: Place;
}

export interface Section {
  readonly depth: number;
  readonly title: string;
  readonly at: Place;
  readonly items: readonly Item[];
  /** Plain lines between the heading and the next one; empty strings part paragraphs. */
  readonly lines: readonly Item[];
}

/** The sections of a list file in order. `kind` is what its front matter must declare. */
export function readOutline(text: string, kind: string, report: Reporter): Section[] {
  const lines = text.split(/\r?\n/);
  const start = readHead(lines, kind, report);
  const sections: (Section & { items: Item[]; lines: Item[] })[] = [];
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const at = { line: i + 1, column: 1 };
    const heading = /^(#{1,3}) (\S.*)$/.exec(line);
    const current = sections.at(-1);
    if (heading?.[1] && heading[2]) {
      sections.push({ depth: heading[1].length, title: heading[2].trim(), at, items: [], lines: [] });
    } else if (line.trim() === '') {
      current?.lines.push({ text: '', at });
    } else if (!current) {
      report.fault(at, 'write a heading such as "## …" before this line');
    } else if (line.startsWith('- ') && line.slice(2).trim() !== '') {
      current.items.push({ text: line.slice(2).trim(), at });
    } else if (/^(#|[-*+]( |$)|\s)/.test(line)) {
      report.fault(at, 'write a heading as "## …" and an item as "- …", from the first column of the line');
    } else {
      current.lines.push({ text: line.trim(), at });
    }
  }
  return sections;
}

function readHead(lines: readonly string[], kind: string, report: Reporter): number {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const head = lines.slice(1, Math.max(end, 1));
  if (end < 0 || head.length !== 1 || head[0] !== `kind: ${kind}`) {
    report.fault({ line: 1, column: 1 }, `the file must begin with the three lines ---, kind: ${kind} and ---`);
  }
  return end < 0 ? 0 : end + 1;
}
