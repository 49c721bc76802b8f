// The way of a question, on one screen: read, compose, remember.

import type { Answer } from './answer/model.ts';
import { compose } from './answer/owed.ts';
import { unpack } from './answer/packed.ts';
import { type Conversation, NEW_CONVERSATION } from './question/follow-up.ts';
import { read } from './question/read.ts';
import type { Desk } from './search/desk.ts';

export interface Asked {
  readonly answer: Answer;
  /** What to hand back with the next question of the same person: references and terms, never words. */
  readonly conversation: Conversation;
}

/**
 * Answers one question. Accepts any text at all and never throws; keeps nothing. Whoever calls decides who sees the
 * answer and how long the conversation is remembered.
 */
export function ask(desk: Desk, typed: string, conversation: Conversation = NEW_CONVERSATION): Asked {
  const request = read(typed, desk.held, desk.vocabulary, desk.speller);
  const answer = compose(request, conversation, desk);
  return { answer, conversation: remember(conversation, answer, request.terms) };
}

/** The answer that a packed line stands for, or null when it is not one of ours or its passages are no longer held. */
export function recall(desk: Desk, line: string): Answer | null {
  const unpacked = unpack(line, desk);
  if (!unpacked) return null;
  if (unpacked.extra === null) return unpacked.answer;
  const { answer } = ask(desk, `/${unpacked.extra}`);
  if (answer.extra?.kind === 'cited') return { ...answer, language: unpacked.answer.language };
  return answer.extra ? { ...unpacked.answer, extra: answer.extra } : null;
}

/** The latest passages shown, or the earlier ones when this answer shows none. */
function remember(before: Conversation, answer: Answer, terms: readonly string[]): Conversation {
  const shown = answer.excerpts.length > 0 ? answer.excerpts : answer.nearest;
  return {
    shown: shown.length > 0 ? shown : before.shown,
    terms: terms.length > 0 ? terms : before.terms,
  };
}
