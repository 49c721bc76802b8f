// What search sees of a text: words, word pairs and triples, letters, terms, and marks of form.
import type { Vocabulary } from '../question/vocabulary.ts';
import { type Word, wordsOf } from '../question/words.ts';

/** A feature and how much it may count, before rarity is taken into account. */
export type Features = ReadonlyMap<string, number>;

/** How much each kind of feature counts. Set by `npm run eval`; see ARCHITECTURE.md, "Search". */
export const WEIGHTS = { word: 1, pair: 0.6, triple: 0.5, letters: 0.35, term: 1, mark: 1 } as const;

/** Four letters in a row: they carry misspellings and the endings of inflected languages. */
const LETTERS = 4;
/** Longer questions are cut here for search; nobody needs more words to say what they seek. */
const MOST_WORDS = 300;

/** The features of a text. `words` and `terms` may be handed over where they are known. */
export function featuresOf(text: string, vocabulary: Vocabulary, words: readonly Word[] = wordsOf(text)): Features {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number) => {
    if (!features.has(feature)) features.set(feature, weight);
  };
  const used = words.slice(0, MOST_WORDS);
  for (const [i, word] of used.entries()) {
    const second = used[i + 1];
    const third = used[i + 2];
    add(word.stem, WEIGHTS.word);
    if (second) add(`${word.stem}_${second.stem}`, WEIGHTS.pair);
    if (second && third) add(`${word.stem}_${second.stem}_${third.stem}`, WEIGHTS.triple);
    const padded = `#${word.folded}#`;
    for (let at = 0; at + LETTERS <= padded.length; at++) add(`~${padded.slice(at, at + LETTERS)}`, WEIGHTS.letters);
  }
  for (const id of vocabulary.find(text, used)) {
    add(`=${id}`, WEIGHTS.term);
    const term = vocabulary.terms.get(id);
    if (term?.kind === 'country' && term.see.length === 0) add('@country-not-named', WEIGHTS.mark);
  }
  for (const mark of marksOf(text, used.length)) add(`@${mark}`, WEIGHTS.mark);
  return features;
}

function marksOf(text: string, length: number): string[] {
  const marks = [`length-${Math.min(8, Math.floor(Math.log2(1 + length) * 2))}`];
  if (/[?？؟]\s*$/.test(text)) marks.push('asks');
  if (/["“”«»]/.test(text)) marks.push('quotes');
  return marks;
}
