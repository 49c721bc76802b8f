// What the desk asks Slack for, each with the code that needs it; the manifests ask for no more.

/** Scopes of the full app. A test compares them with the manifest. */
export const SCOPES = [
  // messages.ts: mentions
  'app_mentions:read',
  // messages.ts, home.ts: the status while working, and suggested prompts
  'assistant:write',
  // messages.ts: follow-ups in a thread of a public or private channel that the desk is a member of
  'channels:history',
  'groups:history',
  // messages.ts, actions.ts: answers
  'chat:write',
  // commands.ts: /rednotice and the message shortcuts
  'commands',
  // messages.ts: direct messages
  'im:history',
] as const;
