// Finds where in a passage a quotation stands or nearly stands, and lines the two up word by word.
import { diffArrays } from 'diff';
import type { Passage, Reference } from '../knowledge/model.ts';
import { plainMarks } from '../question/quotation.ts';
import type { Stretch } from './model.ts';
import { bare, type Match, OMISSION, readChanges, type SourceWord, samePoints } from './stretches.ts';

/** Less of the quotation's words than this in one place of the report, and it is not there. */
export const ENOUGH = 0.6;

/** Words with their punctuation; an ellipsis and a bracketed change are words of their own. */
export function quotedWords(text: string): string[] {
  // A dash parts words, though printers set it without spaces: "balances—such as".
  return plainMarks(text.replace(/\s*(?:[\u2013-\u2015]|--+)\s*(?!\d)/g, ' - '))
    .replace(/\[\s*\.\.\.\s*\]|\.{3}/g, ' ... ')
    .split(/\s+/)
    .filter(Boolean);
}

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
