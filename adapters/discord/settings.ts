// The settings of the desk in Discord, each with where to find its value.
import { z } from 'zod';
import { HOST_SETTINGS } from '../host/host-settings.ts';

const PORTAL = 'at https://discord.com/developers/applications, your application';
const SHARDS = 'must be a whole number from 1 to 1000, or "auto"';
const snowflake = (what: string) =>
  z.string().regex(/^\d{15,22}$/, { error: `must be the id of ${what}, 17 to 20 digits` });

export const DiscordSettings = z.object({
  ...HOST_SETTINGS,
  DISCORD_TOKEN: z
    .string({ error: `is missing: ${PORTAL}, "Bot", "Reset Token"` })
    .regex(/^[!-~]+$/, { error: `must be the token itself, one word: ${PORTAL}, "Bot", "Reset Token"` }),
  DISCORD_API_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the base address of the REST API without a version, such as https://discord.com/api',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DISCORD_MESSAGES: z.enum(['on', 'off'], { error: 'must be "on" or "off"' }).default('off'),
  DISCORD_SHARDS: z
    .union(
      [
        z.literal('auto'),
        z.coerce.number().refine((n) => Number.isInteger(n) && n >= 1 && n <= 1000, { error: SHARDS }),
      ],
      { error: SHARDS },
    )
    .default('auto'),
  DISCORD_CURATORS_CHANNEL: snowflake('a channel that the bot may write in').optional(),
});

export type DiscordSettings = z.output<typeof DiscordSettings>;
