// Mends words that nobody writes into the nearest word that the knowledge uses.
import { distance } from 'fastest-levenshtein';
import { stem, type Word } from './words.ts';

export interface Speller {
  /** The words with misspelt ones mended, and what was read for what. */
  readonly mend: (words: readonly Word[]) => {
    words: readonly Word[];
    mended: readonly { from: string; to: string }[];
  };
}

/** A word met this often is taken as spelt right. */
export const FAMILIAR = 3;
/** The curated questions hold slips on purpose, and the more of them there are, the more often each is met: */
/** a word met less often than this may be one, */
const RARE = 40;
/** if a neighbour is this many times commoner. */
const COMMONER = 60;
/** Mending looks at this many unknown words at most, so that a long text costs no more than a short one. */
const MOST = 24;

/** A speller over words and how often the knowledge uses them. Only Latin words of four letters or more are mended. */
export function buildSpeller(counts: ReadonlyMap<string, number>): Speller {
  const byStart = new Map<string, [string, number][]>();
  for (const [word, count] of counts) {
    if (count < FAMILIAR || !/^[a-z]{3,24}$/.test(word)) continue;
    const list = byStart.get(word.charAt(0));
    if (list) list.push([word, count]);
    else byStart.set(word.charAt(0), [[word, count]]);
  }
  const known = new Map<string, string | null>();
  const slips = new Map<string, string | null>();

  const nearest = (word: string): string | null => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const allowed = word.length <= 5 ? 1 : 2;
    let best: string | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const start of new Set([word.charAt(0), word.charAt(1)])) {
      for (const [candidate, count] of byStart.get(start) ?? []) {
        if (Math.abs(candidate.length - word.length) > allowed) continue;
        if (candidate.charAt(0) !== word.charAt(0) && !swapped(word, candidate)) continue;
        const steps = swapped(word, candidate) ? 1 : distance(word, candidate);
        if (steps > allowed) continue;
        const cost = steps - Math.min(0.9, Math.log10(count) / 4);
        if (cost < bestCost) {
          best = candidate;
          bestCost = cost;
        }
      }
    }
    if (known.size < 20_000) known.set(word, best);
    return best;
  };

  /** A word that is known, but so much rarer than its neighbour that it is known as a slip of it. */
  const slipOf = (word: string): string | null => {
    const own = counts.get(word) ?? 0;
    if (own >= RARE || word.length < 5) return null;
    const cached = slips.get(word);
    if (cached !== undefined) return cached;
    const isSlip = (of: string) =>
      swapped(word, of) || (word.length >= 7 && distance(word, of) === 1 && stem(word) !== stem(of));
    const near = (byStart.get(word.charAt(0)) ?? []).filter(
      ([of, count]) => count >= own * COMMONER && Math.abs(of.length - word.length) <= 1 && isSlip(of),
    );
    const [best] = near.sort((a, b) => b[1] - a[1]);
    const to = best?.[0] ?? null;
    if (slips.size < 20_000) slips.set(word, to);
    return to;
  };

  const mend = (words: readonly Word[]) => {
    const mended: { from: string; to: string }[] = [];
    let looked = 0;
    const out = words.map((word) => {
      if (word.folded.length < 4 || !/^[a-z]+$/.test(word.folded)) return word;
      const known = (counts.get(word.folded) ?? 0) >= FAMILIAR;
      if (looked >= MOST) return word;
      if (!known) looked += 1;
      const to = known ? slipOf(word.folded) : nearest(word.folded);
      if (to === null) return word;
      mended.push({ from: word.folded, to });
      return { raw: word.raw, folded: to, stem: stem(to) };
    });
    return { words: out, mended };
  };
  return { mend };
}

/** Two neighbouring letters changed places, and nothing else. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && i < a.length - 1 && a.slice(i + 2) === b.slice(i + 2);
}

/** How often each word stands in the texts handed over; each text's words count `weight` times. */
export function countWords(
  texts: Iterable<readonly Word[]>,
  weight = 1,
  into = new Map<string, number>(),
): Map<string, number> {
  for (const words of texts) for (const w of words) into.set(w.folded, (into.get(w.folded) ?? 0) + weight);
  return into;
}
