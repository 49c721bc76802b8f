// Two rows of words side by side: what a quotation and the source share, word by word, and where they part.
import type { Reference } from '../knowledge/model.ts';
import type { Stretch } from './model.ts';

/** An ellipsis, bracketed or bare: words left out and said to be. */
export const OMISSION = /^(?:\[?\.\.\.\]?|\[\.\.\.\])$/;

export interface SourceWord {
  readonly word: string;
  readonly sentence: Reference;
}

export interface Match {
  /** The share of the quotation's words that stand there; above 1 when all of them do in a row. */
  readonly score: number;
  readonly sentences: Reference[];
  readonly stretches: Stretch[];
}

/** Marks at a word's edges, which quoters move in and out of their own quotation marks. */
export const bare = (word: string) => word.replace(/^["'(]+|["'),.;:!?]+$/g, '');

/** Turns a word diff (quotation to source) into stretches; source words before and after the quotation do not count. */
export function readChanges(
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
export function samePoints(quoted: string, source: string, end: boolean): boolean {
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
