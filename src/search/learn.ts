// Learns from the curated questions how much each feature speaks for each group: multinomial logistic regression.
// Nothing is shipped or fetched: the weights follow from the text in knowledge/ alone, the same on every machine.
import { type FeatureIndex, hashesOf, inOrder } from './feature-index.ts';
import type { Features } from './features.ts';
import type { Weights } from './weights.ts';

export interface Lesson {
  readonly features: Features;
  /** The index of the group the question belongs to. */
  readonly group: number;
}

/** All settings of the learner in one block; measured with `npm run eval`, see ARCHITECTURE.md. */
export const LEARNING = {
  /** Passes over the questions. */
  epochs: 6,
  rate: 0.8,
  /** The share of a question's features that each pass leaves out, so that no answer hangs on a single word. */
  left: 0.1,
  /** A feature seen in fewer questions is no evidence of anything. */
  rarest: 3,
  /** Classes less likely than this are left as they are: they hardly differ, and it saves most of the time. */
  unlikely: 2e-3,
  /** Weights smaller than this, in the same units as the scores, are dropped. */
  smallest: 0.16,
  seed: 20_251_124,
} as const;

/** The rarity of a feature seen in `seen` of `all` questions. */
export const rarity = (seen: number, all: number) => Math.log(1 + all / seen);

/** Parallel arrays of the index and the value of a feature. */
interface Vector {
  readonly at: Int32Array;
  readonly value: Float32Array;
}

/** The unit vector of a text over known features. */
export function vectorOf(features: Features, index: FeatureIndex, rarities: Float32Array): Vector {
  const at: number[] = [];
  const value: number[] = [];
  let square = 0;
  for (const [feature, weight] of features) {
    const i = index.get(feature);
    if (i === undefined) continue;
    const x = weight * (rarities[i] ?? 0);
    at.push(i);
    value.push(x);
    square += x * x;
  }
  const length = Math.sqrt(square) || 1;
  return { at: Int32Array.from(at), value: Float32Array.from(value, (x) => x / length) };
}

/** Learns the weights of `groups` groups. Deterministic: the same lessons give the same weights. */
export function learn(lessons: readonly Lesson[], groups: number): Weights {
  const { features, rarities } = count(lessons);
  const index = new Map(features.map((f, i) => [f, i]));
  const vectors = lessons.map((l) => vectorOf(l.features, index, rarities));
  const dense = new Float32Array(features.length * groups);
  const slope = new Float32Array(features.length * groups).fill(1e-2);
  const likely = new Float64Array(groups);
  /** Groups whose weights this question changes. */
  const wrong = new Int32Array(groups);
  const random = generator(LEARNING.seed);
  const order = Int32Array.from(lessons.keys());
  for (let epoch = 0; epoch < LEARNING.epochs; epoch++) {
    shuffle(order, random);
    for (const which of order) {
      const lesson = lessons[which];
      const whole = vectors[which];
      if (!lesson || !whole) continue;
      const vector = without(whole, random);
      expect(likely, dense, vector.at, vector.value, groups);
      likely[lesson.group] = (likely[lesson.group] as number) - 1;
      let many = 0;
      for (let g = 0; g < groups; g++) if (Math.abs(likely[g] as number) >= LEARNING.unlikely) wrong[many++] = g;
      for (let k = 0; k < vector.at.length; k++) {
        const row = (vector.at[k] as number) * groups;
        const x = vector.value[k] as number;
        for (let n = 0; n < many; n++) {
          const g = wrong[n] as number;
          const step = (likely[g] as number) * x;
          const sum = (slope[row + g] as number) + step * step;
          slope[row + g] = sum;
          dense[row + g] = (dense[row + g] as number) - (LEARNING.rate * step) / Math.sqrt(sum);
        }
      }
    }
  }
  return thin(features, rarities, dense, groups);
}

/** The unit vector of what is left when some of the features, drawn by lot, are left out. */
function without(whole: Vector, random: () => number): Vector {
  const kept: number[] = [];
  let square = 0;
  for (let k = 0; k < whole.at.length; k++) {
    if (random() < LEARNING.left) continue;
    kept.push(k);
    square += (whole.value[k] as number) ** 2;
  }
  const length = Math.sqrt(square) || 1;
  return {
    at: Int32Array.from(kept, (k) => whole.at[k] as number),
    value: Float32Array.from(kept, (k) => (whole.value[k] as number) / length),
  };
}

function count(lessons: readonly Lesson[]): { features: string[]; rarities: Float32Array } {
  const seen = new Map<string, number>();
  for (const lesson of lessons) for (const f of lesson.features.keys()) seen.set(f, (seen.get(f) ?? 0) + 1);
  const features = inOrder([...seen].filter(([, n]) => n >= LEARNING.rarest).map(([f]) => f));
  return { features, rarities: Float32Array.from(features, (f) => rarity(seen.get(f) ?? 1, lessons.length)) };
}

/** Fills `likely` with the probability of each group: the softmax of the summed weights. */
function expect(likely: Float64Array, dense: Float32Array, at: Int32Array, value: Float32Array, groups: number): void {
  likely.fill(0);
  for (let k = 0; k < at.length; k++) {
    const row = (at[k] as number) * groups;
    const x = value[k] as number;
    for (let g = 0; g < groups; g++) likely[g] = (likely[g] as number) + (dense[row + g] as number) * x;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (const s of likely) if (s > most) most = s;
  let sum = 0;
  for (let g = 0; g < groups; g++) {
    const p = Math.exp((likely[g] ?? 0) - most);
    likely[g] = p;
    sum += p;
  }
  for (let g = 0; g < groups; g++) likely[g] = (likely[g] ?? 0) / sum;
}

/** Drops weights too small to matter and keeps the rest as whole numbers. */
function thin(features: string[], rarities: Float32Array, dense: Float32Array, groups: number): Weights {
  let largest = 0;
  for (const w of dense) if (Math.abs(w) > largest) largest = Math.abs(w);
  const scale = largest / 127 || 1;
  const starts = new Uint32Array(features.length + 1);
  const cells: number[] = [];
  const values: number[] = [];
  for (let f = 0; f < features.length; f++) {
    starts[f] = cells.length;
    for (let g = 0; g < groups; g++) {
      const w = dense[f * groups + g] ?? 0;
      if (Math.abs(w) < LEARNING.smallest) continue;
      cells.push(g);
      values.push(Math.round(w / scale));
    }
  }
  starts[features.length] = cells.length;
  return {
    features: hashesOf(features),
    rarities,
    groups,
    scale,
    starts,
    cells: Uint16Array.from(cells),
    values: Int8Array.from(values),
  };
}

/** Mulberry32: the same order on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
}
