// Reads comparisons.md: for each topic of the chapter, who says what, as references side by side.
import type { Place, Reporter } from './fault.ts';
import type { Comparison, Passage, Reference, Sentence } from './model.ts';
import { readOutline } from './outline.ts';

/** The speakers a comparison may set side by side, in the order they are shown, and what proves that a cell is theirs. */
const ROWS: readonly { label: string; fits: (p: Passage, s: Sentence) => boolean }[] = [
  { label: 'Government', fits: (_p, s) => s.runs.some((r) => r.voice.kind === 'government') },
  { label: 'INTERPOL', fits: (_p, s) => s.runs.some((r) => r.voice.kind === 'interpol') },
  {
    label: 'Witnesses and evidence',
    fits: (_p, s) => s.runs.some((r) => r.voice.kind === 'witness' || r.voice.kind === 'evidence'),
  },
  {
    label: 'Committee, narrative',
    fits: (p, s) => p.kind === 'evidence' && s.runs.some((r) => r.voice.kind === 'committee'),
  },
  { label: 'Committee, finding', fits: (p) => p.kind === 'conclusion' },
  { label: 'Committee, recommendation', fits: (p) => p.kind === 'recommendation' },
  { label: 'Desk guide, not the report', fits: (p) => p.kind === 'guide' },
];

/** The comparisons; a cell whose sentence does not carry its row's voice is a fault. */
export function readComparisons(text: string, passages: readonly Passage[], report: Reporter): Comparison[] {
  const sentences = new Map<Reference, { passage: Passage; sentence: Sentence }>();
  for (const passage of passages)
    for (const sentence of passage.sentences) sentences.set(sentence.ref, { passage, sentence });
  const comparisons: Comparison[] = [];
  for (const section of readOutline(text, 'comparisons', report)) {
    if (section.depth === 1) continue;
    const [id = '', title = ''] = section.title.split(' — ').map((s) => s.trim());
    if (!/^[a-z]+$/.test(id) || !title) {
      report.fault(section.at, 'write "## name — title", the name in small letters');
      continue;
    }
    const also: string[] = [];
    const rows: { label: string; refs: Reference[] }[] = [];
    for (const item of section.items) {
      const [label = '', list = ''] = split(item.text);
      const refs = list.split(',').map((r) => r.trim());
      const row = ROWS.find((r) => r.label === label);
      if (label === 'also') also.push(...refs);
      else if (!row) report.fault(item.at, `write one of: also, ${ROWS.map((r) => r.label).join('; ')}`);
      else {
        for (const ref of refs) checkCell(ref, row, sentences, item.at, report);
        rows.push({ label, refs });
      }
    }
    comparisons.push({ id, title, also: [id, ...also], rows });
  }
  return comparisons;
}

function split(text: string): [string, string] {
  const at = text.indexOf(': ');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 2)];
}

function checkCell(
  ref: Reference,
  row: (typeof ROWS)[number],
  sentences: ReadonlyMap<Reference, { passage: Passage; sentence: Sentence }>,
  at: Place,
  report: Reporter,
): void {
  const found = sentences.get(ref);
  if (!found) report.fault(at, `${ref} is not a sentence held; write one such as jchr-tnr/76.4`);
  else if (!row.fits(found.passage, found.sentence)) report.fault(at, `${ref} is not in the voice of "${row.label}"`);
}
