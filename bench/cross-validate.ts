// Tries what was learned on curated questions it never saw: learns once for each fold without it, and asks the fold.
import { ask, type Desk, type Knowledge, learnFrom, openDesk, recordOf } from '../src/index.ts';

export interface Held {
  readonly question: string;
  readonly line: string;
  readonly kind: 'answered' | 'not_covered' | 'declined';
  /** The first passage shown is one of the group's; for a refusal, nothing is offered as an answer. */
  readonly right: boolean;
  /** A passage of the group is among those shown. */
  readonly shown: boolean;
  readonly outcome: string;
}

/** Every curated question, asked of a desk that learned from the other folds. `folds` desks are learned. */
export function crossValidate(
  knowledge: Knowledge,
  folds: number,
  only: readonly number[] = [...Array(folds).keys()],
): Held[] {
  const results: Held[] = [];
  for (const fold of only) {
    const inFold = (group: number, place: number) => (group * 7 + place) % folds === fold;
    const desk = openDesk(knowledge, learnFrom(knowledge, inFold));
    for (const [g, group] of knowledge.questions.entries()) {
      for (const [place, question] of group.questions.entries()) {
        if (inFold(g, place)) results.push({ ...tryOne(desk, g, question), line: `${group.file}:${group.line}` });
      }
    }
  }
  return results;
}

function tryOne(desk: Desk, group: number, question: string): Omit<Held, 'line'> {
  const verdict = desk.knowledge.questions[group]?.verdict;
  const answer = recordOf(ask(desk, question).answer, desk);
  const refs = answer.excerpts.map((e) => e.ref);
  const outcome = `${answer.outcome} ${refs.join(' ')}`;
  if (verdict?.kind !== 'answered') {
    const declined = answer.outcome !== 'answered';
    return { question, kind: verdict?.kind ?? 'declined', right: declined, shown: declined, outcome };
  }
  const due = verdict.refs.map((r) => r.replace(/\.\d+$/, ''));
  const shown = new Set([...refs, ...answer.excerpts.flatMap((e) => e.notes.map((n) => n.ref))]);
  const ok = answer.outcome === 'answered';
  return {
    question,
    kind: 'answered',
    right: ok && refs[0] !== undefined && due.includes(refs[0]),
    shown: ok && due.some((r) => shown.has(r)),
    outcome,
  };
}
