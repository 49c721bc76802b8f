// The terms a question names, in any language held, by the longest synonym first.
import type { Term } from '../knowledge/model.ts';
import { fold, type Word, wordsOf } from './words.ts';

export interface Vocabulary {
  readonly terms: ReadonlyMap<string, Term>;
  /** The ids of the terms named, in order of first mention. */
  readonly find: (text: string, words?: readonly Word[]) => string[];
  /** How many words from `at` on a term spans; 0 where none begins. */
  readonly spanAt: (words: readonly Word[], at: number) => number;
  /** The folded text without the Chinese names of terms. */
  readonly withoutHan: (text: string) => string;
}

interface Synonym {
  readonly id: string;
  readonly parts: readonly string[];
  /** For each part: whether any ending may follow. */
  readonly open: readonly boolean[];
  /** Matches only where every letter is typed as a capital: RN, HO, US. */
  readonly capitals: boolean;
}

const HAN = /\p{Script=Han}/u;
/** Arabic particles that are written onto the next word. */
const ARABIC_PREFIX = /^(?:و|ف)?(?:بال|کال|لل|ال)/;

/** A word as it is compared: stemmed, and without an Arabic article where enough is left. */
function bare(stem: string): string {
  const rest = stem.replace(ARABIC_PREFIX, '');
  return rest.length >= 3 ? rest : stem;
}

/** Builds the lookup. A synonym of one or two capitals, such as RN, matches only in capitals. */
export function buildVocabulary(terms: readonly Term[]): Vocabulary {
  const byFirst = new Map<string, Synonym[]>();
  const open: Synonym[] = [];
  const han: { id: string; text: string }[] = [];
  for (const term of terms) {
    for (const written of [...term.also, ...Object.values(term.other).flat()]) {
      if (HAN.test(written)) {
        han.push({ id: term.id, text: fold(written) });
        continue;
      }
      const synonym = synonymOf(term.id, written);
      const first = synonym.parts[0];
      if (first === undefined) continue;
      if (synonym.open[0]) open.push(synonym);
      else byFirst.set(first, [...(byFirst.get(first) ?? []), synonym]);
    }
  }
  const openByStart = new Map<string, Synonym[]>();
  for (const s of open) {
    const start = (s.parts[0] ?? '').slice(0, 2);
    openByStart.set(start, [...(openByStart.get(start) ?? []), s]);
  }
  han.sort((a, b) => b.text.length - a.text.length);

  const candidatesAt = (word: Word): Synonym[] => {
    const exact = byFirst.get(bare(word.stem)) ?? [];
    const opened = openByStart.get(word.folded.slice(0, 2)) ?? [];
    return opened.length ? [...exact, ...opened] : exact;
  };

  const longestAt = (words: readonly Word[], at: number): Synonym | null => {
    const word = words[at];
    let best: Synonym | null = null;
    for (const s of word ? candidatesAt(word) : []) {
      if (s.parts.length > (best?.parts.length ?? 0) && matchesAt(s, words, at)) best = s;
    }
    return best;
  };

  const find = (text: string, words: readonly Word[] = wordsOf(text)): string[] => {
    const found = new Set<string>();
    for (let i = 0; i < words.length; ) {
      const best = longestAt(words, i);
      if (best) found.add(best.id);
      i += best?.parts.length ?? 1;
    }
    if (HAN.test(text)) takeHan(text, (id) => found.add(id));
    return [...found];
  };

  /** Takes the Chinese names out of a text, longest first, and reports each. */
  const takeHan = (text: string, report: (id: string) => void): string => {
    let rest = fold(text).replace(/\s+/g, '');
    for (const { id, text: characters } of han) {
      if (!rest.includes(characters)) continue;
      report(id);
      rest = rest.replaceAll(characters, ' ');
    }
    return rest;
  };
  return {
    terms: new Map(terms.map((t) => [t.id, t])),
    find,
    spanAt: (words, at) => longestAt(words, at)?.parts.length ?? 0,
    withoutHan: (text) => takeHan(text, () => undefined),
  };
}

function synonymOf(id: string, written: string): Synonym {
  const pieces = written.split(/\s+/).flatMap((piece) => {
    const words = wordsOf(piece.replace(/\*$/, ''));
    return words.map((w, i) => ({ w, open: piece.endsWith('*') && i === words.length - 1 }));
  });
  return {
    id,
    parts: pieces.map(({ w, open }) => (open ? w.folded : bare(w.stem))),
    open: pieces.map(({ open }) => open),
    capitals: /^[A-Z]{1,2}$/.test(written),
  };
}

function matchesAt(s: Synonym, words: readonly Word[], at: number): boolean {
  for (const [k, part] of s.parts.entries()) {
    const word = words[at + k];
    if (!word) return false;
    if (s.capitals && word.raw !== word.raw.toUpperCase()) return false;
    if (s.open[k] ? !word.folded.startsWith(part) : bare(word.stem) !== part) return false;
  }
  return true;
}
