// The desk in Discord on a strict double: the real adapter over real sockets, and a reader who turns every page.
import { openDiscord } from '../../../adapters/discord/app.ts';
import { DiscordSettings } from '../../../adapters/discord/settings.ts';
import { openLog } from '../../../adapters/host/log.ts';
import { projectRoot } from '../../../adapters/host/place.ts';
import type { Running } from '../../../adapters/host/run.ts';
import { readSettings } from '../../../adapters/host/settings.ts';
import { theDesk } from '../../the-desk.ts';
import { type Callback, type DiscordDouble, openDiscordDouble, TOKEN } from './double.ts';
import { button, type More, slash } from './interactions.ts';

export const CURATORS = '700000000000000001';

export interface Line {
  readonly discord: DiscordDouble;
  readonly running: Running;
  readonly log: string[];
  /** A subcommand with its argument, answered. */
  readonly command: (name: string, argument?: string, more?: More & { share?: boolean }) => Promise<Callback>;
  /** Presses a button of a callback by its label. */
  readonly press: (shown: Callback, label: string, more?: More) => Promise<Callback>;
  readonly close: () => Promise<void>;
}

const ARGUMENTS: Record<string, string> = {
  ask: 'question',
  para: 'numbers',
  note: 'numbers',
  who: 'name',
  country: 'country',
  define: 'term',
  check: 'quotation',
  trail: 'paragraph',
  cite: 'reference',
  compare: 'topic',
};

export const settingsFor = (discord: DiscordDouble, more: Record<string, string> = {}): DiscordSettings =>
  readSettings(DiscordSettings, {
    placeOf: () => 'test',
    values: {
      PORT: '0',
      STORE_URL: 'memory:',
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.api,
      DISCORD_CURATORS_CHANNEL: CURATORS,
      LOG_LEVEL: 'debug',
      LIMIT_PERSON: '2000',
      LIMIT_COMMUNITY: '5000',
      ...more,
    },
  });

export async function openLine(more: Record<string, string> = {}, double?: DiscordDouble): Promise<Line> {
  const discord = double ?? (await openDiscordDouble());
  const log: string[] = [];
  const running = await openDiscord(
    await theDesk(),
    settingsFor(discord, more),
    openLog('debug', (l) => log.push(l)),
    projectRoot(),
  );
  return {
    discord,
    running,
    log,
    command: (name, argument, { share, ...from } = {}) => {
      const named = argument === undefined ? {} : { [ARGUMENTS[name] ?? 'text']: argument };
      return discord.interact(slash('rednotice', name, { ...named, ...(share === undefined ? {} : { share }) }, from));
    },
    press: async (shown, label, from = {}) => {
      const pressed = buttonsOf(shown).find((b) => b.label === label);
      if (!pressed) throw new Error(`no button "${label}" among ${buttonsOf(shown).map((b) => b.label)}`);
      const after = await discord.interact(button(pressed.custom_id, shown.data, from));
      // A message that is changed in place stays private.
      const flags = (after.data?.flags ?? 0) | (after.type === 7 ? shown.data.flags & EPHEMERAL : 0);
      return { ...after, data: { ...after.data, flags } };
    },
    close: async () => {
      await running.stop(2000);
      if (!double) await discord.close();
    },
  };
}

interface Part {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly components?: readonly Part[];
}

function flat(parts: readonly Part[] = []): Part[] {
  return parts.flatMap((p) => [p, ...flat(p.components)]);
}

// biome-ignore lint/suspicious/noExplicitAny: a message as JSON
export function buttonsOf(shown: any): { label: string; custom_id: string }[] {
  return flat((shown.data ?? shown).components).flatMap(({ type, label = '', custom_id }) =>
    type === 2 && custom_id ? [{ label, custom_id }] : [],
  );
}

/** All the Markdown of a message. */
// biome-ignore lint/suspicious/noExplicitAny: a message as JSON
export function markdownOf(shown: any): string {
  return flat((shown.data ?? shown).components)
    .flatMap((p) => p.content ?? [])
    .join('\n');
}

export const EPHEMERAL = 64;
/** True when only the asker sees it. */
export const isPrivate = (shown: Callback): boolean => ((shown.data?.flags ?? 0) & EPHEMERAL) !== 0;
