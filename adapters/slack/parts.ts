// What every surface of the desk in Slack works with.
import type { webApi } from '@slack/bolt';
import type { Host } from '../host/host.ts';
import type { Respond } from './respond.ts';

export interface Parts extends Host {
  readonly respond: Respond;
  /** The channel that hears from readers, if there is one. */
  readonly curators: string | null;
}

export type Client = webApi.WebClient;
