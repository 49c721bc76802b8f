// How many questions a person and a community may ask in a minute, kept under keys that name nobody.
import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface Limits {
  /** Seconds to wait, or 0 when the question may be answered now. */
  readonly wait: (person: string, community: string) => Promise<number>;
}

/**
 * Limits a minute. The keys are hashed with a salt that is made anew at every start and kept nowhere, so nothing that
 * is counted leads back to anybody.
 */
export function openLimits(person: number, community: number): Limits {
  const salt = randomBytes(32);
  const key = (id: string) => createHmac('sha256', salt).update(id).digest('base64url');
  const people = new RateLimiterMemory({ points: person, duration: 60 });
  const communities = new RateLimiterMemory({ points: community, duration: 60 });
  const seconds = async (of: RateLimiterMemory, id: string) => {
    try {
      await of.consume(key(id));
      return 0;
    } catch (spent) {
      return spent instanceof RateLimiterRes ? Math.max(1, Math.ceil(spent.msBeforeNext / 1000)) : 0;
    }
  };
  return {
    wait: async (who, where) => (await seconds(people, who)) || (await seconds(communities, where)),
  };
}
