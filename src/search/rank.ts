// Ranks the groups of curated questions for a question, and says how sure it is that any passage answers.
import type { QuestionGroup } from '../knowledge/model.ts';
import { indexOf } from './feature-index.ts';
import type { Features } from './features.ts';
import { FLOOR } from './floor.ts';
import { vectorOf } from './learn.ts';
import type { Weights } from './weights.ts';

export interface RankedGroup {
  /** Index into the knowledge's question groups. */
  readonly group: number;
  /** Summed weights; only differences mean anything. */
  readonly score: number;
}

export interface Ranking {
  /** Groups that passages answer, best first. */
  readonly answers: readonly RankedGroup[];
  /** Groups that nothing answers or that are declined, best first. */
  readonly others: readonly RankedGroup[];
  /** Log odds that a passage answers. */
  readonly certainty: number;
}

export interface Ranker {
  readonly groups: readonly QuestionGroup[];
  readonly score: (features: Features) => Float64Array;
  /** The share of a text, from 0 to 1, that was ever met in a curated question; marks of form do not count. */
  readonly familiarity: (features: Features) => number;
  /** `may` tells which answered groups may answer this question; the others then count as refusals. */
  readonly rank: (scores: Float64Array, may?: (group: QuestionGroup) => boolean) => Ranking;
  /** What each feature of the question adds to a group's score, largest first. */
  readonly explain: (features: Features, group: number) => readonly { feature: string; adds: number }[];
}

/** The most groups handed on; nobody looks further. */
const MOST = 12;

/** The highest scores among some groups, best first. */
function best(scores: Float64Array, among: (group: number) => boolean): RankedGroup[] {
  const out: RankedGroup[] = [];
  for (let group = 0; group < scores.length; group++) {
    const score = scores[group] as number;
    if (!among(group) || (out.length === MOST && score <= (out[MOST - 1] as RankedGroup).score)) continue;
    let at = out.length;
    while (at > 0 && (out[at - 1] as RankedGroup).score < score) at--;
    out.splice(at, 0, { group, score });
    if (out.length > MOST) out.pop();
  }
  return out;
}

export function buildRanker(groups: readonly QuestionGroup[], weights: Weights): Ranker {
  if (weights.groups !== groups.length)
    throw new Error('the learned weights belong to other questions; run: npm run build');
  const index = indexOf(weights.features);
  const { starts, cells, values, scale } = weights;
  const nearMisses = groups.flatMap(({ verdict }, i) =>
    verdict.kind === 'not_covered' && verdict.nearest.length > 0 && verdict.nearest.every((r) => r.startsWith('guide/'))
      ? [i]
      : [],
  );

  const score = (features: Features): Float64Array => {
    const scores = new Float64Array(groups.length);
    const { at, value } = vectorOf(features, index, weights.rarities);
    for (let k = 0; k < at.length; k++) {
      const feature = at[k] ?? 0;
      const x = (value[k] ?? 0) * scale;
      const end = starts[feature + 1] ?? 0;
      for (let c = starts[feature] ?? 0; c < end; c++) {
        const group = cells[c] ?? 0;
        scores[group] = (scores[group] ?? 0) + (values[c] ?? 0) * x;
      }
    }
    for (const group of nearMisses) scores[group] = (scores[group] ?? 0) - FLOOR.nearMiss;
    return scores;
  };

  const rarest = weights.rarities.reduce((most, r) => Math.max(most, r), 0);
  const familiarity = (features: Features): number => {
    let met = 0;
    let all = 0;
    for (const [feature, weight] of features) {
      if (feature.startsWith('@')) continue;
      const i = index.get(feature);
      const x = (weight * (i === undefined ? rarest : (weights.rarities[i] ?? 0))) ** 2;
      all += x;
      if (i !== undefined) met += x;
    }
    return all === 0 ? 0 : met / all;
  };

  const rank = (scores: Float64Array, may: (group: QuestionGroup) => boolean = () => true): Ranking => {
    const answers = groups.map((g) => g.verdict.kind === 'answered' && may(g));
    let top = Number.NEGATIVE_INFINITY;
    for (const s of scores) if (s > top) top = s;
    let yes = 0;
    let no = 0;
    for (let group = 0; group < scores.length; group++) {
      const share = Math.exp((scores[group] as number) - top);
      if (answers[group]) yes += share;
      else no += share;
    }
    return {
      answers: best(scores, (group) => answers[group] === true),
      others: best(scores, (group) => answers[group] === false),
      certainty: Math.log((yes || 1e-9) / (no || 1e-9)),
    };
  };

  const explain = (features: Features, group: number) => {
    const names = new Map([...features.keys()].map((name) => [index.get(name), name]));
    const { at, value } = vectorOf(features, index, weights.rarities);
    const out: { feature: string; adds: number }[] = [];
    for (let k = 0; k < at.length; k++) {
      const feature = at[k] ?? 0;
      for (let c = starts[feature] ?? 0; c < (starts[feature + 1] ?? 0); c++) {
        if (cells[c] !== group) continue;
        out.push({
          feature: names.get(feature) ?? '',
          adds: (values[c] ?? 0) * scale * (value[k] ?? 0),
        });
      }
    }
    return out.sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds));
  };
  return { groups, score, familiarity, rank, explain };
}
