// Slack sends an event again when it hears nothing: each is answered once, across replicas.
import type { Store } from '../host/store.ts';

/** Slack's last repetition comes about five minutes after the first. */
const REMEMBER = 60 * 60 * 1000;

export interface Once {
  /** True the first time an id is seen. Events without an id are let through. */
  readonly first: (id: unknown) => Promise<boolean>;
}

/** Remembers ids in the store for an hour. */
export function openOnce(store: Store): Once {
  const shelf = store.shelf('slack-event');
  /** Ids being written now: two copies that arrive together meet here. */
  const now = new Set<string>();
  return {
    first: async (id) => {
      if (typeof id !== 'string' || id === '') return true;
      if (now.has(id)) return false;
      now.add(id);
      try {
        if ((await shelf.get(id)) !== undefined) return false;
        await shelf.set(id, 1, REMEMBER);
        return true;
      } finally {
        setTimeout(() => now.delete(id), 1000).unref();
      }
    },
  };
}
