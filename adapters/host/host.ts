// What every chat platform stands on, opened together: store, conversations, limits, reception, work under way, health.
import type { Desk } from '../../src/index.ts';
import { type Conversations, openConversations } from './conversations.ts';
import { type Flight, openFlight } from './flight.ts';
import { type Health, openHealth } from './health.ts';
import type { HostSettings } from './host-settings.ts';
import { type Limits, openLimits } from './limits.ts';
import { faultOf, type Log } from './log.ts';
import { openReception, type Reception } from './reception.ts';
import { openStore, type Store } from './store.ts';

const NO_STORE =
  'the store at STORE_URL does not answer and the desk goes on without memory: see that it runs, and that STORE_URL is right';

export interface Host {
  readonly desk: Desk;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly limits: Limits;
  readonly reception: Reception;
  readonly flight: Flight;
  readonly health: Health;
  readonly log: Log;
  /** Tells the operator's log of an error, by its code alone. */
  readonly failed: (error: unknown) => void;
  /** Waits for work under way, up to `most` milliseconds, and closes the store. */
  readonly close: (most: number) => Promise<void>;
}

/** Opens the store first: one that another desk holds is thrown, with what to do. */
export async function openHost(desk: Desk, settings: HostSettings, log: Log, root: string): Promise<Host> {
  const health = openHealth();
  const failed = (error: unknown) => log.record('error', 'failed', { fault: faultOf(error) });
  health.set('store', true);
  const store = await openStore(settings.STORE_URL, root, (fault) => {
    health.set('store', fault === null);
    if (fault === null) log.record('info', 'the store answers again');
    else log.record('error', NO_STORE, { fault: faultOf(fault) });
  });
  const conversations = await openConversations(store, settings.DESK_SECRET);
  const limits = openLimits(settings.LIMIT_PERSON, settings.LIMIT_COMMUNITY);
  const flight = openFlight(failed);
  return {
    desk,
    store,
    conversations,
    limits,
    reception: openReception(desk, { limits, conversations, log, health, now: Date.now }),
    flight,
    health,
    log,
    failed,
    close: async (most) => {
      if (!(await flight.settle(most)))
        log.record('warn', 'stopped with answers unfinished', { count: flight.count() });
      await store.close();
    },
  };
}
