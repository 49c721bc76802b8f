// The machine-readable answer: what `--jsonl` prints, a line a question.

import { citationOf } from '../answer/citation.ts';
import type { Answer, Shown } from '../answer/model.ts';
import type { GuideFact, Language, Passage, Reference, Voice } from '../knowledge/model.ts';
import type { SignpostId } from '../knowledge/signpost.ts';
import { type Desk, passageOf } from '../search/desk.ts';
import { isStale } from './labels.ts';

export interface SentenceRecord {
  readonly ref: Reference;
  readonly voice: Voice;
  readonly text: string;
  readonly focus: boolean;
}

export interface NoteRecord {
  readonly ref: Reference;
  readonly text: string;
  /** The note's own speakers: a list of accused states is evidence, even in a footnote. */
  readonly sentences: readonly Omit<SentenceRecord, 'focus'>[];
}

export interface ExcerptRecord {
  readonly ref: Reference;
  readonly kind: Passage['kind'];
  readonly heading: string;
  readonly text: string;
  readonly sentences: readonly SentenceRecord[];
  readonly notes: readonly NoteRecord[];
  readonly citedIn: Reference | null;
  readonly citation: string;
  readonly url: string;
  readonly follows: readonly Reference[];
  readonly followedBy: readonly Reference[];
  readonly compare: readonly Reference[];
  /** Source, date and confidence of an entry of the guide. */
  readonly guide: (GuideFact & { readonly due: boolean }) | null;
}

export interface AnswerRecord {
  readonly id?: unknown;
  readonly outcome: Answer['outcome'];
  readonly reason?: string;
  readonly excerpts: readonly ExcerptRecord[];
  readonly nearest: readonly ExcerptRecord[];
  readonly signposts: readonly {
    id: string;
    title: string;
    text: string;
    /** The same in the language asked in, which no native speaker has checked. */
    translation: { title: string; text: string; caution: string } | null;
  }[];
  readonly message: string;
  /** References asked for that are not held. */
  readonly missing: readonly string[];
}

/** The answer as plain JSON, words looked up. */
export function recordOf(answer: Answer, desk: Desk, today: string | null = null): AnswerRecord {
  const message = answer.message ? desk.signpost(answer.message) : undefined;
  return {
    outcome: answer.outcome,
    ...(answer.outcome === 'declined' ? { reason: answer.reason } : {}),
    excerpts: answer.excerpts.flatMap((s) => excerpt(s, desk, today)),
    nearest: answer.nearest.flatMap((s) => excerpt(s, desk, today)),
    signposts: answer.signposts.flatMap((id) => signpost(id, answer.language, desk)),
    message: message ? `${message.title}. ${message.text}` : '',
    missing: answer.missing,
  };
}

function excerpt(shown: Shown, desk: Desk, today: string | null): ExcerptRecord[] {
  const passage = passageOf(desk, shown.ref);
  const source = passage && desk.source(passage.source);
  if (!passage || !source) return [];
  return [
    {
      ref: passage.ref,
      kind: passage.kind,
      heading: passage.heading,
      text: passage.sentences.map((s) => s.text).join(' '),
      sentences: passage.sentences.flatMap((s) =>
        s.runs.map((r) => ({ ref: s.ref, voice: r.voice, text: r.text, focus: shown.focus.includes(s.ref) })),
      ),
      notes: passage.notes.flatMap((ref) => note(ref, desk)),
      citedIn: passage.citedIn,
      citation: citationOf(passage, source).oscola,
      url: passage.guide?.urls[0] ?? source.url,
      follows: passage.follows,
      followedBy: passage.followedBy,
      compare: passage.compare,
      guide: passage.guide && { ...passage.guide, due: isStale(passage.guide, today) },
    },
  ];
}

function note(ref: Reference, desk: Desk): NoteRecord[] {
  const passage = passageOf(desk, ref);
  if (!passage) return [];
  return [
    {
      ref,
      text: passage.sentences.map((s) => s.text).join(' '),
      sentences: passage.sentences.flatMap((s) => s.runs.map((r) => ({ ref: s.ref, voice: r.voice, text: r.text }))),
    },
  ];
}

function signpost(id: SignpostId, language: Language, desk: Desk): AnswerRecord['signposts'][number][] {
  const found = desk.signpost(id);
  const held = desk.knowledge.translations[language];
  const other = held?.[id];
  const translation = other ? { title: other.title, text: other.text, caution: held['caution']?.text ?? '' } : null;
  return found ? [{ id, title: found.title, text: found.text, translation }] : [];
}
