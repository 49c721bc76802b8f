// Buttons: what each one does is carried in its value, small, versioned, and read back with suspicion.
import type { types } from '@slack/bolt';
import { z } from 'zod';
import { OFFERS } from '../host/offers.ts';

/** What a button may do. `ask` starts a question that the desk itself offers. */
export const ACTIONS = [...OFFERS, 'ask', 'check_form', 'browse_form'] as const;
export type Action = (typeof ACTIONS)[number];

/** Slack's limit for the value of a button. */
const MOST = 2000;

const Value = z
  .object({
    v: z.literal(1),
    /** A packed answer. */
    a: z.string().max(MOST).optional(),
    /** A page, from 1. */
    p: z.int().min(1).max(200).optional(),
    /** References. */
    r: z
      .array(
        z
          .string()
          .max(80)
          .regex(/^[\w./-]+$/),
      )
      .max(60)
      .optional(),
    /** A question of the desk's own. */
    q: z.string().max(200).optional(),
  })
  .strict();
export type Value = Omit<z.output<typeof Value>, 'v'>;

/** The button, or null when what it would carry does not fit. */
export function button(action: Action, label: string, value: Value, style?: 'primary'): types.Button | null {
  const carried = JSON.stringify({ v: 1, ...value });
  if (carried.length > MOST) return null;
  return {
    type: 'button',
    action_id: action,
    text: { type: 'plain_text', text: label, emoji: false },
    value: carried,
    ...(style ? { style } : {}),
  };
}

/** What a pressed button carries, or null when it is not one of ours: too old, too long, or made up. */
export function readValue(carried: unknown): Value | null {
  if (typeof carried !== 'string' || carried.length > MOST) return null;
  try {
    const read = Value.safeParse(JSON.parse(carried));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
