// Who may see an answer: what may stand where others read along, and what says something of the asker.
import type { SignpostId } from '../knowledge/signpost.ts';
import type { Answer, Extra } from './model.ts';

const DANGER: ReadonlySet<SignpostId> = new Set([
  'emergency',
  'despair',
  'tnr-guidance',
  'family-threatened',
  'arrested-abroad',
  'arrested-abroad-other',
]);

/** A signpost for somebody who may be in danger. */
export const isForDanger = (id: SignpostId): boolean => DANGER.has(id);

/** Somebody may be in danger: where to turn then comes before everything, everywhere and whatever the limits. */
export function isUrgent(answer: Answer): boolean {
  return (answer.outcome === 'declined' && answer.reason === 'safety') || answer.signposts.some((id) => DANGER.has(id));
}

/** Passages that answer, with no word of the question among them: a checked quotation or an unknown reference has some. */
export function isForEverybody(answer: Answer): boolean {
  const echoes = answer.extra?.kind === 'check' || answer.missing.length > 0;
  return answer.outcome === 'answered' && !echoes && answer.signposts.every((s) => s === 'ask-the-desk');
}

/** Held text and citations alone: no question, no asker, no advice that says something about either. */
export function excerptsOf(answer: Answer): Answer {
  const extra = answer.extra && HELD.has(answer.extra.kind) ? answer.extra : null;
  return { ...answer, message: null, signposts: [], nearest: [], extra, missing: [] };
}

/** What stands beside passages and is made of the sources alone. */
const HELD: ReadonlySet<Extra['kind']> = new Set(['cited', 'citations', 'comparison', 'term', 'trail']);
