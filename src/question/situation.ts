// Recognises by phrases of its own which signpost a question about oneself is owed: a scam, a refusal, a passport stopped.
import type { Signpost, SignpostId } from '../knowledge/signpost.ts';
import { type Word, wordsOf } from './words.ts';

const ONESELF = new Set(
  'i im ive my me mine we our us he she his her their my ben benim bana bizim ya я мне меня мой моя моего моей мои мы нас наш мене мені мій моя yo mi me mis nos je mon ma mes nous 我 我的 我们 انا لي عندي من مرا ما'.split(
    ' ',
  ),
);

/** The signposts whose phrases stand in the words of a question that speaks of oneself or one's own, in their order. */
export function situationsOf(words: readonly Word[], signposts: readonly Signpost[]): SignpostId[] {
  if (!words.some((w) => ONESELF.has(w.folded) || ONESELF.has(w.raw))) return [];
  const spoken = ` ${words.map((w) => w.stem).join(' ')} `;
  return signposts.filter((s) => s.when.some((phrase) => spoken.includes(stemsOf(phrase)))).map((s) => s.id);
}

/** Phrases never change, so each is taken apart once. */
const known = new Map<string, string>();
function stemsOf(phrase: string): string {
  const stems =
    known.get(phrase) ??
    ` ${wordsOf(phrase)
      .map((w) => w.stem)
      .join(' ')} `;
  known.set(phrase, stems);
  return stems;
}
