// The desk: knowledge made ready to answer. Built once at start, then only read.
import type { Comparison, Knowledge, Passage, Reference, Source, Term } from '../knowledge/model.ts';
import type { Signpost, SignpostId } from '../knowledge/signpost.ts';
import { type Holdings, holdingsOf } from '../question/holdings.ts';
import { buildSpeller, countWords, FAMILIAR, type Speller } from '../question/spelling.ts';
import { buildVocabulary, type Vocabulary } from '../question/vocabulary.ts';
import { type Word, wordsOf } from '../question/words.ts';
import { featuresOf } from './features.ts';
import { learn } from './learn.ts';
import { buildRanker, type Ranker } from './rank.ts';
import type { Learned } from './weights.ts';

export interface Desk {
  readonly knowledge: Knowledge;
  readonly held: Holdings;
  readonly vocabulary: Vocabulary;
  readonly speller: Speller;
  readonly ranker: Ranker;
  readonly source: (id: string) => Source | undefined;
  readonly signpost: (id: SignpostId) => Signpost | undefined;
  readonly term: (id: string) => Term | undefined;
  readonly comparison: (id: string) => Comparison | undefined;
}

/**
 * Learns from the curated questions: about a minute of work, worth keeping. `left` leaves questions out, by group
 * and place, so that what was learned can be tried on them.
 */
export function learnFrom(
  knowledge: Knowledge,
  left: (group: number, place: number) => boolean = () => false,
): Learned {
  const vocabulary = buildVocabulary(knowledge.terms);
  const questions = knowledge.questions.flatMap((g, group) =>
    g.questions.flatMap((text, place) => (left(group, place) ? [] : [{ group, text, words: wordsOf(text) }])),
  );
  const familiar = familiarWords(
    knowledge,
    questions.map((q) => q.words),
  );
  const speller = buildSpeller(familiar);
  const lessons = questions.map(({ group, text, words }) => ({
    features: featuresOf(text, vocabulary, speller.mend(words).words),
    group,
  }));
  return { weights: learn(lessons, knowledge.questions.length), familiar };
}

/** Words of the sources and terms count for more than words of questions, some of which are misspelt on purpose. */
function familiarWords(knowledge: Knowledge, questions: readonly (readonly Word[])[]): ReadonlyMap<string, number> {
  const counts = countWords(questions);
  countWords(
    knowledge.passages.flatMap((p) => p.sentences.map((s) => wordsOf(s.text))),
    5,
    counts,
  );
  countWords(
    knowledge.terms.flatMap((t) => t.also.map((a) => wordsOf(a))),
    5,
    counts,
  );
  return new Map([...counts].filter(([, n]) => n >= FAMILIAR));
}

/** Makes a desk of checked knowledge and what was learned from it. */
export function openDesk(knowledge: Knowledge, learned: Learned): Desk {
  const byId = <T extends { readonly id: string }>(list: readonly T[]) => {
    const map = new Map(list.map((x) => [x.id, x]));
    return (id: string) => map.get(id);
  };
  return {
    knowledge,
    held: holdingsOf(knowledge),
    vocabulary: buildVocabulary(knowledge.terms),
    speller: buildSpeller(learned.familiar),
    ranker: buildRanker(knowledge.questions, learned.weights),
    source: byId(knowledge.sources),
    signpost: byId(knowledge.signposts),
    term: byId(knowledge.terms),
    comparison: byId(knowledge.comparisons),
  };
}

/** The passages of the report itself, without commentary. */
export function reportOf(desk: Desk): Passage[] {
  return desk.knowledge.passages.filter((p) => p.source === desk.held.report);
}

/** A passage by its own reference or by that of one of its sentences. */
export function passageOf(desk: Desk, ref: Reference): Passage | undefined {
  return desk.held.passage(ref);
}
