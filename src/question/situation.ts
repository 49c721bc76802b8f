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
  const both = [words, wordsOf(text)];
  const said = new Set(both.flat().map((w) => w.stem));
  const spoken = both.map(spaced).join('|');
  // Chinese puts no spaces between words.
  const written = HAN.test(text) ? fold(text) : '';
  const stands = ({ stems, han }: Phrases) =>
    stems.some(({ first, phrase }) => said.has(first) && spoken.includes(phrase)) ||
    (written !== '' && han.some((p) => written.includes(p)));
  return takenApart(signposts)
    .filter(({ always, when }) => stands(always) || (told && stands(when)))
    .map(({ id }) => id);
}

interface Phrases {
  /** Each with its first word, which most texts do not have. */
  readonly stems: readonly { readonly first: string; readonly phrase: string }[];
  readonly han: readonly string[];
}

const spaced = (words: readonly Word[]) => ` ${words.map((w) => w.stem).join(' ')} `;

/** Phrases never change, so they are taken apart once. */
const known = new WeakMap<readonly Signpost[], { id: SignpostId; always: Phrases; when: Phrases }[]>();
function takenApart(signposts: readonly Signpost[]) {
  const phrasesOf = (phrases: readonly string[]): Phrases => ({
    stems: phrases
      .filter((p) => !HAN.test(p))
      .map(wordsOf)
      .map((all) => ({ first: all[0]?.stem ?? '', phrase: spaced(all) })),
    han: phrases.filter((p) => HAN.test(p)).map(fold),
  });
  const found =
    known.get(signposts) ??
    signposts.map(({ id, always, when }) => ({ id, always: phrasesOf(always), when: phrasesOf(when) }));
  known.set(signposts, found);
  return found;
}
