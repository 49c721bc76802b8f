// Compares a quotation with the report word for word: exact, altered and where, real but elsewhere, or absent.
import { diffArrays } from 'diff';
import type { Passage, Reference } from '../knowledge/model.ts';
import { plainMarks } from '../question/quotation.ts';
import type { QuotationCheck, Stretch } from './model.ts';

/** Less of the quotation's words than this in one place of the report, and it is not there. */
const ENOUGH = 0.6;
const OMISSION = /^(?:\[?\.\.\.\]?|\[\.\.\.\])$/;

interface SourceWord {
  readonly word: string;
  readonly sentence: Reference;
}

/**
 * Compares `quotation` with the passages; `within` names where the asker says it stands. Curly and straight marks,
 * dashes and white space are alike; an ellipsis stands for words left out, square brackets for marked changes.
 */
export function checkQuotation(
  quotation: string,
  passages: readonly Passage[],
  within: readonly Reference[] = [],
): QuotationCheck {
  const quoted = tokens(quotation);
  const best = passages
    .map((passage) => compare(quoted, passage))
    .reduce<Match | null>((a, b) => (b && b.score > (a?.score ?? 0) ? b : a), null);
  if (!best || quoted.length === 0 || best.score < ENOUGH) return { verdict: 'absent', sentences: [], stretches: [] };
  const differs = best.stretches.some((s) => s.kind === 'differs');
  const marked = best.stretches.some((s) => s.kind === 'marked');
  const there = within.length === 0 || within.some((ref) => best.sentences.some((s) => s === ref || s.startsWith(`${ref}.`)));
  const verdict = differs ? 'altered' : there ? (marked ? 'marked' : 'exact') : 'elsewhere';
  return { verdict, sentences: best.sentences, stretches: best.stretches };
}

interface Match {
  readonly score: number;
  readonly sentences: Reference[];
  readonly stretches: Stretch[];
}

/** Words with their punctuation; an ellipsis and a bracketed change are words of their own. */
function tokens(text: string): string[] {
  return plainMarks(text)
    .replace(/\[\s*\.\.\.\s*\]|\.{3}/g, ' ... ')
    .split(/\s+/)
    .filter(Boolean);
}

/** Marks at a word's edges, which quoters move in and out of their own quotation marks. */
const bare = (word: string) => word.replace(/^["'(]+|["'),.;:!?]+$/g, '');

function compare(quoted: readonly string[], passage: Passage): Match | null {
  const words: SourceWord[] = passage.sentences.flatMap((s) => tokens(s.text).map((word) => ({ word, sentence: s.ref })));
  const wanted = new Map<string, number>();
  for (const q of quoted) wanted.set(bare(q), (wanted.get(bare(q)) ?? 0) + 1);
  const window = closest(words, quoted, wanted);
  if (!window) return null;
  const { from, to } = window;
  const source = words.slice(from, to);
  const changes = diffArrays(quoted.map(bare), source.map((w) => bare(w.word)));
  return readChanges(changes, quoted, source);
}

/** The stretch of the passage that shares most words with the quotation, a little wider than the quotation. */
function closest(
  words: readonly SourceWord[],
  quoted: readonly string[],
  wanted: ReadonlyMap<string, number>,
): { from: number; to: number } | null {
  const omits = quoted.some((q) => OMISSION.test(q));
  const width = omits ? words.length : Math.min(words.length, Math.ceil(quoted.length * 1.3) + 4);
  let best: { from: number; to: number; shared: number } | null = null;
  for (let from = 0; from + width <= words.length; from++) {
    const left = new Map(wanted);
    let shared = 0;
    for (let i = from; i < from + width; i++) {
      const word = bare(words[i]?.word ?? '');
      const n = left.get(word) ?? 0;
      if (n > 0) {
        left.set(word, n - 1);
        shared += 1;
      }
    }
    if (shared > (best?.shared ?? 0)) best = { from, to: from + width, shared };
  }
  return best;
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
        push(stretches, samePoints(word, there.word, end) ? { kind: 'same', words: word } : { kind: 'differs', quoted: word, source: there.word });
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
  if (next.kind === 'same' && last?.kind === 'same') stretches[stretches.length - 1] = { kind: 'same', words: `${last.words} ${next.words}` };
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
