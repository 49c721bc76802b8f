// The settings that every chat platform shares.
import { z } from 'zod';

const port = z.coerce
  .number({ error: 'must be a port number from 0 to 65535' })
  .int({ error: 'must be a port number from 0 to 65535' })
  .min(0, { error: 'must be a port number from 0 to 65535' })
  .max(65_535, { error: 'must be a port number from 0 to 65535' });

const perMinute = (usual: number) =>
  z.coerce
    .number({ error: 'must be a whole number of questions a minute, such as 20' })
    .int({ error: 'must be a whole number of questions a minute, such as 20' })
    .min(1, { error: 'must be at least 1' })
    .default(usual);

/** Settings by name, each with what to do when it is wrong. */
export const HOST_SETTINGS = {
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  STORE_URL: z
    .string()
    .regex(/^(?:memory:|file:.+|rediss?:\/\/.+|postgres(?:ql)?:\/\/.+)$/, {
      error: 'must be "memory:", "file:<path>", "redis://…" or "postgres://…"',
    })
    .refine((url) => /^(?:memory|file):/.test(url) || URL.canParse(url.replace('@/', '@socket/')), {
      error:
        'must be an address such as redis://host:6379 or postgres://user:password@host:5432/database, the port a number; in a password, "@" is written %40, ":" %3A, "/" %2F, "#" %23',
    })
    .default('file:data/desk.db'),
  DESK_SECRET: z
    .string()
    .min(32, { error: 'must be at least 32 characters; "openssl rand -hex 32" makes one' })
    .optional(),
  LIMIT_PERSON: perMinute(20),
  LIMIT_COMMUNITY: perMinute(300),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
    .default('info'),
} as const;

const HostShape = z.object(HOST_SETTINGS);
export type HostSettings = z.output<typeof HostShape>;
