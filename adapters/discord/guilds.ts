// What the moderators of a community have set: where the desk answers, whether it may be shared, in which language.
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../src/index.ts';
import type { Store } from '../host/store.ts';

const Kept = z.object({
  /** Channels the desk answers in; empty for all. */
  channels: z.array(z.string().regex(/^\d+$/)).max(25),
  sharing: z.boolean(),
  /** The language that fixed words are shown in as well. */
  language: z.enum(['en', ...LANGUAGES]),
});

export interface GuildSettings {
  readonly channels: readonly string[];
  readonly sharing: boolean;
  readonly language: Language;
}

export const USUAL: GuildSettings = { channels: [], sharing: true, language: 'en' };

export interface Guilds {
  /** The settings of a community; the usual ones where none were made, and outside communities. */
  readonly find: (guild: string | null) => Promise<GuildSettings>;
  readonly keep: (guild: string, settings: GuildSettings) => Promise<void>;
  /** Forgets what was set. */
  readonly drop: (guild: string) => Promise<void>;
}

/** Where what was set cannot be read, nothing is shared. */
const CAREFUL: GuildSettings = { ...USUAL, sharing: false };

/** Settings of communities in the store, by the number of the server. */
export function openGuilds(store: Store): Guilds {
  const shelf = store.shelf('discord-guild');
  const written = () => {
    if (!store.well()) throw new Error('the settings could not be kept');
  };
  return {
    find: async (guild) => {
      if (!guild) return USUAL;
      const kept = await shelf.get(guild);
      if (!store.well()) return CAREFUL;
      if (kept === undefined) return USUAL;
      const read = Kept.safeParse(kept);
      return read.success ? read.data : CAREFUL;
    },
    keep: async (guild, settings) => {
      await shelf.set(guild, Kept.parse(settings));
      written();
    },
    drop: async (guild) => {
      await shelf.delete(guild);
      written();
    },
  };
}

/** Whether the desk answers in a channel, or in a thread of it. */
export function isOpen({ channels }: GuildSettings, channel: string, parent: string | null): boolean {
  return channels.length === 0 || channels.includes(channel) || (parent !== null && channels.includes(parent));
}
