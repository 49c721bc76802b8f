// What is held, as the reading of questions needs it: references, evidence numbers, kinds of paragraph.

import type { Comparison, Knowledge, Passage, Reference } from '../knowledge/model.ts';
import { fold, wordsOf } from './words.ts';

export interface Holdings {
  /** The source that bare paragraph and note numbers belong to. */
  readonly report: string;
  /** References as the desk writes them: the id of a source held, a stroke, a number; or an entry of the guide. */
  readonly direct: RegExp;
  readonly has: (ref: Reference) => boolean;
  readonly passage: (ref: Reference) => Passage | undefined;
  /** `Q27` or `TRUK0119` to the notes that cite it. */
  readonly evidence: ReadonlyMap<string, readonly Reference[]>;
  readonly paragraphs: readonly Reference[];
  readonly notes: readonly Reference[];
  /** The comparison a name or synonym stands for. */
  readonly topic: (name: string) => Comparison | undefined;
  readonly conclusions: readonly Reference[];
  readonly recommendations: readonly Reference[];
  /** Stems of the words the report's paragraphs use, short and common ones aside. */
  readonly topics: ReadonlySet<string>;
  /** The longest range that is worth writing out. */
  readonly widest: number;
}

/** Words of the report that anybody uses about anything. */
const COMMON = new Set(
  `that this with from have been will would should could their there they them these those which what when while whilst where must many some
  more most such than then also only once into over very other each about against being between does himself your going come said take
  make made making certain including number people need needs want case cases time able used using see member members there under without
  just last long often before after above below paragraph paragraphs committee report told heard everything everybody nothing believe think
  good great real help part particular find found given give show read life every free action week weeks like whole well somebody`.split(
    /\s+/,
  ),
);

const EVIDENCE = /\b(?:Q\d{1,3}|TRUK\d{4}|MUO\d{4})\b/g;

export function holdingsOf(knowledge: Knowledge): Holdings {
  const passages = new Map(knowledge.passages.map((p) => [p.ref, p]));
  const sentences = new Set(knowledge.passages.flatMap((p) => p.sentences.map((s) => s.ref)));
  const evidence = new Map<string, Reference[]>();
  for (const passage of knowledge.passages) {
    if (passage.kind !== 'note') continue;
    for (const [token] of passage.sentences
      .map((s) => s.text)
      .join(' ')
      .matchAll(EVIDENCE)) {
      const citing = evidence.get(token) ?? [];
      if (!citing.includes(passage.ref)) evidence.set(token, [...citing, passage.ref]);
    }
  }
  const ofKind = (kind: Passage['kind']) => knowledge.passages.filter((p) => p.kind === kind).map((p) => p.ref);
  const topics = new Map(
    knowledge.comparisons.flatMap((c) =>
      c.also.map((a): [string, Comparison] => [
        fold(a)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
        c,
      ]),
    ),
  );
  const report = knowledge.sources.find((s) => s.kind === 'report')?.id ?? '';
  const numbered = knowledge.sources.filter((s) => s.kind !== 'guide').map((s) => s.id);
  return {
    direct: new RegExp(
      String.raw`\b((?:${numbered.join('|')})\/n?\d{1,3}(?:\.\d{1,2})?|guide\/[a-z0-9-]{2,60})\b`,
      'g',
    ),
    report,
    paragraphs: knowledge.passages.filter((p) => p.source === report && p.kind !== 'note').map((p) => p.ref),
    notes: ofKind('note'),
    has: (ref) => passages.has(ref) || sentences.has(ref),
    passage: (ref) => passages.get(ref) ?? passages.get(ref.replace(/\.\d+$/, '')),
    evidence,
    topic: (name) =>
      topics.get(
        fold(name)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
      ),
    conclusions: ofKind('conclusion'),
    recommendations: ofKind('recommendation'),
    topics: new Set(
      knowledge.passages
        .filter((p) => p.kind !== 'note' && p.kind !== 'guide')
        .flatMap((p) => p.sentences.flatMap((s) => wordsOf(s.text)))
        .filter((w) => w.folded.length > 3 && !COMMON.has(w.folded))
        .map((w) => w.stem),
    ),
    widest: 200,
  };
}
