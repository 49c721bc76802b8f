// A load on a running desk: so many at once, at a pace or as fast as each is done with.
import { performance } from 'node:perf_hooks';

/** Runs `one` for so many seconds, `at` at once; with `pace`, so many a second between them. */
export async function load(one: () => Promise<void>, at: number, seconds: number, pace = 0): Promise<void> {
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: at }, async (_, i) => {
      let next = performance.now() + (pace ? (i * 1000) / pace : 0);
      while (performance.now() < end) {
        if (next > performance.now()) await new Promise((go) => setTimeout(go, next - performance.now()));
        next += pace ? (at * 1000) / pace : 0;
        await one();
      }
    }),
  );
}

/** The time that 99 in 100 stay below. */
export const p99 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(0.99 * (times.length - 1))] ?? 0;

/** The middle of what `pick` finds in each run. */
export const middle = <Run>(runs: readonly Run[], pick: (run: Run) => number): number =>
  runs.map(pick).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
