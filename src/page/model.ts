// A page: blocks in reading order, words looked up, ready for any platform to draw.
import type { PassageKind, Reference } from '../knowledge/model.ts';

/** Words of one speaker. The label comes first, always. */
export interface SpokenBlock {
  readonly voice: string;
  /** Set off as a block quotation in the source. */
  readonly quoted: boolean;
  readonly sentences: readonly {
    readonly ref: Reference;
    /** Verbatim, with note marks. */
    readonly text: string;
    /** The sentence that answers. */
    readonly focus: boolean;
  }[];
}

export interface NoteBlock {
  readonly ref: Reference;
  /** `[138]` */
  readonly mark: string;
  readonly spoken: readonly SpokenBlock[];
}

/** A passage, or the part of it that fits on this page. Header and citation stand on every part. */
export interface ExcerptBlock {
  readonly kind: 'excerpt';
  readonly ref: Reference;
  /** `Paragraph 72`, all that a continued part is headed by. */
  readonly name: string;
  /** `Paragraph 72 · Committee recommendation` */
  readonly label: string;
  readonly passageKind: PassageKind;
  readonly heading: string;
  /** Not the first part of its passage. */
  readonly continued: boolean;
  /** Shown beside a refusal: it does not answer. */
  readonly nearest: boolean;
  readonly spoken: readonly SpokenBlock[];
  readonly notes: readonly NoteBlock[];
  /** Editorial links, and the address of a source that is not the report, one a line. */
  readonly links: readonly string[];
  readonly citation: string;
  readonly url: string;
}

export type Block =
  | ExcerptBlock
  /** Fixed words: a message or a signpost. */
  | { readonly kind: 'words'; readonly title: string; readonly text: string }
  /** A line that parts what follows from what came before. */
  | { readonly kind: 'divider'; readonly text: string }
  /** The licence of the words shown. */
  | { readonly kind: 'footer'; readonly text: string }
  /** Lines of one shape: commands, citations, differences, synonyms. */
  | {
      readonly kind: 'list';
      readonly title: string;
      /** Words of the asker are among the items: no address in them is made a link. */
      readonly typed?: true;
      readonly items: readonly { readonly label: string; readonly text: string }[];
    };

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly blocks: readonly Block[];
}
