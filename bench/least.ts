// The least that every figure must reach, in percent: what was measured last. A change that loses ground fails.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../adapters/host/place.ts';
import type { Figure } from './score.ts';

type Least = Readonly<Record<string, Readonly<Record<string, number>>>>;

const least = JSON.parse(readFileSync(join(projectRoot(), 'bench', 'least.json'), 'utf8')) as Least;

/** One line for every figure of a set that has fallen below its least; none for a set that is not listed. */
export function fallen(set: string, figures: readonly Figure[], from: Least = least): string[] {
  return Object.entries(from[set] ?? {}).flatMap(([name, percent]) => {
    const figure = figures.find((f) => f.name === name);
    if (!figure) return [`${set}: ${name} was not measured`];
    const reached = (100 * figure.pass) / Math.max(1, figure.of);
    return reached < percent ? [`${set}: ${name} fell to ${reached.toFixed(1)}%, below ${percent}%`] : [];
  });
}
