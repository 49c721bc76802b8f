// Recognises by phrases which signposts a text is owed: danger, despair, an arrest, a scam, a refusal, a passport stopped.
import type { Signpost, SignpostId } from '../knowledge/signpost.ts';
import { fold, type Word, wordsOf } from './words.ts';

const ONESELF = new Set(
  'i im ive my me mine we our us he she his her their my ben benim bana bizim ya я мне меня мой моя моего моей мои мы нас наш мене мені мій моя yo mi me mis nos je mon ma mes nous 我 我的 我们 انا لي عندي من مرا ما'.split(
    ' ',
  ),
);

/** A lawyer's client is not the one who asks: signposts for oneself would stand in the way. */
const CLIENT = /\b(?:clients?|appellants?|claimants?)\b/iu;
const HAN = /\p{Script=Han}/u;

/**
 * The signposts whose phrases stand in a text, in their order. Those under "when" count where the text speaks of
 * oneself or one's own, those under "always" in any text.
 */
export function situationsOf(text: string, words: readonly Word[], signposts: readonly Signpost[]): SignpostId[] {
  const told = words.some((w) => ONESELF.has(w.folded) || ONESELF.has(w.raw)) && !CLIENT.test(text);
  // As typed too: words of other languages may have been mended to English ones.
  const spoken = [words, wordsOf(text)].map((all) => ` ${all.map((w) => w.stem).join(' ')} `).join('|');
  const folded = fold(text);
  // Chinese puts no spaces between words.
  const stands = (phrase: string) =>
    HAN.test(phrase) ? folded.includes(fold(phrase)) : spoken.includes(stemsOf(phrase));
  return signposts.filter((s) => s.always.some(stands) || (told && s.when.some(stands))).map((s) => s.id);
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
