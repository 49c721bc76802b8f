// Work that has begun: counted, so that a desk that is told to stop finishes its answers first.

export interface Flight {
  /** Runs work and counts it until it ends; what it throws goes to `failed`. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
  readonly count: () => number;
  /** Resolves when nothing is under way, or after `most` milliseconds. True when all of it ended. */
  readonly settle: (most: number) => Promise<boolean>;
}

/** Nothing under way yet. */
export function openFlight(failed: (error: unknown) => void): Flight {
  const under = new Set<Promise<void>>();
  return {
    run: (work) => {
      const done = work()
        .catch(failed)
        .finally(() => under.delete(done));
      under.add(done);
      return done;
    },
    count: () => under.size,
    settle: async (most) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((go) => {
        timer = setTimeout(go, most);
      });
      while (under.size > 0) {
        const all = Promise.all(under).then(() => false);
        if (await Promise.race([all, late.then(() => true)])) break;
      }
      clearTimeout(timer);
      return under.size === 0;
    },
  };
}
