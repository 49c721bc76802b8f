// The buttons that belong to an answer, for every platform that has buttons, and what a press of one looks up.
import { type Answer, ask, type Desk, isUrgent, pack } from '../../src/index.ts';

export const OFFERS = ['page', 'context', 'notes', 'trail', 'cite', 'share', 'helpful', 'unhelpful', 'tell'] as const;
export type OfferName = (typeof OFFERS)[number];

export interface Offer {
  readonly name: OfferName;
  readonly label: string;
  /** A packed answer. */
  readonly answer?: string;
  /** A page, from 1. */
  readonly page?: number;
  readonly refs?: readonly string[];
  readonly primary?: true;
}

export interface OfferOptions {
  /** The page shown, from 1, and how many there are. */
  readonly page: number;
  readonly of: number;
  /** A reply that only the asker sees can be shared. */
  readonly shareable: boolean;
  /** Whether there is anybody to tell. */
  readonly curators: boolean;
  /** A message for everybody has only what there is to read. */
  readonly open?: boolean;
}

/** Two rows: what more there is to read, and what the reader has to say. */
export function offersOf(answer: Answer, desk: Desk, options: OfferOptions): Offer[][] {
  const { page, of, shareable, curators, open = false } = options;
  const checked = answer.extra?.kind === 'check';
  // A checked quotation is the asker's own words, which no button carries: its next page is the true text alone.
  const kept = pack(checked ? { ...answer, message: null, extra: null, outcome: 'answered' } : answer);
  const refs = answer.excerpts.map((s) => s.ref);
  const [first] = refs;
  const paragraph = first !== undefined && /^jchr-tnr\/\d/.test(first);
  const noted = paragraph && desk.held.passage(first)?.sentences.some((s) => s.notes.length > 0);
  const read: Offer[] = [];
  if (page > 1) read.push({ name: 'page', label: 'Previous page', answer: kept, page: page - 1 });
  if (page < of)
    read.push({ name: 'page', label: 'Next page', answer: kept, page: checked ? 1 : page + 1, primary: true });
  if (first && paragraph) read.push({ name: 'context', label: 'In context', refs: [first] });
  if (first && noted) read.push({ name: 'notes', label: 'Notes in full', refs: [first] });
  if (first && paragraph) read.push({ name: 'trail', label: 'Trail', refs: [first] });
  if (first) read.push({ name: 'cite', label: 'Cite', refs: refs.slice(0, 20) });
  if (first && shareable) read.push({ name: 'share', label: 'Share to channel', answer: kept, page });
  // Nobody in danger is asked whether that was helpful.
  if (open || isUrgent(answer)) return [read, []];
  const shown = first ? refs.slice(0, 3) : answer.nearest.map((s) => s.ref).slice(0, 3);
  const say: Offer[] = [
    { name: 'helpful', label: 'Helpful', refs: shown },
    { name: 'unhelpful', label: 'Not helpful', refs: shown },
    ...(curators ? [{ name: 'tell' as const, label: 'Tell the curators', refs: shown }] : []),
  ];
  return [read, say];
}

/** What a pressed button looks up, or null when it names what is not held. */
export function lookUpOffered(
  name: 'notes' | 'context' | 'cite' | 'trail',
  refs: readonly string[],
  desk: Desk,
): Answer | null {
  const [first] = refs;
  const passage = first ? desk.held.passage(first) : undefined;
  if (!first || !passage || !refs.every((r) => desk.held.has(r))) return null;
  const number = Number(passage.number);
  const around = [number - 1, number, number + 1].filter((n) => desk.held.has(`jchr-tnr/${n}`));
  const commands = {
    cite: `/cite ${refs.join(', ')}`,
    trail: `/trail ${passage.number}`,
    context: `/para ${around.join(', ')}`,
    notes: `/note ${passage.sentences.flatMap((s) => s.notes.map((n) => n.replace(/^.*\/n/, ''))).join(', ')}`,
  };
  return ask(desk, commands[name]).answer;
}
