// Who may see an answer: what may stand where others read along, and what says something of the asker.
import type { Answer } from './model.ts';

/** Passages that answer, with no word of the question among them: a checked quotation or an unknown reference has some. */
export function isForEverybody(answer: Answer): boolean {
  const echoes = answer.extra?.kind === 'check' || answer.missing.length > 0;
  return answer.outcome === 'answered' && !echoes && answer.signposts.every((s) => s === 'ask-the-desk');
}

/** Excerpts and citations alone: no question, no asker, no advice that says something about either. */
export function excerptsOf(answer: Answer): Answer {
  const extra = answer.extra?.kind === 'cited' ? answer.extra : null;
  return { ...answer, message: null, signposts: [], nearest: [], extra, missing: [] };
}
