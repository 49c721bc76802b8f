// Puts under an answer the signposts that the asker's situation calls for, and the language to show them in.
import type { DeclineReason } from '../knowledge/model.ts';
import type { Conversation } from '../question/follow-up.ts';
import type { Request } from '../question/read.ts';
import { situationsOf } from '../question/situation.ts';
import type { Desk } from '../search/desk.ts';
import { isUrgent } from './audience.ts';
import { consider } from './compose.ts';
import type { Answer } from './model.ts';

/** At most this many signposts stand under an answer: more would not be read on a phone. */
const MOST_SIGNPOSTS = 4;
const UNMOVED: ReadonlySet<DeclineReason> = new Set(['manipulation', 'writing', 'desk']);

/** Composes the answer to a request; every request gets one. */
export function compose(request: Request, conversation: Conversation, desk: Desk): Answer {
  const answer = { ...consider(request, conversation, desk), language: request.language };
  if (request.command && answer.outcome === 'not_found') return inDanger(request, conversation, desk) ?? answer;
  if (request.command || request.lookup.only) return answer;
  if (answer.outcome === 'declined' && UNMOVED.has(answer.reason)) return answer;
  const owed = situationsOf(request.words, desk.knowledge.signposts);
  if (owed.length === 0) return answer;
  const first = answer.signposts.filter((id) => id === 'emergency');
  const signposts = [...new Set([...first, ...owed, ...answer.signposts])].slice(0, MOST_SIGNPOSTS);
  return { ...answer, signposts };
}

/** "define i am being followed": whoever says so in the wrong place is told where to turn all the same. */
function inDanger(request: Request, conversation: Conversation, desk: Desk): Answer | null {
  const asked = compose({ ...request, command: null, text: request.command?.argument ?? '' }, conversation, desk);
  return isUrgent(asked) ? asked : null;
}
