// The shapes of what Slack sends, as far as the desk relies on them: anything else is refused before Bolt reads it.
import { z } from 'zod';

const id = z.string().min(1);
const person = z.object({ id });

const Json = z.discriminatedUnion('type', [
  z.object({ type: z.literal('event_callback'), event: z.object({ type: id }) }),
  z.object({ type: z.literal('url_verification'), challenge: z.string() }),
]);

const Payload = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('block_actions'),
    user: person,
    actions: z.array(z.object({ type: id, action_id: id })).min(1),
  }),
  z.object({ type: z.literal('block_suggestion'), user: person, action_id: id }),
  z.object({
    type: z.literal('message_action'),
    user: person,
    callback_id: id,
    message: z.object({}),
    channel: person,
  }),
  z.object({ type: z.literal('shortcut'), user: person, callback_id: id }),
  z.object({
    type: z.enum(['view_submission', 'view_closed']),
    user: person,
    view: z.object({ callback_id: z.string() }),
  }),
]);

const Command = z.object({ command: z.string().startsWith('/'), user_id: id, channel_id: id, team_id: id });

/** Whether a body is of a shape that Slack sends. */
export function isFromSlack(words: string, kind: 'json' | 'form'): boolean {
  if (kind === 'json') return Json.safeParse(parsed(words)).success;
  const form = Object.fromEntries(new URLSearchParams(words));
  return form['payload'] === undefined
    ? Command.safeParse(form).success
    : Payload.safeParse(parsed(form['payload'])).success;
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}
