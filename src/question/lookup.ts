// Tells a look-up ("paras 71-75", "the last conclusion", "footnotes to 68") from a question that merely cites a paragraph.
import type { Passage, Reference } from '../knowledge/model.ts';
import type { Holdings } from './holdings.ts';
import { ASKING, FILLERS } from './lookup-words.ts';
import { notesNaming } from './notes-naming.ts';
import { withDigits } from './number-words.ts';
import { readReferences } from './reference.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

export interface Lookup {
  readonly refs: readonly Reference[];
  readonly missing: readonly string[];
  /** True when nothing but the references was asked for: exactly these are then shown. */
  readonly only: boolean;
  /** What the text names by number or kind and wants handed over, whatever is said around it. */
  readonly wanted: readonly Reference[];
  /** What else was said, folded. */
  readonly rest: string;
}

const CONCLUSION = String.raw`(?:conclusions?|concs?|concluded?|выводы?|вывода|висновк\w*|conclusion(?:es)?|sonuclar\w*|结论|الاستنتاجات|نتیجه‌گیری|نتیجهگیری)`;
const RECOMMENDATION = String.raw`(?:recommendations?|recs?|recommend(?:s|ed)?|рекомендаци\w*|рекомендаці\w*|recomendaciones|recommandations?|oneriler\w*|tavsiyeler\w*|建议|التوصیات|توصیه‌ها|توصیهها)`;
const ORDINALS = new Map([
  ['first', 0],
  ['1st', 0],
  ['second', 1],
  ['2nd', 1],
  ['third', 2],
  ['3rd', 2],
  ['fourth', 3],
  ['4th', 3],
  ['last', -1],
  ['final', -1],
]);
const ORDINAL = new RegExp(
  String.raw`\b(${[...ORDINALS.keys()].join('|')})\s+(?:(?:and\s+)?(${[...ORDINALS.keys()].join('|')})\s+)?(?:of\s+the\s+)?(${CONCLUSION}|${RECOMMENDATION}|paragraph|para)`,
  'gu',
);
const KIND = new RegExp(String.raw`(?<![\p{L}])(${CONCLUSION}|${RECOMMENDATION}|findings?)(?![\p{L}])`, 'gu');
/** "just the conclusions, no recs". */
const UNWANTED = new RegExp(
  String.raw`\b(?:no|not|without|minus|except|excluding|sans|skip)\s+(?:the\s+)?(?:${CONCLUSION}|${RECOMMENDATION})`,
  'gu',
);
const EVERY = new RegExp(
  String.raw`\b(?:all|every|each|list|only|both)\b(?:\s+of)?(?:\s+(?:the|its|their))?\s+(?:${CONCLUSION}|${RECOMMENDATION}|findings?)`,
  'u',
);
const NOTE_WORD = /\b(?:foot\s?-?notes?|notes?|fns?|ftns?|sources?)\b/gu;
const CITING =
  /\b(?:cit(?:e|es|ing|ed)|refer(?:s|ring)?|mention(?:s|ing|ed)?|nam(?:e|es|ing)|from|by|rely(?:ing)?|relies)\b/u;

const GIVE =
  /\b(?:paste|show|drop|give|need|send|post|pull|get|print|display|grab|fetch|want|see|put|share|read\s+(?:me|out))\b/i;
/** "Section 74 of the Companies Act": a number of another book. */
const OTHER_BOOK =
  /\d+[a-z]?(?=\s+(?:of\s+(?!(?:the\s+|this\s+|that\s+)?(?:report|jchr|committee|joint|hc|hl|transnational|tnr|chapter|oral|written|evidence|same|conclusions?|recommendations?|it|that|this)\b)|(?:[A-Z]\w+\s+){1,4}(?:Act|Regulations|Rules|Convention|Statute)\b))/g;

/** Reads what is looked up by number, evidence number, kind or place. Never throws; an empty result means a question. */
export function readLookup(typed: string, held: Holdings, vocabulary: Vocabulary): Lookup {
  const text = withDigits(typed).replace(OTHER_BOOK, (number) => ' '.repeat(number.length));
  const labelled = readReferences(text, held);
  const nothing = labelled.refs.length === 0 && labelled.missing.length === 0;
  if (!nothing && /\d/.test(labelled.rest)) {
    // "64 and n126": a bare number beside one that says what it is.
    const all = readReferences(text, held, true);
    if (isFiller(all.rest) && all.refs.length > labelled.refs.length)
      return { ...all, only: true, wanted: handsOver(text) ? all.refs : [] };
  }
  const read = nothing && labelled.rest.search(KIND) >= 0 ? readReferences(text, held, true) : labelled;
  const phrase = readPhrase(read.rest, read.refs, held, vocabulary);
  const rest = phrase?.rest ?? read.rest;
  const named = phrase === null || phrase.certain;
  const silent = isFiller(rest) || (named && isChatter(rest, held));
  const wanted = handsOver(text) ? (phrase?.certain ? phrase.refs : phrase ? [] : read.refs) : [];
  if (phrase && silent) return { refs: phrase.refs, missing: read.missing, only: true, wanted, rest };
  if (read.refs.length > 0 || read.missing.length > 0) {
    return { refs: read.refs, missing: read.missing, only: silent && !phrase, wanted, rest };
  }
  const bare = readReferences(text, held, true);
  const only = (bare.refs.length > 0 || bare.missing.length > 0) && isFiller(bare.rest);
  return only ? { ...bare, only, wanted } : { refs: [], missing: [], only: false, wanted, rest: read.rest };
}

function isFiller(rest: string): boolean {
  return wordsOf(rest).every((w) => FILLERS.has(w.folded) || w.folded.length === 1);
}

/** "Could someone drop para 74 for me?": a hand held out for the words as they are. */
function handsOver(text: string): boolean {
  return GIVE.test(text) && !/["“”«»]/u.test(text) && !wordsOf(text).some((w) => ASKING.has(w.stem));
}

/** True for talk around a look-up ("boss is screaming, footnote 142 now"): nothing of the subject, nothing asked. */
function isChatter(rest: string, held: Holdings): boolean {
  if (/["“”«»]/u.test(rest)) return false;
  return wordsOf(rest).every(
    (w) => FILLERS.has(w.folded) || w.folded.length === 1 || !(held.topics.has(w.stem) || ASKING.has(w.stem)),
  );
}

interface Phrase {
  readonly refs: readonly Reference[];
  /** False where "the recommendation" may be part of a larger question. */
  readonly certain: boolean;
  readonly rest: string;
}

/** "the last conclusion", "recommendations that follow 73", "footnotes to 68", "notes citing Browder", "all conclusions". */
function readPhrase(rest: string, refs: readonly Reference[], held: Holdings, vocabulary: Vocabulary): Phrase | null {
  const paragraphs = refs.flatMap((r) => held.passage(r) ?? []).filter((p) => p.kind !== 'note');
  if (paragraphs.length > 0 && /\b(?:foot\s?-?notes|notes|fns|ftns)\b/u.test(rest)) {
    const notes = [...new Set(paragraphs.flatMap((p) => p.notes))];
    if (notes.length > 0) return { refs: notes, certain: true, rest: rest.replace(NOTE_WORD, ' ') };
  }
  if (refs.length === 0 && /\b(?:foot\s?-?notes?|notes|fns?|ftns?)\b/u.test(rest) && CITING.test(rest)) {
    const citing = notesNaming(rest, held, vocabulary);
    if (citing) return { ...citing, certain: true };
  }
  const ordinal = readOrdinals(rest, held);
  if (ordinal) return ordinal;
  const wanted = rest.replace(UNWANTED, ' ');
  const kinds = [...wanted.matchAll(KIND)].map((m) => m[1] ?? '');
  if (kinds.length === 0) return null;
  const wantsConclusions = kinds.some((k) => !isRecommendation(k));
  const wantsRecommendations = kinds.some((k) => isRecommendation(k) || k.startsWith('finding'));
  const stripped = wanted.replace(KIND, ' ');
  if (paragraphs.length > 0) {
    const related = paragraphs.flatMap((p) => relatives(p, wantsConclusions, wantsRecommendations, rest, held));
    return related.length > 0 ? { refs: [...new Set(related)], certain: true, rest: stripped } : null;
  }
  if (refs.length > 0) return null;
  const all = [...(wantsConclusions ? held.conclusions : []), ...(wantsRecommendations ? held.recommendations : [])];
  const inOrder = all.sort((a, b) => Number(a.split('/')[1]) - Number(b.split('/')[1]));
  return { refs: inOrder, certain: EVERY.test(rest), rest: stripped };
}

const isRecommendation = (word: string) => new RegExp(`^${RECOMMENDATION}$`, 'u').test(word);

/** "Conclusion at 73 - which recs follow from it?" asks for 74 and 75; "conclusion at 73" alone asks for 73. */
function relatives(
  p: Passage,
  conclusions: boolean,
  recommendations: boolean,
  rest: string,
  held: Holdings,
): Reference[] {
  const turned =
    /\b(?:follow\w*|after|flow\w*|next|result\w*|attach\w*|underneath|below|go(?:es)? with|belong\w*|from|based|rest\w*|behind|lead\w*|before|preced\w*|above|support\w*|come|comes)\b/u.test(
      rest,
    );
  if (recommendations && p.kind === 'conclusion' && (turned || !conclusions)) return [...p.followedBy];
  if (conclusions && p.kind === 'recommendation' && (turned || !recommendations)) return [...p.follows];
  if (!turned || p.kind === 'conclusion' || p.kind === 'recommendation') return [];
  const pool = recommendations && !conclusions ? held.recommendations : held.conclusions;
  const after = pool.find((r) => Number(r.split('/')[1]) > Number(p.number));
  return after ? [after] : [];
}

function readOrdinals(rest: string, held: Holdings): Phrase | null {
  const found: Reference[] = [];
  const stripped = rest.replace(ORDINAL, (_all: string, first: string, second: string | undefined, kind: string) => {
    const pool = /^para/.test(kind)
      ? [...held.paragraphs]
      : isRecommendation(kind)
        ? held.recommendations
        : held.conclusions;
    for (const word of [first, second]) {
      const at = word === undefined ? undefined : ORDINALS.get(word);
      const ref = at === undefined ? undefined : pool.at(at);
      if (ref) found.push(ref);
    }
    return ' ';
  });
  return found.length > 0 ? { refs: [...new Set(found)], certain: true, rest: stripped } : null;
}
