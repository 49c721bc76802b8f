// The strict subset of Markdown that knowledge is written in, as lines of words, pills and note marks.
import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { parseDocument } from 'yaml';
import type { Place, Reporter } from './fault.ts';

export interface Part {
  readonly kind: 'text' | 'pill' | 'mark';
  readonly value: string;
  readonly at: Place;
}

/** One line of the file: parts in order. */
export type Line = readonly Part[];

const NAMES: Partial<Record<Nodes['type'], string>> = {
  emphasis: 'emphasis',
  strong: 'bold text',
  link: 'a link',
  image: 'an image',
  html: 'HTML',
  list: 'a list',
  code: 'a code block',
  thematicBreak: 'a rule',
  break: 'a hard line break',
};

/** Parses Markdown with YAML front matter and GFM footnotes; positions are kept. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfmFootnote(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFootnoteFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
}

export function placeOf(node: Nodes): Place {
  const start = node.position?.start;
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** Reports a shape that the house format does not have. */
export function refuse(node: Nodes, report: Reporter, allowed: string): void {
  report.fault(placeOf(node), `${NAMES[node.type] ?? node.type} is not allowed here; write ${allowed}`);
}

/** The front matter as plain values, and the line each key stands on. */
export function readFrontMatter(
  root: Root,
  report: Reporter,
): { values: Record<string, unknown>; lines: Map<string, number> } {
  const first = root.children[0];
  if (first?.type !== 'yaml') {
    report.fault({ line: 1, column: 1 }, 'the file must begin with front matter between two lines of ---');
    return { values: {}, lines: new Map() };
  }
  const lines = new Map<string, number>();
  for (const [i, line] of first.value.split('\n').entries()) {
    const key = /^([\w-]+):/.exec(line)?.[1];
    if (key) lines.set(key, i + 2);
  }
  const document = parseDocument(first.value, { schema: 'failsafe' });
  for (const error of document.errors) {
    const at = error.linePos?.[0];
    report.fault({ line: (at?.line ?? 1) + 1, column: at?.col ?? 1 }, `front matter: ${error.message.split('\n')[0]}`);
  }
  const values: unknown = document.errors.length ? {} : document.toJS();
  return { values: isRecord(values) ? values : {}, lines };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a heading; anything but plain words is reported. */
export function plainText(node: Extract<RootContent, { children: unknown[] }>, report: Reporter): string {
  let out = '';
  for (const child of node.children as Nodes[]) {
    if (child.type === 'text') out += child.value;
    else refuse(child, report, 'plain words');
  }
  return out.trim();
}

/** Splits a paragraph into its lines. `source` is the whole file, to see that no character was changed by Markdown. */
export function linesOf(node: Paragraph, source: string, report: Reporter): Line[] {
  const lines: Part[][] = [[]];
  const push = (part: Part) => lines[lines.length - 1]?.push(part);
  for (const child of node.children) {
    const at = placeOf(child);
    if (child.type === 'inlineCode') push({ kind: 'pill', value: child.value.trim(), at });
    else if (child.type === 'footnoteReference') push({ kind: 'mark', value: child.identifier, at });
    else if (child.type === 'text') {
      checkRaw(child.value, source.slice(child.position?.start.offset, child.position?.end.offset), at, report);
      for (const [i, value] of child.value.split('\n').entries()) {
        if (i > 0) lines.push([]);
        if (value !== '') push({ kind: 'text', value, at: i === 0 ? at : { line: at.line + i, column: 1 } });
      }
    } else refuse(child, report, 'plain words, a `pill` or a note mark such as [^126]');
  }
  return lines.filter((line) => line.length > 0);
}

/** Entities and backslashes would make the words shown differ from the words in the file. */
function checkRaw(value: string, raw: string, at: Place, report: Reporter): void {
  const strip = (s: string) => s.replace(/\s|>/g, '');
  if (strip(value) === strip(raw)) return;
  report.fault(at, 'a backslash or an &entity; changes the words shown; write the character itself');
}
