// A question that asks the report: what may answer it, how its groups are scored, and what the guide would have said.
import type { QuestionGroup } from '../knowledge/model.ts';
import type { Request } from '../question/read.ts';
import type { Desk } from '../search/desk.ts';
import { FLOOR } from '../search/floor.ts';
import type { Ranking } from '../search/rank.ts';
import { gather, refsOf } from './choose.ts';
import type { Shown } from './model.ts';

/** What the report says, only the report can answer. */
export function mayAnswer(ofReport: boolean, desk: Desk): (group: QuestionGroup) => boolean {
  if (!ofReport) return () => true;
  return ({ verdict }) =>
    verdict.kind === 'answered' && verdict.refs.some((ref) => desk.held.passage(ref)?.kind !== 'guide');
}

/**
 * What a question that asks the report is scored: the guide is no rival, neither as an answer nor as a refusal, and a
 * story that ends in "does the report say so?" asks for no advice.
 */
export function askedOfReport(scores: Float64Array, desk: Desk): Float64Array {
  const may = mayAnswer(true, desk);
  return scores.map((s, i) => {
    const verdict = desk.ranker.groups[i]?.verdict;
    if (isOtherwiseAnswered(desk.ranker.groups[i], may)) return Number.NEGATIVE_INFINITY;
    return verdict?.kind === 'declined' && verdict.reason === 'advice' ? s - FLOOR.personal : s;
  });
}

/** What the guide would have answered to a question that asks the report, which does not: to be shown as no answer. */
export function besideReport(request: Request, scores: Float64Array, ranking: Ranking, desk: Desk): Shown[] {
  if (!request.ofReport) return [];
  const [best] = desk.ranker.rank(scores).answers;
  if (!best || best.group === ranking.answers[0]?.group) return [];
  return gather(refsOf(desk.ranker, best), desk.held).filter((s) => desk.held.passage(s.ref)?.kind === 'guide');
}

const isOtherwiseAnswered = (group: QuestionGroup | undefined, may: (group: QuestionGroup) => boolean) =>
  group?.verdict.kind === 'answered' && !may(group);
