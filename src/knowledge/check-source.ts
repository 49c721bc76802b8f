// Checks one source: numbers, notes, voices, links, and equality with the pinned original.
import { createHash } from 'node:crypto';
import type { Place, Reporter } from './fault.ts';
import type { Passage } from './model.ts';
import type { SourceFile } from './read-source.ts';
import { speakersOf } from './voice.ts';

const TOP: Place = { line: 1, column: 1 };
/** Words that report what somebody else said: such a sentence needs a pill, if only `committee`. */
const REPORTED = /\b(told|heard|evidence|witness(es)?)\b/i;

/** Reports every fault of a source that has been read. `pinned` is the text of the pinned original, if it names one. */
export function checkSource(file: SourceFile, pinned: string | null, report: Reporter): void {
  const place = (ref: string) => file.places.get(ref) ?? TOP;
  checkNumbers(file, report, place);
  checkNotes(file, report, place);
  for (const passage of file.passages) {
    if (passage.sentences.length === 0) report.fault(place(passage.ref), `${passage.ref} has no words`);
    checkVoices(file, passage, report, place);
    checkFollows(file, passage, report, place);
  }
  if (file.pinned) checkPinned(file, pinned, report, place);
}

type PlaceOf = (ref: string) => Place;

function checkNumbers(file: SourceFile, report: Reporter, place: PlaceOf): void {
  const { paragraphs, notes } = file.source;
  const follow = (range: readonly [number, number], found: Passage[], what: string) => {
    for (const [i, passage] of found.entries()) {
      const due = range[0] + i;
      if (Number(passage.number) === due) continue;
      report.fault(place(passage.ref), `${what} ${passage.number} stands where ${what} ${due} is due`);
      return;
    }
    const due = range[1] - range[0] + 1;
    if (found.length !== due) {
      report.fault(
        TOP,
        `the head declares ${what}s ${range[0]}-${range[1]}, ${due} of them; the file has ${found.length}`,
      );
    }
  };
  follow(
    paragraphs,
    file.passages.filter((p) => p.kind !== 'note'),
    'paragraph',
  );
  const found = file.passages.filter((p) => p.kind === 'note');
  if (notes) follow(notes, found, 'note');
  else if (found[0]) report.fault(place(found[0].ref), 'the head declares no notes, yet here is one');
}

function checkNotes(file: SourceFile, report: Reporter, place: PlaceOf): void {
  const cited = file.passages.flatMap((p) => p.sentences.flatMap((s) => s.notes.map((ref) => ({ ref, by: s.ref }))));
  let last = Number.NEGATIVE_INFINITY;
  const seen = new Set<string>();
  for (const { ref, by } of cited) {
    const number = Number(ref.split('/n')[1]);
    if (seen.has(ref)) report.fault(place(by), `note ${number} is cited twice`);
    else if (number < last) report.fault(place(by), `note ${number} is cited after note ${last}; notes stand in order`);
    seen.add(ref);
    last = Math.max(last, number);
  }
  for (const note of file.passages) {
    if (note.kind === 'note' && !seen.has(note.ref))
      report.fault(place(note.ref), `note ${note.number} is never cited`);
  }
  for (const passage of file.passages) {
    for (const sentence of passage.sentences) {
      const lost = /\[\^\d+\]/.exec(sentence.text);
      if (lost)
        report.fault(place(sentence.ref), `${lost[0]} has no definition; write "${lost[0]}: …" at the end of the file`);
    }
  }
}

function checkVoices(file: SourceFile, passage: Passage, report: Reporter, place: PlaceOf): void {
  const finding = passage.kind === 'conclusion' || passage.kind === 'recommendation';
  const noteText = (ref: string) =>
    file.passages
      .find((p) => p.ref === ref)
      ?.sentences.map((s) => s.text)
      .join(' ') ?? '';
  const within = [...passage.sentences.map((s) => s.text), ...passage.notes.map(noteText)].join(' ');
  for (const sentence of passage.sentences) {
    const at = place(sentence.ref);
    for (const { voice } of sentence.runs) {
      if (finding && voice.kind !== 'committee') {
        report.fault(at, `a ${passage.kind} is the Committee's own voice; take the ${voice.kind} pill away`);
      }
      if (file.source.kind !== 'report' && voice.kind !== file.source.kind) {
        report.fault(at, `${file.source.kind} never speaks in the voice of ${voice.kind}`);
      }
      if (file.source.kind === 'report' && (voice.kind === 'commentary' || voice.kind === 'guide')) {
        report.fault(at, `the report never speaks in the voice of ${voice.kind}`);
      }
      if (voice.kind !== 'witness') continue;
      for (const name of speakersOf(voice)) {
        if (!within.includes(name)) {
          report.fault(
            at,
            `the witness ${name} is named neither in paragraph ${passage.number} nor in a note it cites`,
          );
        }
      }
    }
    if (passage.kind === 'evidence' && REPORTED.test(sentence.text) && !file.pilled.has(sentence.ref)) {
      report.warn(at, 'this sentence reports what somebody said; write a pill, or `committee` if the Committee speaks');
    }
  }
}

function checkFollows(file: SourceFile, passage: Passage, report: Reporter, place: PlaceOf): void {
  for (const ref of passage.rests) {
    const evidence = file.passages.find((p) => p.ref === ref);
    if (evidence?.kind !== 'evidence' || passage.kind === 'evidence') {
      report.fault(
        place(passage.ref),
        `\`rests\` runs from a finding to an evidence paragraph; ${ref} is not one for ${passage.ref}`,
      );
    }
  }
  for (const ref of passage.follows) {
    const earlier = file.passages.find((p) => p.ref === ref);
    if (passage.kind !== 'recommendation' || earlier?.kind !== 'conclusion') {
      report.fault(
        place(passage.ref),
        `\`follows\` runs from a recommendation to a conclusion; ${ref} is not one for ${passage.ref}`,
      );
    }
  }
}

/** Rejoins what was read and compares it with the pinned original, white space and the mark of omission aside. */
function checkPinned(file: SourceFile, pinned: string | null, report: Reporter, place: PlaceOf): void {
  if (pinned === null) {
    report.fault(TOP, `the pinned original ${file.pinned} is missing`);
    return;
  }
  const digest = createHash('sha256').update(pinned).digest('hex');
  if (digest !== file.source.sha256) {
    report.fault(TOP, `${file.pinned} has SHA-256 ${digest}, the head records ${file.source.sha256 ?? 'none'}`);
  }
  const pieces = rejoin(file);
  const original = squeeze(pinned.replace(/\[…\]/g, ''));
  let at = 0;
  for (const piece of pieces) {
    const words = squeeze(piece.words);
    if (original.startsWith(words, at)) {
      at += words.length;
      continue;
    }
    let same = 0;
    while (same < words.length && words[same] === original[at + same]) same += 1;
    report.fault(
      piece.ref ? place(piece.ref) : TOP,
      `differs from the pinned original after "${tail(original.slice(0, at + same))}": the original goes on "${original.slice(at + same, at + same + 30)}", this file "${words.slice(same, same + 30)}" (white space left out)`,
    );
    return;
  }
  if (at < original.length)
    report.fault(TOP, `the pinned original goes on after the end: "${original.slice(at, at + 30)}"`);
}

const squeeze = (text: string) => text.replace(/\s+/g, '');
const tail = (text: string) => text.slice(-30);

function rejoin(file: SourceFile): { words: string; ref?: string }[] {
  const pieces: { words: string; ref?: string }[] = [];
  const print = (passage: Passage) => {
    for (const s of passage.sentences) pieces.push({ words: s.marked, ref: s.ref });
  };
  for (const item of file.order) {
    if ('heading' in item) {
      pieces.push({ words: item.heading });
      continue;
    }
    const passage = file.passages.find((p) => p.ref === item.ref);
    if (!passage) continue;
    const label = passage.kind === 'conclusion' || passage.kind === 'recommendation' ? passage.kind.toUpperCase() : '';
    pieces.push({ words: `${passage.number}.${label}`, ref: passage.ref });
    print(passage);
  }
  for (const note of file.passages.filter((p) => p.kind === 'note')) {
    pieces.push({ words: `[${note.number}]`, ref: note.ref });
    print(note);
  }
  return pieces;
}
