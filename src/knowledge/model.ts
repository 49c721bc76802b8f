// What the desk knows, as plain readonly data: sources, passages, terms, curated questions, signposts.
import type { Signpost, Translations } from './signpost.ts';

/** Who is speaking. `committee` in a conclusion or recommendation is a finding; in evidence it is narrative. */
export type VoiceKind = 'committee' | 'witness' | 'evidence' | 'government' | 'interpol' | 'commentary' | 'guide';

/** A speaker. `name` is the name the source prints, or the source's own words for "nobody is named". */
export interface Voice {
  readonly kind: VoiceKind;
  readonly name: string;
}

/** `jchr-tnr/72` a paragraph, `jchr-tnr/68.4` its fourth sentence, `jchr-tnr/n144` a note, `ein/3`, `guide/ccf-time-limits`. */
export type Reference = string;

/** Words of one speaker inside a sentence. `marked` keeps the note marks as the source prints them: `[126]`. */
export interface Run {
  readonly voice: Voice;
  readonly text: string;
  readonly marked: string;
}

export interface Sentence {
  readonly ref: Reference;
  readonly runs: readonly Run[];
  /** Verbatim, without note marks. */
  readonly text: string;
  /** Verbatim, with note marks. */
  readonly marked: string;
  /** The notes this sentence cites, in order. */
  readonly notes: readonly Reference[];
  /** True inside a block quotation of the source. */
  readonly quoted: boolean;
}

export type PassageKind = 'evidence' | 'conclusion' | 'recommendation' | 'note' | 'commentary' | 'guide';

/** What stands behind an entry of the desk's own guide. */
export interface GuideFact {
  /** What the entry is about, in a few words. */
  readonly title: string;
  /** The source in short, with its article or paragraph. */
  readonly from: string;
  /** Its version or date, as a reader needs it. */
  readonly dated: string;
  readonly urls: readonly string[];
  /** `medium`: only a secondary source was seen. */
  readonly confidence: 'high' | 'medium';
  /** What may change, or null. */
  readonly changes: string | null;
  /** ISO date after which the entry is shown with a warning. */
  readonly checkAgain: string;
  /** Entries without which this one would mislead: shown after it wherever it leads an answer. */
  readonly shownWith: readonly Reference[];
  readonly related: readonly Reference[];
}

/** What search ranks and a reader is shown: a paragraph, a note, or an entry of the guide. */
export interface Passage {
  readonly ref: Reference;
  readonly source: string;
  /** As the source prints it: `72`, or `144` for a note. */
  readonly number: string;
  readonly kind: PassageKind;
  /** The section heading above it; a note has the heading of the paragraph that cites it. */
  readonly heading: string;
  readonly sentences: readonly Sentence[];
  /** The notes it cites, in order. */
  readonly notes: readonly Reference[];
  /** For a note: the sentence that cites it. */
  readonly citedIn: Reference | null;
  /** Editorial links, never stated by the report: a recommendation follows a conclusion. */
  readonly follows: readonly Reference[];
  readonly followedBy: readonly Reference[];
  /** Editorial links from a finding to the evidence it answers, and back. */
  readonly rests: readonly Reference[];
  readonly leadsTo: readonly Reference[];
  /** Editorial links to passages that should be read beside this one. */
  readonly compare: readonly Reference[];
  /** For an entry of the guide. */
  readonly guide: GuideFact | null;
}

export interface Source {
  readonly id: string;
  readonly kind: 'report' | 'commentary' | 'guide';
  readonly title: string;
  readonly author: string;
  readonly short: string;
  readonly url: string;
  readonly licence: string;
  readonly licenceUrl: string | null;
  /** ISO date, or null where the source shows none. */
  readonly published: string | null;
  /** For the report: `2024–25`, `HL 160`, `HC 681`, and the line the report prints. */
  readonly session: string | null;
  readonly lords: string | null;
  readonly commons: string | null;
  readonly series: string | null;
  readonly paragraphs: readonly [number, number];
  readonly notes: readonly [number, number] | null;
  readonly sha256: string | null;
}

export type TermKind = 'term' | 'body' | 'person' | 'country' | 'word';

/** A defined term, person, body, country or everyday word, with every way people type it. */
export interface Term {
  readonly id: string;
  readonly name: string;
  readonly kind: TermKind;
  /** Where it is defined or explained; empty for a country that the sources do not name. */
  readonly see: readonly Reference[];
  /** English synonyms, the name included. A trailing `*` stands for any ending. */
  readonly also: readonly string[];
  /** Other languages by code (`tr`, `ru`, `uk`, `zh`, `ar`, `fa`, `es`, `fr`). */
  readonly other: Readonly<Record<string, readonly string[]>>;
}

/** Why a question is not searched. */
/** Why the desk declines. A button carries the place in this list: add at the end. */
export const DECLINE_REASONS = ['advice', 'safety', 'person', 'off_topic', 'manipulation', 'writing', 'desk'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Languages besides English that terms and signposts are given in, by code. */
export const LANGUAGES = ['tr', 'ru', 'uk', 'zh', 'ar', 'fa', 'es', 'fr'] as const;
export type Language = 'en' | (typeof LANGUAGES)[number];

/**
 * What a group of curated questions is for. `refs` answer, best first; `nearest` do not answer but stand closest.
 * `premise` marks questions that take for granted what the sources do not say.
 */
export type Verdict =
  | { readonly kind: 'answered'; readonly refs: readonly Reference[] }
  | { readonly kind: 'not_covered'; readonly nearest: readonly Reference[]; readonly premise: boolean }
  | { readonly kind: 'declined'; readonly reason: DeclineReason };

/** Questions as people ask them, by the passages that answer them, or by why nothing does. */
export interface QuestionGroup {
  /** The curator's name for what is asked. */
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly verdict: Verdict;
  readonly questions: readonly string[];
}

/** Who says what on a topic, side by side; each cell is a sentence in the voice of its row. */
export interface Comparison {
  readonly id: string;
  readonly title: string;
  readonly also: readonly string[];
  readonly rows: readonly { readonly label: string; readonly refs: readonly Reference[] }[];
}

/** What is known of the Government's answer to a recommendation. */
export interface Tracked {
  readonly ref: Reference;
  /** False while the record begins with "Not known". */
  readonly known: boolean;
  /** Entries of the guide that say it. */
  readonly see: readonly Reference[];
  /** Months after publication by which the Committee asked for something, or null. */
  readonly dueMonths: number | null;
  /** Our own words, a line each. */
  readonly text: string;
}

/** A change of the held text. */
export interface Change {
  /** ISO date. */
  readonly date: string;
  readonly title: string;
  /** The sources whose text it changed. */
  readonly sources: readonly string[];
  readonly text: string;
}

export interface Knowledge {
  readonly sources: readonly Source[];
  /** In the order of their sources: paragraphs first, then notes. */
  readonly passages: readonly Passage[];
  readonly terms: readonly Term[];
  readonly questions: readonly QuestionGroup[];
  readonly comparisons: readonly Comparison[];
  readonly signposts: readonly Signpost[];
  readonly translations: Translations;
  readonly tracker: readonly Tracked[];
  /** Newest first. */
  readonly changes: readonly Change[];
}
