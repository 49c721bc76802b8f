// What a follow-up leans on: the references shown last, for half an hour, under a key that names nobody.
import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Conversation, NEW_CONVERSATION } from '../../src/index.ts';
import type { Store } from './store.ts';

/** A conversation is forgotten after this long without a question. */
export const FORGET = 30 * 60 * 1000;

const reference = z
  .string()
  .max(80)
  .regex(/^[\w./-]+$/);
const Kept = z.object({
  shown: z.array(z.object({ ref: reference, focus: z.array(reference).max(50) })).max(200),
  terms: z.array(reference).max(100),
});

export interface Conversations {
  /** The conversation in a place, or null when there is none or it has been forgotten. */
  readonly find: (place: readonly string[]) => Promise<Conversation | null>;
  readonly keep: (place: readonly string[], conversation: Conversation) => Promise<void>;
  readonly drop: (place: readonly string[]) => Promise<void>;
}

/**
 * Conversations by place: platform, community, channel, thread, person, as far as they tell conversations apart. The
 * key is a keyed hash. Without `secret` one is made once and kept in the store, so that replicas agree on it.
 */
export async function openConversations(store: Store, secret?: string): Promise<Conversations> {
  const shelf = store.shelf('conversation');
  const salt = secret ?? (await keptSecret(store));
  const key = (place: readonly string[]) =>
    createHmac('sha256', salt).update(JSON.stringify(place)).digest('base64url');
  return {
    find: async (place) => {
      const read = Kept.safeParse(await shelf.get(key(place)));
      return read.success ? read.data : null;
    },
    keep: async (place, conversation) => {
      const kept = conversation === NEW_CONVERSATION ? { shown: [], terms: [] } : Kept.parse(conversation);
      await shelf.set(key(place), kept, FORGET);
    },
    drop: (place) => shelf.delete(key(place)),
  };
}

async function keptSecret(store: Store): Promise<string> {
  const shelf = store.shelf('secret');
  const kept = await shelf.get('conversations');
  if (typeof kept === 'string' && kept.length >= 32) return kept;
  const made = randomBytes(32).toString('base64url');
  await shelf.set('conversations', made);
  const agreed = await shelf.get('conversations');
  return typeof agreed === 'string' ? agreed : made;
}
