// The settings of the desk in Slack, each with where to find its value.
import { z } from 'zod';
import { HOST_SETTINGS } from '../host/host-settings.ts';

const APPS = 'at https://api.slack.com/apps, your app';
const url = (what: string) => z.url({ protocol: /^https?$/, error: `must be ${what}` });

const Shape = z.object({
  ...HOST_SETTINGS,
  SLACK_MODE: z.enum(['socket', 'http'], { error: 'must be "socket" or "http"' }).default('socket'),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[!-~]+$/, {
      error: `must be the token itself, which begins with "xoxb-": ${APPS}, "OAuth & Permissions", "Bot User OAuth Token"`,
    })
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[!-~]+$/, {
      error: `must be the token itself, which begins with "xapp-": ${APPS}, "Basic Information", "App-Level Tokens", with the scope connections:write`,
    })
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(8, { error: `is too short: ${APPS}, "Basic Information", "Signing Secret"` })
    .optional(),
  SLACK_API_URL: url('the base address of the Web API, such as https://slack.com/api/').default(
    'https://slack.com/api/',
  ),
  SLACK_CURATORS_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/, {
      error: "must be the id of a channel, such as C0123456789: in Slack, the channel's details",
    })
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .min(3, { error: `is too short: ${APPS}, "Basic Information", "Client ID"` })
    .optional(),
  SLACK_CLIENT_SECRET: z
    .string()
    .min(3, { error: `is too short: ${APPS}, "Basic Information", "Client Secret"` })
    .optional(),
  SLACK_STATE_SECRET: z
    .string()
    .min(16, { error: 'must be at least 16 characters; "openssl rand -hex 32" makes one' })
    .optional(),
  SLACK_REDIRECT_URI: url('the public address of /slack/oauth_redirect on this desk').optional(),
  SLACK_AUTHORIZE_URL: url("the address of Slack's consent page").default('https://slack.com/oauth/v2/authorize'),
  SLACK_STORE_KEYS: z
    .string()
    .refine((keys) => keys.split(',').every((key) => key.trim().length >= 32), {
      error:
        'must be keys of at least 32 characters, parted by commas, the newest first; "openssl rand -hex 32" makes one',
    })
    .optional(),
});

type Read = z.output<typeof Shape>;
const INSTALL = ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_REDIRECT_URI', 'SLACK_STORE_KEYS'] as const;
const WHERE: Record<(typeof INSTALL)[number], string> = {
  SLACK_CLIENT_SECRET: `${APPS}, "Basic Information"`,
  SLACK_STATE_SECRET: '"openssl rand -hex 32" makes one',
  SLACK_REDIRECT_URI: 'the public address of /slack/oauth_redirect on this desk',
  SLACK_STORE_KEYS: 'the key that installations are encrypted with; "openssl rand -hex 32" makes one',
};

/** One workspace needs a bot token; many need the settings of the install instead, and HTTP. */
export const SlackSettings = Shape.superRefine((read: Read, context) => {
  const fault = (name: keyof Read, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  if (read.SLACK_MODE === 'socket' && !read.SLACK_APP_TOKEN)
    fault(
      'SLACK_APP_TOKEN',
      `is missing: ${APPS}, "Basic Information", "App-Level Tokens", with the scope connections:write`,
    );
  if (read.SLACK_MODE === 'http' && !read.SLACK_SIGNING_SECRET)
    fault('SLACK_SIGNING_SECRET', `is missing: ${APPS}, "Basic Information", "Signing Secret"`);
  if (!read.SLACK_CLIENT_ID) {
    if (!read.SLACK_BOT_TOKEN)
      fault('SLACK_BOT_TOKEN', `is missing: ${APPS}, "OAuth & Permissions", after "Install to Workspace"`);
    return;
  }
  if (read.SLACK_BOT_TOKEN)
    fault('SLACK_BOT_TOKEN', 'must not be set together with SLACK_CLIENT_ID: leave out one of them');
  if (read.SLACK_MODE !== 'http')
    fault('SLACK_MODE', 'must be "http" when SLACK_CLIENT_ID is set: installing needs a public address');
  for (const name of INSTALL) if (!read[name]) fault(name, `is missing: SLACK_CLIENT_ID needs it; ${WHERE[name]}`);
});

export type SlackSettings = z.output<typeof SlackSettings>;
