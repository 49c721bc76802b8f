// One passage as a block: label, speakers before words, notes resolved, citation.
import { citationOf } from '../answer/citation.ts';
import type { Shown } from '../answer/model.ts';
import type { Passage, Reference, Sentence } from '../knowledge/model.ts';
import { type Desk, passageOf } from '../search/desk.ts';
import { linkLines, passageLabel, passageName, voiceLabel } from './labels.ts';
import type { ExcerptBlock, NoteBlock, SpokenBlock } from './model.ts';

export interface Showing {
  /** Shown beside a refusal: it does not answer. */
  readonly nearest?: boolean;
  /** ISO date of the reader's day, for the check dates of the guide. */
  readonly today?: string | null;
}

/** The block of a passage shown; nothing for a reference that is not held. */
export function excerptBlock(
  shown: Shown,
  desk: Desk,
  { nearest = false, today = null }: Showing = {},
): ExcerptBlock[] {
  const passage = passageOf(desk, shown.ref);
  const source = passage && desk.source(passage.source);
  if (!passage || !source) return [];
  return [
    {
      kind: 'excerpt',
      ref: passage.ref,
      name: passageName(passage, source.short),
      label: passageLabel(passage, source.short),
      passageKind: passage.kind,
      heading: passage.heading,
      continued: false,
      nearest,
      spoken: spokenBlocks(passage.sentences, passage, nearest ? [] : shown.focus, today),
      notes: passage.notes.flatMap((ref) => noteBlock(ref, desk)),
      links: [...linkLines(passage), ...(source.kind === 'commentary' ? [source.url] : [])],
      citation: citationOf(passage, source).brief,
      url: passage.guide?.urls[0] ?? source.url,
    },
  ];
}

/** Runs of sentences by speaker, in order: a new label whenever the speaker or the quotation changes. */
export function spokenBlocks(
  sentences: readonly Sentence[],
  passage: Passage,
  focus: readonly Reference[],
  today: string | null = null,
): SpokenBlock[] {
  const blocks: {
    voice: string;
    quoted: boolean;
    sentences: { ref: Reference; text: string; focus: boolean }[];
  }[] = [];
  for (const sentence of sentences) {
    for (const run of sentence.runs) {
      const voice = voiceLabel(run.voice, passage.kind, passage.guide, today);
      const last = blocks.at(-1);
      const piece = { ref: sentence.ref, text: run.marked, focus: focus.includes(sentence.ref) };
      if (last && last.voice === voice && last.quoted === sentence.quoted) last.sentences.push(piece);
      else blocks.push({ voice, quoted: sentence.quoted, sentences: [piece] });
    }
  }
  return blocks;
}

function noteBlock(ref: Reference, desk: Desk): NoteBlock[] {
  const note = passageOf(desk, ref);
  return note ? [{ ref, mark: `[${note.number}]`, spoken: spokenBlocks(note.sentences, note, []) }] : [];
}
