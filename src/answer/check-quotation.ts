// Compares a quotation with the report word for word: exact, altered and where, real but elsewhere, or absent.
import type { Passage, Reference } from '../knowledge/model.ts';
import { ENOUGH, matchQuotation, quotedWords } from './match-quotation.ts';
import type { QuotationCheck } from './model.ts';
import type { Match } from './stretches.ts';

/**
 * Compares `quotation` with the passages; `within` names where the asker says it stands. Curly and straight marks,
 * dashes and white space are alike; an ellipsis stands for words left out, square brackets for marked changes.
 */
export function checkQuotation(
  quotation: string,
  passages: readonly Passage[],
  within: readonly Reference[] = [],
): QuotationCheck {
  const quoted = quotedWords(quotation);
  const best = passages
    .map((passage) => matchQuotation(quoted, passage))
    .reduce<Match | null>((a, b) => (b && b.score > (a?.score ?? 0) ? b : a), null);
  if (!best || quoted.length === 0 || best.score < ENOUGH) return { verdict: 'absent', sentences: [], stretches: [] };
  const differs = best.stretches.some((s) => s.kind === 'differs');
  const marked = best.stretches.some((s) => s.kind === 'marked');
  const there =
    within.length === 0 || within.some((ref) => best.sentences.some((s) => s === ref || s.startsWith(`${ref}.`)));
  const verdict = differs ? 'altered' : there ? (marked ? 'marked' : 'exact') : 'elsewhere';
  return { verdict, sentences: best.sentences, stretches: best.stretches };
}
