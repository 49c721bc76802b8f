// What every surface of the desk in Discord works with.
import type { REST } from 'discord.js';
import type { Host } from '../host/host.ts';
import type { Guilds } from './guilds.ts';

export interface Parts extends Host {
  readonly guilds: Guilds;
  /** Calls in the bot's own name: messages. Replies to interactions need none. */
  readonly rest: REST;
  /** The channel that hears from readers, if there is one. */
  readonly curators: string | null;
}
