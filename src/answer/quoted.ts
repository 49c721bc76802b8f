// Looks up what a question quotes: the passages that hold it, or the nearest when it is misquoted for confirmation.
import type { Request } from '../question/read.ts';
import { type Desk, reportOf } from '../search/desk.ts';
import { checkQuotation } from './check-quotation.ts';
import { gather } from './choose.ts';
import type { Shown } from './model.ts';

export interface Quoted {
  /** Passages that hold a quotation of the question word for word. */
  readonly held: readonly Shown[];
  /** Nearest passages to a quotation that the asker wants confirmed and that is not the report's; null when there is none. */
  readonly altered: readonly Shown[] | null;
}

/** Words of a quotation, at the least, before it is looked for. */
const FEWEST_WORDS = 4;
/** Quotations looked up in one question. */
const MOST = 3;
const CONFIRMS = /\b(?:confirm|reads?|tick|verify|correct|as saying|quote[sd]? as|states? that)\b/i;

/** Looks up each longer quotation of the question once. */
export function lookUpQuotations(request: Request, desk: Desk): Quoted {
  const held: Shown[] = [];
  let altered: readonly Shown[] | null = null;
  const confirms = CONFIRMS.test(request.text) || request.lookup.refs.length > 0;
  const long = request.quotations.filter((q) => q.split(/\s+/).length >= FEWEST_WORDS).slice(0, MOST);
  for (const quotation of long) {
    const { verdict, sentences } = checkQuotation(quotation, reportOf(desk));
    if (verdict === 'exact' || verdict === 'marked') held.push(...gather(sentences, desk.held));
    else if (confirms) altered ??= gather(sentences, desk.held);
  }
  return { held, altered };
}
