// Puts under an answer the signposts that the asker's situation calls for, and the language to show them in.
import type { DeclineReason } from '../knowledge/model.ts';
import type { SignpostId } from '../knowledge/signpost.ts';
import type { Conversation } from '../question/follow-up.ts';
import type { Request } from '../question/read.ts';
import { situationsOf } from '../question/situation.ts';
import type { Desk } from '../search/desk.ts';
import { isForDanger, isUrgent } from './audience.ts';
import { consider } from './compose.ts';
import { type Answer, declined } from './model.ts';

/** At most this many signposts stand under an answer: more would not be read on a phone. */
const MOST_SIGNPOSTS = 4;
const ALARM: ReadonlySet<SignpostId> = new Set(['emergency', 'tnr-guidance', 'family-threatened']);
const UNMOVED: ReadonlySet<DeclineReason> = new Set(['manipulation', 'writing', 'desk']);

/** Composes the answer to a request; every request gets one. */
export function compose(request: Request, conversation: Conversation, desk: Desk): Answer {
  const answer = { ...consider(request, conversation, desk), language: request.language };
  const owed = situationsOf(request.text, request.words, desk.knowledge.signposts);
  if (owed.some(isForDanger)) return inNeed(answer, owed, request.command !== null || request.lookup.only);
  if (request.command && answer.outcome === 'not_found') return inDanger(request, conversation, desk) ?? answer;
  if (request.command || request.lookup.only) return answer;
  if (answer.outcome === 'declined' && UNMOVED.has(answer.reason)) return answer;
  if (owed.length === 0) return answer;
  const first = answer.signposts.filter((id) => id === 'emergency');
  return { ...answer, signposts: few([...first, ...owed, ...answer.signposts]) };
}

/**
 * "para 64. i want to die": words of danger come before whatever else was asked. What was found stays, under the
 * signposts; what was not found or not understood gives way to them, and to despair whatever was not looked up.
 */
function inNeed(answer: Answer, owed: readonly SignpostId[], lookedUp: boolean): Answer {
  const here = owed.includes('despair') ? ['despair' as const, 'emergency' as const] : [];
  const alarm = owed.some((id) => ALARM.has(id)) ? ['emergency' as const] : [];
  const signposts = few([...here, ...alarm, ...owed]);
  if (answer.outcome === 'answered' && (lookedUp || !owed.includes('despair'))) return { ...answer, signposts };
  if (answer.outcome === 'declined' && answer.reason === 'safety')
    return { ...answer, signposts: few([...signposts, ...answer.signposts]) };
  return { ...declined('safety'), language: answer.language, signposts };
}

/** "define i am being followed": whoever says so in the wrong place is told where to turn all the same. */
function inDanger(request: Request, conversation: Conversation, desk: Desk): Answer | null {
  const asked = compose({ ...request, command: null, text: request.command?.argument ?? '' }, conversation, desk);
  return isUrgent(asked) ? asked : null;
}

const few = (ids: readonly SignpostId[]): SignpostId[] => [...new Set(ids)].slice(0, MOST_SIGNPOSTS);
