// An answer as a Slack message: one page of blocks, the buttons that belong to it, and a notification without links.
import type { types } from '@slack/bolt';
import { type Answer, type Desk, excerptsOf, layOut, splitPages } from '../../src/index.ts';
import { type Offer, offersOf } from '../host/offers.ts';
import { today } from '../host/today.ts';
import { blocksOf, PAGE } from './blocks.ts';
import { button } from './buttons.ts';

export interface Message {
  /** For notifications and screen readers: fixed words and labels only, no links, nothing that was typed. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

export interface ReplyOptions {
  /** From 1; a page beyond the last is the last. */
  readonly page?: number;
  /** A reply that only the asker sees can be shared. */
  readonly shareable: boolean;
  /** Whether there is anybody to tell. */
  readonly curators: boolean;
  /** For everybody. */
  readonly open?: boolean;
}

export function reply(answer: Answer, desk: Desk, options: ReplyOptions): Message {
  const pages = splitPages(layOut(answer, desk, today()), PAGE);
  const page = pages[Math.min(options.page ?? 1, pages.length) - 1];
  if (!page) return fixed('The desk has nothing to show here.');
  const blocks = [...blocksOf(page), ...controls(answer, desk, page.number, page.of, options)];
  return { text: `Red Notice Desk: ${headline(answer, desk)}`, blocks };
}

/** Excerpts and citations alone, for a channel: no question, no asker, no advice that says something about either. */
export function shared(answer: Answer, desk: Desk): Message {
  return reply(excerptsOf(answer), desk, { shareable: false, curators: false, open: true });
}

/** Fixed words of this adapter as a message. */
export function fixed(words: string): Message {
  return { text: words, blocks: [{ type: 'section', text: { type: 'plain_text', text: words, emoji: false } }] };
}

const OUTCOME = {
  answered: 'answer',
  not_covered: 'not covered',
  declined: 'please read',
  not_found: 'not held',
} as const;

function headline(answer: Answer, desk: Desk): string {
  const first = layOut({ ...answer, message: null, signposts: [], extra: null }, desk).find(
    (b) => b.kind === 'excerpt',
  );
  return answer.outcome === 'answered' && first ? first.label : OUTCOME[answer.outcome];
}

function controls(answer: Answer, desk: Desk, page: number, of: number, options: ReplyOptions): types.KnownBlock[] {
  return offersOf(answer, desk, { ...options, page, of }).flatMap((offers) => {
    const block = row(offers.map(buttonOf));
    return block ? [block] : [];
  });
}

function buttonOf({ name, label, answer, page, refs, primary }: Offer): types.Button | null {
  const value = {
    ...(answer === undefined ? {} : { a: answer }),
    ...(page === undefined ? {} : { p: page }),
    ...(refs === undefined ? {} : { r: [...refs] }),
  };
  return button(name, label, value, primary && 'primary');
}

function row(buttons: readonly (types.Button | null)[]): types.ActionsBlock | null {
  const elements = buttons.filter((b) => b !== null);
  // Two "page" buttons in one row need ids of their own.
  const apart = elements.map((b, i) => ({ ...b, action_id: `${b.action_id}.${i}` }));
  return apart.length > 0 ? { type: 'actions', elements: apart } : null;
}
