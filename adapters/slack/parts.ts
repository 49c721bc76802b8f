// What every surface of the desk in Slack works with.
import type { webApi } from '@slack/bolt';
import type { Desk } from '../../src/index.ts';
import type { Conversations } from '../host/conversations.ts';
import type { Flight } from '../host/flight.ts';
import type { Health } from '../host/health.ts';
import type { Log } from '../host/log.ts';
import type { Reception } from '../host/reception.ts';
import type { Respond } from './respond.ts';

export interface Parts {
  readonly desk: Desk;
  readonly reception: Reception;
  readonly conversations: Conversations;
  readonly flight: Flight;
  readonly health: Health;
  readonly log: Log;
  readonly respond: Respond;
  /** The channel that hears from readers, if there is one. */
  readonly curators: string | null;
}

export type Client = webApi.WebClient;
