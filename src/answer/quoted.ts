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

const CLAIM = /\b(?:says?|states?|reads?|said)\s+(?:that\s+)?["“'‘]?(.{20,400}?)["”'’]?[\s?.!]*$/isu;

/** Where quotation marks open inside a claim, or its start. */
const quotesFrom = (claim: readonly string[]) =>
  Math.max(
    0,
    claim.findIndex((w) => /^["“'‘]/u.test(w)),
  );

/** `does ¶75 really say "voluntary mechanism"?`: words few enough to be said anywhere count where they are cited. */
const FEWEST_CITED = 2;
const SAYS = /\b(?:says?|said|states?|reads?|words?|wording|phrase|quote[sd]?|mentions?|contains?|uses?)\b/iu;

/**
 * "Para 79 says the Government should …", or in quotation marks: the cited passages that say just that, word for word;
 * none otherwise.
 */
export function claimHeld(request: Request, desk: Desk): Shown[] {
  const cited = gather(request.lookup.refs, desk.held);
  const quoted = request.quotations.filter((q) => q.split(/\s+/).length >= FEWEST_CITED).slice(0, MOST);
  if (quoted.length > 0 && SAYS.test(request.text)) {
    const holding = cited.filter(({ ref }) => {
      const passage = desk.held.passage(ref);
      return passage && quoted.every((q) => checkQuotation(q, [passage]).verdict === 'exact');
    });
    if (holding.length > 0) return holding;
  }
  const claim = CLAIM.exec(request.text)?.[1]?.trim().split(/\s+/) ?? [];
  if (claim.length < FEWEST_WORDS) return [];
  return cited.filter(({ ref }) => {
    const passage = desk.held.passage(ref);
    // The first word may have lost its capital; a few words may lead in ("the Committee is").
    const said = (words: readonly string[]) =>
      passage !== undefined && checkQuotation(words.join(' '), [passage]).verdict === 'exact';
    return said(claim) || said(claim.slice(1)) || said(claim.slice(quotesFrom(claim)));
  });
}
