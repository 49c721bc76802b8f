// An answer: references and an outcome, no prose. The page looks the words up.
import type { DeclineReason, Language, Reference } from '../knowledge/model.ts';
import type { SignpostId } from '../knowledge/signpost.ts';

/** A passage to show, and the sentences of it that answer. */
export interface Shown {
  readonly ref: Reference;
  readonly focus: readonly Reference[];
}

/** One stretch of a quotation beside the source: the same, or words the quotation has instead of the source's. */
export type Stretch =
  | { readonly kind: 'same'; readonly words: string }
  | { readonly kind: 'differs'; readonly quoted: string; readonly source: string }
  /** A change the quoter marked: an ellipsis, or words in square brackets. */
  | { readonly kind: 'marked'; readonly quoted: string; readonly source: string };

/** How a quotation compares with the report. */
export interface QuotationCheck {
  readonly verdict: 'exact' | 'marked' | 'altered' | 'elsewhere' | 'absent';
  /** The sentences the words stand in, or stand nearest to. */
  readonly sentences: readonly Reference[];
  readonly stretches: readonly Stretch[];
}

/** What a command shows beside or instead of passages. */
export type Extra =
  | { readonly kind: 'check'; readonly check: QuotationCheck }
  | { readonly kind: 'citations'; readonly refs: readonly Reference[] }
  | { readonly kind: 'term'; readonly id: string }
  /** Everything a person, body or country is cited for: the passages are all of it. */
  | { readonly kind: 'cited'; readonly as: 'who' | 'country'; readonly id: string }
  | {
      readonly kind: 'comparison';
      readonly id: string;
      readonly rows: readonly { readonly label: string; readonly cells: readonly Shown[] }[];
    }
  | { readonly kind: 'trail'; readonly ref: Reference; readonly steps: readonly Step[] }
  | { readonly kind: 'topics' }
  | { readonly kind: 'changes' }
  | { readonly kind: 'commands' }
  | { readonly kind: 'holdings' };

/** A step of a trail: how these passages hang together with the one asked for. Editorial. */
export interface Step {
  readonly relation: 'evidence' | 'conclusion' | 'recommendation';
  readonly refs: readonly Reference[];
}

interface Common {
  /** At most three for a free question, best first; for a look-up exactly what was asked for, in order. */
  readonly excerpts: readonly Shown[];
  /** Closest passages, to be marked as no answer. */
  readonly nearest: readonly Shown[];
  /** Ids of signposts owed. */
  readonly signposts: readonly SignpostId[];
  /** Id of the fixed words to show first, or null. */
  readonly message: SignpostId | null;
  readonly extra: Extra | null;
  /** References asked for that are not held, as asked. */
  readonly missing: readonly string[];
  /** The language asked in: signposts are shown in it as well. */
  readonly language: Language;
}

export type Answer =
  | (Common & { readonly outcome: 'answered' })
  /** Nothing above the floor. `premise`: the question takes for granted what is not there. */
  | (Common & { readonly outcome: 'not_covered'; readonly premise: boolean })
  | (Common & { readonly outcome: 'declined'; readonly reason: DeclineReason })
  /** Nothing asked for is held; `missing` says what. */
  | (Common & { readonly outcome: 'not_found' });

const NOTHING: Common = {
  excerpts: [],
  nearest: [],
  signposts: [],
  message: null,
  extra: null,
  missing: [],
  language: 'en',
};

export function answered(excerpts: readonly Shown[], more: Partial<Common> = {}): Answer {
  return { ...NOTHING, ...more, outcome: 'answered', excerpts };
}

export function notCovered(nearest: readonly Shown[], premise: boolean, more: Partial<Common> = {}): Answer {
  const message = nearest.length === 0 ? 'nothing-near' : premise ? 'false-premise' : 'not-covered';
  return {
    ...NOTHING,
    signposts: ['ask-the-desk'],
    message,
    ...more,
    outcome: 'not_covered',
    nearest,
    premise,
  };
}

/** Signposts by reason, those to act on first. */
export const OWED: Record<DeclineReason, readonly SignpostId[]> = {
  advice: ['legal-advice', 'ccf-request'],
  safety: ['emergency', 'tnr-guidance', 'despair'],
  person: ['ccf-request'],
  off_topic: ['ask-the-desk'],
  manipulation: ['ask-the-desk'],
  writing: ['ask-the-desk'],
  desk: ['ask-the-desk'],
};

export function declined(reason: DeclineReason, nearest: readonly Shown[] = []): Answer {
  const message = reason === 'off_topic' ? 'declined-off-topic' : (`declined-${reason}` as const);
  return { ...NOTHING, outcome: 'declined', reason, nearest, signposts: OWED[reason], message };
}

export function notFound(missing: readonly string[], nearest: readonly Shown[] = []): Answer {
  return { ...NOTHING, outcome: 'not_found', missing, nearest, message: 'not-found', signposts: ['ask-the-desk'] };
}
