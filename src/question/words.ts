// Text to words: one folding for questions, curated questions, terms and passages alike.
import { stemmer } from 'stemmer';

export interface Word {
  /** As typed. */
  readonly raw: string;
  /** Folded: small letters, no accents, one form for letters that differ only by keyboard. */
  readonly folded: string;
  /** Folded and, for English letters, stemmed. */
  readonly stem: string;
}

const ARABIC = new Map([
  ['ي', 'ی'],
  ['ى', 'ی'],
  ['ك', 'ک'],
  ['ة', 'ه'],
  ['ؤ', 'و'],
  ['ئ', 'ی'],
]);
const LETTERS = /[يىكةؤئ]/g;
/** Zero-width and direction marks, soft hyphens, tatweel, variation selectors. */
const INVISIBLE = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Variation_Selector}/gu;
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*|%/gu;
const HAN = /\p{Script=Han}/u;

/** Digits of any script as 0-9. */
function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (d) => String((d.codePointAt(0) ?? 0) & 0xf));
}

/** Folds text for comparison. Length may change; use it for matching, never for showing. */
export function fold(text: string): string {
  return plainDigits(text.normalize('NFKD').replace(/\p{M}/gu, '').replace(INVISIBLE, ''))
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(LETTERS, (letter) => ARABIC.get(letter) ?? letter)
    .replace(/[’‘`´ʼ]/g, "'");
}

const stems = new Map<string, string>();

/** The stem of a folded word: Porter's for English letters, the word itself otherwise. */
export function stem(folded: string): string {
  const known = stems.get(folded);
  if (known !== undefined) return known;
  const made = /^[a-z]+$/.test(folded) ? stemmer(folded) : folded;
  if (stems.size < 50_000) stems.set(folded, made);
  return made;
}

/** The words of a text in order. Han characters, which no space parts, come as overlapping pairs. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const [raw] of text.normalize('NFKC').replace(INVISIBLE, '').matchAll(WORD)) {
    const folded = fold(raw).replace(/'s$/, '').replace(/'/g, '');
    if (folded === '') continue;
    if (!HAN.test(folded)) words.push({ raw, folded, stem: stem(folded) });
    else for (const piece of hanPieces(folded)) words.push({ raw: piece, folded: piece, stem: stem(piece) });
  }
  return words;
}

function hanPieces(folded: string): string[] {
  const pieces: string[] = [];
  for (const part of folded.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
    const characters = [...part];
    if (!HAN.test(part) || characters.length < 2) pieces.push(part);
    else for (let i = 0; i + 1 < characters.length; i++) pieces.push(`${characters[i]}${characters[i + 1]}`);
  }
  return pieces;
}
