// From ranked groups to the passages shown: which, how many, and which sentences are marked.
import type { Reference } from '../knowledge/model.ts';
import type { Holdings } from '../question/holdings.ts';
import { FLOOR } from '../search/floor.ts';
import type { RankedGroup, Ranker, Ranking } from '../search/rank.ts';
import type { Shown } from './model.ts';

/** A free question shows at most this many passages, and what must be shown with the first. */
export const MOST_SHOWN = 3;

/** The passages of references, each once, in order, with the sentences those references point at. */
export function gather(refs: readonly Reference[], held: Holdings): Shown[] {
  const shown = new Map<Reference, Reference[]>();
  for (const ref of refs) {
    const passage = held.passage(ref);
    if (!passage) continue;
    const focus = shown.get(passage.ref) ?? [];
    if (ref !== passage.ref && !focus.includes(ref)) focus.push(ref);
    shown.set(passage.ref, focus);
  }
  return [...shown].map(([ref, focus]) => ({ ref, focus }));
}

/** The references that answer a group of questions; none for a group that nothing answers. */
export function refsOf(ranker: Ranker, ranked: RankedGroup | undefined): readonly Reference[] {
  const verdict = ranked && ranker.groups[ranked.group]?.verdict;
  if (!verdict || verdict.kind === 'declined') return [];
  return verdict.kind === 'answered' ? verdict.refs : verdict.nearest;
}

/**
 * The passages for a question above the floor. A group that lists findings is shown whole; otherwise the best
 * group's passages come first and near runners-up fill up to three, unless search is only just sure.
 */
export function choose(ranking: Ranking, ranker: Ranker, held: Holdings, reportOnly: boolean): Shown[] {
  const passagesOf = (ranked: RankedGroup | undefined) => {
    const refs = refsOf(ranker, ranked);
    return gather(reportOnly ? refs.filter((ref) => ref.startsWith(`${held.report}/`)) : refs, held);
  };
  const [best, ...rest] = ranking.answers.filter((a) => passagesOf(a).length > 0);
  const first = passagesOf(best);
  if (isList(first, held)) return first;
  const shown = first.slice(0, MOST_SHOWN);
  if (!best || ranking.certainty < FLOOR.sure) return shown;
  const isGuide = (s: Shown) => held.passage(s.ref)?.kind === 'guide';
  const guideOnly = shown.every(isGuide);
  for (const other of rest) {
    if (best.score - other.score > FLOOR.beside) break;
    // A passage of the report beside the guide's would lend it the report's weight, unless it answers almost as well.
    const silent = guideOnly && best.score - other.score > FLOOR.silent;
    const more = silent ? passagesOf(other).filter(isGuide) : passagesOf(other);
    if (isList(more, held)) continue;
    for (const next of more.slice(0, 1)) {
      if (shown.length < MOST_SHOWN && !shown.some((s) => s.ref === next.ref)) shown.push(next);
    }
  }
  return shown;
}

/** Where an entry of the guide leads, what must not be left out beside it stands next: a rule and its exception. */
export function accompanied(shown: readonly Shown[], held: Holdings): Shown[] {
  const [first, ...rest] = shown;
  if (!first) return [];
  const due = gather(held.passage(first.ref)?.guide?.shownWith ?? [], held);
  const others = rest.filter((s) => !due.some((d) => d.ref === s.ref));
  return [first, ...due, ...others];
}

/** Three or more findings of the report and nothing else: "what should the Government do" asks for all of them. */
function isList(shown: readonly Shown[], held: Holdings): boolean {
  if (shown.length < MOST_SHOWN) return false;
  const kinds = new Set(shown.map((s) => held.passage(s.ref)?.kind));
  return kinds.size === 1 && (kinds.has('conclusion') || kinds.has('recommendation'));
}

/** Closest passages to show beside a refusal, at most two, marked by the page as no answer. */
export function nearestTo(ranking: Ranking, ranker: Ranker, held: Holdings): Shown[] {
  const [other] = ranking.others;
  const [best] = ranking.answers;
  const refs = [...refsOf(ranker, other)];
  if (refs.length === 0 && best && (other?.score ?? 0) - best.score < FLOOR.nearest) refs.push(...refsOf(ranker, best));
  return accompanied(gather(refs, held), held).slice(0, 2);
}
