// An answer as a Discord message: a status line, one page of text, the buttons that belong to it.
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord.js';
import { type Answer, type Block, type Desk, excerptsOf, layOut, splitPages } from '../../src/index.ts';
import { type OfferOptions, offersOf } from '../host/offers.ts';
import { today } from '../host/today.ts';
import { button } from './buttons.ts';
import { bold, plain, small } from './markdown.ts';
import { textOf } from './page.ts';
import { withinLimits } from './within-limits.ts';

/** What every message of the desk is: components, and nobody notified. */
export interface Message {
  readonly components: APIContainerComponent[];
  readonly flags: MessageFlags.IsComponentsV2;
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
}

export type ReplyOptions = Omit<OfferOptions, 'page' | 'of'> & {
  readonly page?: number;
  /** Fixed words of the adapter, above the answer. */
  readonly line?: string;
};

/** Characters of a page: Discord takes 4,000, a reader on a phone tires before. The status lines come on top. */
export const PAGE = 3000;

/** Blocks are parted by a line; more of them than this would be more components than Discord takes. */
const MOST_PARTS = 10;

const STATUS = {
  answered: 'Answer',
  not_covered: 'Not covered',
  declined: 'Please read',
  not_found: 'Not held',
} as const;
const COLOUR = { answered: 0x2a6f97, not_covered: 0x8d99ae, declined: 0xb5651d, not_found: 0x8d99ae } as const;

/** One page of an answer, from 1; a page beyond the last is the last. */
export function reply(answer: Answer, desk: Desk, options: ReplyOptions): Message {
  const pages = splitPages(layOut(answer, desk, today()), PAGE, (block) => textOf(block).length);
  const page = pages[Math.min(options.page ?? 1, pages.length) - 1];
  if (!page) return fixed('The desk has nothing to show here.');
  const rows = rowsOf(answer, desk, { ...options, page: page.number, of: page.of });
  const turns = rows.some((row) => row.components.some((b) => /^\d+\.page\./.test(b.custom_id)));
  const checked = answer.extra?.kind === 'check';
  const status = [
    options.open ? 'Excerpt' : checked ? 'Quotation checked' : STATUS[answer.outcome],
    ...(page.of > 1 ? [`page ${page.number} of ${page.of}`] : []),
  ].join(' · ');
  const more = page.of > 1 && !turns ? ['More than one button can carry: ask for fewer references at a time.'] : [];
  return message(
    [
      text([...(options.line ? [bold(plain(options.line))] : []), small(plain(status))].join('\n')),
      ...parted(page.blocks),
      text(small(plain([...more, current(answer, desk)].join('\n')))),
      ...rows,
    ],
    COLOUR[answer.outcome],
  );
}

/** Excerpts and citations alone, for everybody: no question, no asker, no advice that says something about either. */
export function shared(answer: Answer, desk: Desk, page = 1): Message {
  return reply(excerptsOf(answer), desk, { page, shareable: false, curators: false, open: true });
}

/** Fixed words of this adapter as a message. */
export function fixed(words: string): Message {
  return message([text(plain(words))]);
}

/** Components as a message of the desk, when Discord will take them. */
export function message(components: readonly APIComponentInContainer[], colour?: number): Message {
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    components: [...withinLimits(components)],
    ...(colour === undefined ? {} : { accent_color: colour }),
  };
  return {
    components: [container],
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [], repliedUser: false },
  };
}

export const text = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });

/** How current the words are: the day the report was published. Entries of the guide carry their own dates. */
function current(answer: Answer, desk: Desk): string {
  const report = desk.source(desk.held.report);
  const shown = [...answer.excerpts, ...answer.nearest].some((s) => s.ref.startsWith(`${desk.held.report}/`));
  const published = shown && report?.published ? [`Report published ${report.published}`] : [];
  return ['Red Notice Desk', ...published, '/rednotice help'].join(' · ');
}

/** Texts with a line between them; where there are too many, the last ones run together. */
function parted(blocks: readonly Block[]): APIComponentInContainer[] {
  const texts = blocks.map(textOf);
  const apart = texts.slice(0, MOST_PARTS - 1);
  const together = texts.slice(MOST_PARTS - 1).join('\n\n');
  return [...apart, ...(together ? [together] : [])].flatMap((t, i) => [
    ...(i > 0 ? [{ type: ComponentType.Separator as const, divider: true, spacing: SeparatorSpacingSize.Small }] : []),
    text(t),
  ]);
}

function rowsOf(
  answer: Answer,
  desk: Desk,
  options: OfferOptions,
): APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  const rows = offersOf(answer, desk, options).map((offers) => offers.map(button).filter((b) => b !== null));
  // A row takes five buttons.
  return rows
    .flatMap((row) => (row.length > 5 ? [row.slice(0, 3), row.slice(3)] : [row]))
    .flatMap((components) => (components.length > 0 ? [{ type: ComponentType.ActionRow as const, components }] : []));
}
