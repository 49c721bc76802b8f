// Where every platform hands in a question: limits, conversation, answer, and what may be counted of it.
import { type Answer, ask, COMMANDS, type Desk, isUrgent, NEW_CONVERSATION } from '../../src/index.ts';
import type { Conversations } from './conversations.ts';
import type { Health } from './health.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';

/** Longer questions are cut here before anything reads them. */
const LONGEST = 12_000;

export interface Asking {
  readonly text: string;
  /** Who asks and where, for the limits: never kept. */
  readonly person: string;
  readonly community: string;
  /** What tells this conversation from all others; null for a question that stands alone. */
  readonly place: readonly string[] | null;
  /** `command`, `mention`, `message`, `shortcut`, `button`: for the log. */
  readonly surface: string;
}

export type Received =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** Too many questions: seconds until the next may be asked. */
  | { readonly kind: 'wait'; readonly seconds: number };

export interface Reception {
  readonly receive: (asking: Asking) => Promise<Received>;
}

/** The one way in: never throws for anything that may be typed, keeps references only, counts outcomes only. */
export function openReception(
  desk: Desk,
  parts: { limits: Limits; conversations: Conversations; log: Log; health: Health; now: () => number },
): Reception {
  const { limits, conversations, log, health, now } = parts;
  return {
    receive: async ({ text, person, community, place, surface }) => {
      const seconds = await limits.wait(person, community);
      // Nobody in danger is told to wait.
      if (seconds > 0 && !isUrgent(ask(desk, text.slice(0, LONGEST)).answer)) {
        log.record('info', 'limited', { surface });
        health.count('limited');
        return { kind: 'wait', seconds };
      }
      const before = place ? ((await conversations.find(place)) ?? NEW_CONVERSATION) : NEW_CONVERSATION;
      const began = now();
      const { answer, conversation } = ask(desk, text.slice(0, LONGEST), before);
      if (place) await conversations.keep(place, conversation);
      const [word] = text.trim().replace(/^\//, '').split(/\s/, 1);
      const command = COMMANDS.find((c) => c.name === word)?.name ?? 'ask';
      log.record('info', 'answered', { surface, command, outcome: answer.outcome, milliseconds: now() - began });
      health.count(`${surface}.${answer.outcome}`);
      return { kind: 'answer', answer };
    },
  };
}
