// Reads a text into a Request: noise off, words, terms, language, quotations, references, command.

import type { Language } from '../knowledge/model.ts';
import { clausesOf } from './clauses.ts';
import { type Called, commandOf } from './command.ts';
import type { Holdings } from './holdings.ts';
import { languageOf } from './language.ts';
import { type Lookup, readLookup } from './lookup.ts';
import { quiet } from './noise.ts';
import { quotationsOf } from './quotation.ts';
import { asksBeside, asksReport, wantsReportOnly } from './report-only.ts';
import type { Speller } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

export interface Request {
  readonly text: string;
  /** The words as they are understood: misspelt ones mended. */
  readonly words: readonly Word[];
  /** What was read for what. */
  readonly mended: readonly { readonly from: string; readonly to: string }[];
  /** Ids of the terms named, in order. */
  readonly terms: readonly string[];
  readonly language: Language;
  /** Quoted parts, without their marks. */
  readonly quotations: readonly string[];
  readonly lookup: Lookup;
  /** Commentary and guides are not wanted. */
  readonly reportOnly: boolean;
  /** What the report says is asked: no guide may be the answer. */
  readonly ofReport: boolean;
  readonly command: Called | null;
}

/** Reads any string at all; never throws. */
export function read(typed: string, held: Holdings, vocabulary: Vocabulary, speller: Speller): Request {
  const text = quiet(typed);
  const called = commandOf(text);
  const command = called && stands(called, held, vocabulary) ? called : null;
  const body = command?.name === 'ask' ? command.argument : text;
  const { words, mended } = speller.mend(wordsOf(body));
  return {
    text: body,
    words,
    mended,
    terms: vocabulary.find(body, words),
    language: languageOf(body),
    quotations: quotationsOf(body),
    lookup: readLookup(body, held, vocabulary),
    reportOnly: wantsReportOnly(body),
    ofReport: asksReport(body) && !asksBeside(body, clausesOf(body)),
    command: command?.name === 'ask' ? null : command,
  };
}

/** Whether a text that begins like a command is one: "who Rhys Davies" is, "who called it a sniper rifle" is not. */
function stands(called: Called, held: Holdings, vocabulary: Vocabulary): boolean {
  if (called.explicit || called.name === 'ask') return true;
  const { name, argument } = called;
  const plain = argument.replace(/[?!.\s]+$/u, '');
  switch (name) {
    case 'help':
    case 'privacy':
    case 'findings':
      return plain === '';
    case 'about':
      return plain === '' || plain === 'changes';
    case 'para':
    case 'note':
      return false; // the look-up reads these, with whatever else is said
    case 'cite':
    case 'trail':
      return readLookup(plain, held, vocabulary).only;
    case 'check':
      return /^["“«'‘]/u.test(argument) && plain.length > 3;
    case 'compare':
      return plain === '' || held.topic(plain) !== undefined;
    case 'who':
    case 'country':
    case 'define':
      return namedBy(plain, vocabulary) !== null;
    default: {
      const never: 'ask' = name;
      return never === 'ask';
    }
  }
}

/** The one term that a text names and says nothing beside, or null. */
export function namedBy(text: string, vocabulary: Vocabulary): string | null {
  const words = wordsOf(text).filter((w) => !/^(?:is|are|the|a|an|was|of)$/.test(w.folded));
  const bare = /\p{Script=Han}/u.test(text) ? text : words.map((w) => w.raw).join(' ');
  const [only, ...more] = vocabulary.find(bare, words);
  if (only === undefined || more.length > 0) return null;
  const term = vocabulary.terms.get(only);
  const written = [...(term?.also ?? []), ...Object.values(term?.other ?? {}).flat()];
  const spelt = words.map((w) => w.stem).join(' ');
  const whole = written.some(
    (s) =>
      wordsOf(s.replace(/\*/g, ''))
        .map((w) => w.stem)
        .join(' ') === spelt,
  );
  return whole || /\p{Script=Han}|\p{Script=Arabic}|\p{Script=Cyrillic}/u.test(bare) ? only : null;
}
