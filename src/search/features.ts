// What search sees of a text: words, pairs, letters, terms, what is asked of what, and marks of form.
import type { Vocabulary } from '../question/vocabulary.ts';
import { type Word, wordsOf } from '../question/words.ts';

/** A feature and how much it may count, before rarity is taken into account. */
export type Features = ReadonlyMap<string, number>;

/** How much each kind of feature counts. Measured; see ARCHITECTURE.md, "Search". */
export const WEIGHTS = { word: 1, pair: 0.6, letters: 0.5, term: 1, asked: 0.4, mark: 1 } as const;

/** Four letters in a row: they carry misspellings and the endings of inflected languages. */
const LETTERS = 4;
/** Longer questions are cut here for search; nobody needs more words to say what they seek. */
const MOST_WORDS = 300;
/** A question word and a subject make a feature of their own: "which … candidate" asks for what no passage gives. */
const ASKING = new Set(
  `who whom whose what which when where why how is are was were do does did can could should will would has have name list quote cite
  confirm`.split(/\s+/),
);
const MOST_ASKING = 3;

/** The features of a text. `words` may be handed over where they are known, misspelt ones mended. */
export function featuresOf(text: string, vocabulary: Vocabulary, words: readonly Word[] = wordsOf(text)): Features {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number) => {
    if (!features.has(feature)) features.set(feature, weight);
  };
  const used = words.slice(0, MOST_WORDS);
  for (const [i, word] of used.entries()) {
    const next = used[i + 1];
    add(word.stem, WEIGHTS.word);
    if (next) add(`${word.stem}_${next.stem}`, WEIGHTS.pair);
    const padded = `#${word.folded}#`;
    for (let at = 0; at + LETTERS <= padded.length; at++) add(`~${padded.slice(at, at + LETTERS)}`, WEIGHTS.letters);
  }
  const asking = [...new Set(used.map((w) => w.folded).filter((w) => ASKING.has(w)))].slice(0, MOST_ASKING);
  for (const word of used) {
    if (word.folded.length <= 3 || ASKING.has(word.folded)) continue;
    for (const ask of asking) add(`${ask}|${word.stem}`, WEIGHTS.asked);
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
