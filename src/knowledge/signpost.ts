// The desk's fixed words by name: messages and signposts, and their translations.

/** Every piece of fixed words the desk may need; signposts.md must hold each. */
export const SIGNPOSTS = [
  'not-covered',
  'false-premise',
  'nothing-near',
  'unsure',
  'not-named',
  'not-found',
  'empty',
  'declined-advice',
  'declined-safety',
  'declined-person',
  'declined-off-topic',
  'declined-manipulation',
  'declined-writing',
  'declined-desk',
  'check-exact',
  'check-marked',
  'check-altered',
  'check-elsewhere',
  'check-absent',
  'emergency',
  'tnr-guidance',
  'despair',
  'family-threatened',
  'arrested-abroad',
  'arrested-abroad-other',
  'refused-claim',
  'passport-flagged',
  'scam',
  'legal-advice',
  'legal-advice-elsewhere',
  'ccf-request',
  'ask-the-desk',
  'help',
  'privacy',
  'about',
  'changes',
  'tracker',
  'compare',
  'trail',
] as const;

export type SignpostId = (typeof SIGNPOSTS)[number];

/** Fixed words shown with a refusal or a command. */
export interface Signpost {
  readonly id: SignpostId;
  readonly title: string;
  readonly text: string;
  /** Phrases by which a question that speaks of oneself or one's own shows that it is owed. */
  readonly when: readonly string[];
  /** Phrases by which any text shows it: who speaks is said in them. */
  readonly always: readonly string[];
}

/** Signposts by language and id; `caution` says in that language that nobody has checked the translation. */
export type Translations = Readonly<Record<string, Readonly<Record<string, Signpost>>>>;
