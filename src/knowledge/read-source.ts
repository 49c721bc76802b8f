// Reads a source file (report, commentary) into passages: paragraphs, sentences with voices, notes, links.
import type { FootnoteDefinition, Heading, Paragraph, RootContent } from 'mdast';
import type { Place, Reporter } from './fault.ts';
import { readSourceHead } from './front-matter.ts';
import { type Line, linesOf, parseMarkdown, placeOf, plainText, readFrontMatter, refuse } from './markdown.ts';
import type { Passage, PassageKind, Reference, Run, Sentence, Source, Voice } from './model.ts';
import { linkFromPill, voiceFromPill } from './voice.ts';

export interface SourceFile {
  readonly source: Source;
  /** The name of the pinned original beside the file, or null. */
  readonly pinned: string | null;
  readonly passages: readonly Passage[];
  /** Headings and paragraphs in the order of the file, to compare with the pinned original. */
  readonly order: readonly ({ heading: string } | { ref: Reference })[];
  /** Where each passage and each sentence stands in the file. */
  readonly places: ReadonlyMap<Reference, Place>;
  /** Sentences whose speaker the curator wrote down, rather than left to the Committee. */
  readonly pilled: ReadonlySet<Reference>;
}

type Draft = { -readonly [K in keyof Passage]: Passage[K] } & { sentences: Sentence[]; notes: Reference[] };

const HEADINGS = { CONCLUSION: 'conclusion', RECOMMENDATION: 'recommendation' } as const;

/** Reads one source file; null when its head cannot be read. Every fault found is reported. */
export function readSource(text: string, report: Reporter): SourceFile | null {
  const root = parseMarkdown(text);
  const { values, lines } = readFrontMatter(root, report);
  const head = readSourceHead(values, lines, report);
  if (!head) return null;
  const { source } = head;
  const places = new Map<Reference, Place>();
  const order: ({ heading: string } | { ref: Reference })[] = [];
  const pilled = new Set<Reference>();
  const passages: Draft[] = [];
  let heading = '';
  let current: Draft | null = null;

  const open = (number: string, kind: PassageKind, at: Place): Draft => {
    const ref = `${source.id}/${kind === 'note' ? 'n' : ''}${number}`;
    if (places.has(ref)) report.fault(at, `${ref} stands twice`);
    places.set(ref, at);
    const draft: Draft = {
      ref,
      source: source.id,
      number,
      kind,
      heading,
      sentences: [],
      notes: [],
      citedIn: null,
      follows: [],
      followedBy: [],
      rests: [],
      leadsTo: [],
      compare: [],
      guide: null,
    };
    passages.push(draft);
    return draft;
  };

  const readHeading = (node: Heading) => {
    const words = plainText(node, report);
    if (node.depth === 1) {
      heading = words;
      current = null;
      order.push({ heading: words });
      return;
    }
    const match = /^(\d+)(?: (CONCLUSION|RECOMMENDATION))?$/.exec(words);
    if (node.depth !== 2 || !match?.[1]) {
      report.fault(placeOf(node), 'write a paragraph as "## 68", "## 71 CONCLUSION" or "## 72 RECOMMENDATION"');
      current = null;
      return;
    }
    const plain = source.kind === 'report' ? 'evidence' : source.kind;
    const kind = match[2] ? HEADINGS[match[2] as keyof typeof HEADINGS] : plain;
    current = open(match[1], kind, placeOf(node));
    order.push({ ref: current.ref });
  };

  const readLines = (into: Draft, node: Paragraph, quoted: boolean) => {
    for (const line of linesOf(node, text, report)) {
      if (readLinks(into, line, source.id, report)) continue;
      const ref = `${into.ref}.${into.sentences.length + 1}`;
      const sentence = readSentence(line, ref, source, quoted, report);
      if (!sentence) continue;
      places.set(ref, line[0]?.at ?? placeOf(node));
      if (line.some((part) => part.kind === 'pill')) pilled.add(ref);
      into.sentences.push(sentence);
      into.notes.push(...sentence.notes);
    }
  };

  const readNote = (node: FootnoteDefinition) => {
    const note = open(node.identifier, 'note', placeOf(node));
    for (const child of node.children) {
      if (child.type === 'paragraph') readLines(note, child, false);
      else refuse(child, report, 'plain words');
    }
  };

  const readNode = (node: RootContent) => {
    if (node.type === 'yaml') return;
    if (node.type === 'heading') return readHeading(node);
    if (node.type === 'footnoteDefinition') return readNote(node);
    if (!current) return report.fault(placeOf(node), 'these words stand under no paragraph number');
    if (node.type === 'paragraph') return readLines(current, node, false);
    if (node.type !== 'blockquote') return refuse(node, report, 'a sentence on a line of its own');
    for (const child of node.children) {
      if (child.type === 'paragraph') readLines(current, child, true);
      else refuse(child, report, 'a sentence on a line of its own');
    }
  };
  for (const node of root.children) readNode(node);
  return { source, pinned: head.pinned, passages: joinUp(passages), order, places, pilled };
}

/** True when the line is an editorial link (`follows: 71`). */
function readLinks(into: Draft, line: Line, source: string, report: Reporter): boolean {
  const [first, ...rest] = line;
  if (first?.kind !== 'pill') return false;
  const link = linkFromPill(first.value, source);
  if (!link) return false;
  if (rest.length > 0) report.fault(first.at, 'a link pill stands alone on its line');
  into[link.kind] = [...into[link.kind], ...link.refs];
  return true;
}

function readSentence(line: Line, ref: Reference, source: Source, quoted: boolean, report: Reporter): Sentence | null {
  const author = source.author;
  let voice: Voice = { kind: source.kind === 'report' ? 'committee' : source.kind, name: author };
  const runs: Run[] = [];
  let marked = '';
  const notes: Reference[] = [];
  const close = () => {
    const words = marked.trim();
    if (words) runs.push({ voice, marked: words, text: words.replace(/\s*\[n\d+\]/g, '') });
    marked = '';
  };
  for (const part of line) {
    if (part.kind === 'text') marked += part.value;
    else if (part.kind === 'mark') {
      marked += `[n${part.value}]`;
      notes.push(`${source.id}/n${part.value}`);
    } else {
      const named = voiceFromPill(part.value, author);
      if (named) {
        close();
        voice = named;
      } else {
        report.fault(
          part.at,
          `\`${part.value}\` is not a voice; write committee, evidence, interpol, government, government: who, witness: Name or commentary`,
        );
      }
    }
  }
  close();
  if (runs.length === 0) {
    report.fault(line[0]?.at ?? { line: 1, column: 1 }, 'a pill must have words after it on the same line');
    return null;
  }
  const print = (s: string) => s.replace(/\[n(\d+)\]/g, '[$1]');
  return {
    ref,
    runs: runs.map((r) => ({ ...r, marked: print(r.marked) })),
    text: runs.map((r) => r.text).join(' '),
    marked: runs.map((r) => print(r.marked)).join(' '),
    notes,
    quoted,
  };
}

/** Gives each note the sentence and heading that cite it, and each conclusion what follows it. */
function joinUp(drafts: Draft[]): Passage[] {
  for (const paragraph of drafts) {
    for (const sentence of paragraph.sentences) {
      for (const ref of sentence.notes) {
        const note = drafts.find((d) => d.ref === ref);
        if (note) Object.assign(note, { citedIn: sentence.ref, heading: paragraph.heading });
      }
    }
    for (const ref of paragraph.follows) {
      const earlier = drafts.find((d) => d.ref === ref);
      if (earlier) earlier.followedBy = [...earlier.followedBy, paragraph.ref];
    }
    for (const ref of paragraph.rests) {
      const evidence = drafts.find((d) => d.ref === ref);
      if (evidence) evidence.leadsTo = [...evidence.leadsTo, paragraph.ref];
    }
  }
  return drafts;
}
