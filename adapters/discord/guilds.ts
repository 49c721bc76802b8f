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

/** Settings of communities in the store, by the number of the server. What cannot be read counts as not set. */
export function openGuilds(store: Store): Guilds {
  const shelf = store.shelf('discord-guild');
  return {
    find: async (guild) => {
      const read = guild ? Kept.safeParse(await shelf.get(guild)) : null;
      return read?.success ? read.data : USUAL;
    },
    keep: (guild, settings) => shelf.set(guild, Kept.parse(settings)),
    drop: (guild) => shelf.delete(guild),
  };
}

/** Whether the desk answers in a channel, or in a thread of it. */
export function isOpen({ channels }: GuildSettings, channel: string, parent: string | null): boolean {
  return channels.length === 0 || channels.includes(channel) || (parent !== null && channels.includes(parent));
}
