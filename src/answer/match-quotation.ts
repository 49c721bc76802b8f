// Finds where in a passage a quotation stands or nearly stands, and lines the two up word by word.
import { diffArrays } from 'diff';
import type { Passage, Reference } from '../knowledge/model.ts';
import { plainMarks } from '../question/quotation.ts';
import type { Stretch } from './model.ts';

/** Less of the quotation's words than this in one place of the report, and it is not there. */
export const ENOUGH = 0.6;

const OMISSION = /^(?:\[?\.\.\.\]?|\[\.\.\.\])$/;

interface SourceWord {
  readonly word: string;
  readonly sentence: Reference;
}

export interface Match {
  /** The share of the quotation's words that stand there; above 1 when all of them do in a row. */
  readonly score: number;
  readonly sentences: Reference[];
  readonly stretches: Stretch[];
}

/** Words with their punctuation; an ellipsis and a bracketed change are words of their own. */
export function quotedWords(text: string): string[] {
  return plainMarks(text)
    .replace(/\[\s*\.\.\.\s*\]|\.{3}/g, ' ... ')
    .split(/\s+/)
    .filter(Boolean);
}

/** Marks at a word's edges, which quoters move in and out of their own quotation marks. */
const bare = (word: string) => word.replace(/^["'(]+|["'),.;:!?]+$/g, '');

/** Passages never change, so their words are taken apart once. */
const known = new WeakMap<Passage, readonly SourceWord[]>();

function wordsOf(passage: Passage): readonly SourceWord[] {
  const found =
    known.get(passage) ??
    passage.sentences.flatMap((s) => quotedWords(s.text).map((word) => ({ word, sentence: s.ref })));
  known.set(passage, found);
  return found;
}

/** The best match of the quoted words in the passage, or null when they share nothing. */
export function matchQuotation(quoted: readonly string[], passage: Passage): Match | null {
  const words = wordsOf(passage);
  const wanted = new Map<string, number>();
  for (const q of quoted) wanted.set(bare(q), (wanted.get(bare(q)) ?? 0) + 1);
  const whole = indexOfRun(quoted, words, 0);
  if (whole >= 0 && quoted.length > 0) {
    const sentences = [...new Set(words.slice(whole, whole + quoted.length).map((w) => w.sentence))];
    return { score: 2, sentences, stretches: [{ kind: 'same', words: quoted.join(' ') }] };
  }
  const omitting = matchOmitting(quoted, words);
  if (omitting) return omitting;
  if (shared(words, 0, words.length, wanted) < ENOUGH * quoted.length) return null;
  const window = closest(words, quoted, wanted);
  if (!window) return null;
  const { from, to } = window;
  const source = words.slice(from, to);
  const changes = diffArrays(
    quoted.map(bare),
    source.map((w) => bare(w.word)),
  );
  return readChanges(changes, quoted, source);
}

/** A quotation whose parts between ellipses stand in the passage word for word, one after the other; null otherwise. */
function matchOmitting(quoted: readonly string[], words: readonly SourceWord[]): Match | null {
  if (!quoted.some((q) => OMISSION.test(q))) return null;
  const stretches: Stretch[] = [];
  const sentences: Reference[] = [];
  let at = 0;
  let part: string[] = [];
  let marks = 0;
  const place = (): boolean => {
    if (part.length === 0) return true;
    const found = indexOfRun(part, words, at);
    if (found < 0) return false;
    const skipped = words.slice(at, found).map((w) => w.word);
    if (marks > 0 && stretches.length > 0) stretches.push({ kind: 'marked', quoted: '...', source: skipped.join(' ') });
    stretches.push({ kind: 'same', words: part.join(' ') });
    for (const w of words.slice(found, found + part.length))
      if (!sentences.includes(w.sentence)) sentences.push(w.sentence);
    at = found + part.length;
    part = [];
    return true;
  };
  for (const word of quoted) {
    if (!OMISSION.test(word)) part.push(word);
    else if (!place()) return null;
    else marks += 1;
  }
  return place() && sentences.length > 0 ? { score: 1, sentences, stretches } : null;
}

/** Where `part` stands in a row in `words`, from `from` on; -1 when it does not. */
function indexOfRun(part: readonly string[], words: readonly SourceWord[], from: number): number {
  for (let at = from; at + part.length <= words.length; at++) {
    if (part.every((word, k) => samePoints(word, words[at + k]?.word ?? '', k === part.length - 1))) return at;
  }
  return -1;
}

/** The stretch of the passage that shares most words with the quotation, a little wider than the quotation. */
function closest(
  words: readonly SourceWord[],
  quoted: readonly string[],
  wanted: ReadonlyMap<string, number>,
): { from: number; to: number } | null {
  const omits = quoted.some((q) => OMISSION.test(q));
  const widths = omits ? [words.length] : [quoted.length, quoted.length + 4, Math.ceil(quoted.length * 1.3) + 4];
  let best: { from: number; to: number } | null = null;
  let most = 0;
  for (const width of new Set(widths.map((w) => Math.min(w, words.length)))) {
    for (let from = 0; from + width <= words.length; from++) {
      // A wider stretch must earn its width, or stray words of the neighbourhood would be taken for the quotation's.
      const worth = shared(words, from, from + width, wanted) - WIDER * Math.max(0, width - quoted.length);
      if (worth <= most) continue;
      best = { from, to: from + width };
      most = worth;
    }
  }
  return best;
}

/** What one more word of width costs, in words shared. */
const WIDER = 0.2;

/** How many words of the quotation stand between two places of the passage. */
function shared(words: readonly SourceWord[], from: number, to: number, wanted: ReadonlyMap<string, number>): number {
  const left = new Map(wanted);
  let count = 0;
  for (let i = from; i < to; i++) {
    const word = bare(words[i]?.word ?? '');
    const n = left.get(word) ?? 0;
    if (n === 0) continue;
    left.set(word, n - 1);
    count += 1;
  }
  return count;
}

/** Turns a word diff (quotation to source) into stretches; source words before and after the quotation do not count. */
function readChanges(
  changes: readonly { added?: boolean; removed?: boolean; value: string[] }[],
  quoted: readonly string[],
  source: readonly SourceWord[],
): Match {
  const stretches: Stretch[] = [];
  const sentences: Reference[] = [];
  let q = 0;
  let s = 0;
  let same = 0;
  let pending: { quoted: string[]; source: string[] } = { quoted: [], source: [] };
  const first = changes.findIndex((c) => !c.added);
  const last = changes.findLastIndex((c) => !c.added);
  const settle = () => {
    if (pending.quoted.length > 0 || pending.source.length > 0) stretches.push(judge(pending));
    pending = { quoted: [], source: [] };
  };
  for (const [i, change] of changes.entries()) {
    const count = change.value.length;
    if (change.added) {
      const between = i > first && i < last;
      if (between || (changes[i - 1]?.removed ?? false) || (changes[i + 1]?.removed ?? false)) {
        pending.source.push(...source.slice(s, s + count).map((w) => w.word));
      }
      s += count;
    } else if (change.removed) {
      pending.quoted.push(...quoted.slice(q, q + count));
      q += count;
    } else {
      if (same === 0) pending.source = pending.source.slice(-pending.quoted.length);
      settle();
      for (let k = 0; k < count; k++) {
        const word = quoted[q + k] ?? '';
        const there = source[s + k];
        const end = q + k === quoted.length - 1;
        if (!there) continue;
        if (!sentences.includes(there.sentence)) sentences.push(there.sentence);
        push(
          stretches,
          samePoints(word, there.word, end)
            ? { kind: 'same', words: word }
            : { kind: 'differs', quoted: word, source: there.word },
        );
      }
      same += count;
      q += count;
      s += count;
    }
  }
  if (same > 0) pending.source = pending.source.slice(0, pending.quoted.length);
  settle();
  const counted = quoted.filter((w) => !OMISSION.test(w) && !/[[\]]/.test(w)).length;
  return { score: counted === 0 ? 0 : Math.min(1, same / counted), sentences, stretches };
}

/** Joins neighbouring stretches of the same words. */
function push(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  if (next.kind === 'same' && last?.kind === 'same')
    stretches[stretches.length - 1] = { kind: 'same', words: `${last.words} ${next.words}` };
  else stretches.push(next);
}

/** Whether two words that share their letters share their punctuation too; the end of a quotation may lose its own. */
function samePoints(quoted: string, source: string, end: boolean): boolean {
  const points = (w: string) => w.replace(/["']/g, '');
  return end ? bare(quoted) === bare(source) : points(quoted) === points(source);
}

function judge(pending: { quoted: string[]; source: string[] }): Stretch {
  const quoted = pending.quoted.join(' ');
  const source = pending.source.join(' ');
  const words = pending.quoted;
  const omitted = words.length > 0 && words.every((w) => OMISSION.test(w));
  const bracketed = words.length > 0 && words.every((w) => /[[\]]/.test(w) || OMISSION.test(w));
  return { kind: omitted || bracketed ? 'marked' : 'differs', quoted, source };
}
