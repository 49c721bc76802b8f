// Recognises a question that leans on what was shown before: "who said that?", "and the recommendation?", "the next one".
import type { Reference } from '../knowledge/model.ts';
import type { Request } from './read.ts';
import { wordsOf } from './words.ts';

/** What a conversation remembers: references and terms, never words. */
export interface Conversation {
  /** The passages shown last, best first, each with the sentences marked. */
  readonly shown: readonly { readonly ref: Reference; readonly focus: readonly Reference[] }[];
  /** Ids of the terms named last. */
  readonly terms: readonly string[];
}

export const NEW_CONVERSATION: Conversation = { shown: [], terms: [] };

export type FollowUp =
  /** Who says it, on what evidence, is it a finding: the same passage again, voice and notes. */
  | 'speaker'
  /** When it was said: the passage again where it or its notes give a year. */
  | 'date'
  | 'recommendation'
  | 'conclusion'
  /** What else the same person or body is cited for. */
  | 'else'
  | 'next'
  | 'previous'
  | 'notes'
  | 'again'
  /** It leans on what was shown, in its own words. */
  | 'lean';

const set = (words: string) => new Set(words.split(/\s+/).flatMap((w) => wordsOf(w).map((x) => x.folded)));

/** Words that carry no subject of their own. */
const EMPTY =
  set(`and ok okay so but then right hm hmm wait oh cool thanks thank thx ty yes no well sure great fine the a an of for to in
  on from by with about as at or any all its it this that these those they them their he him his she her there here one ones is are
  was were do does did has have be been please pls plz me us we i you show give read see tell list now also too again really
  actually just only exactly what which whats thats committee jchr mps report parliament itself themselves same said guy man`);

/** Each kind: what gives it away, and the words it may carry besides. Tried in order; every other word must be empty. */
const KINDS: readonly { kind: FollowUp; sign: RegExp; beside: ReadonlySet<string> }[] = [
  {
    kind: 'next',
    sign: /\b(?:next|following|after)\b/,
    beside: set('next following after para paragraph note footnote fn conclusion recommendation page comes come'),
  },
  {
    kind: 'previous',
    sign: /\b(?:previous|prev|preceding|prior|before|back)\b/,
    beside: set('previous prev preceding prior before back go para paragraph note footnote fn'),
  },
  {
    kind: 'notes',
    sign: /\b(?:foot\s?-?notes?|fns?|notes?)\b/,
    beside: set('foot footnote footnotes fn fns note notes cited say says'),
  },
  {
    kind: 'speaker',
    sign: /^(?:.{0,24}\b)?(?:is|was|are|were|did|does)\s+(?:that|this|it|these|those|they|he|she|the committee|the jchr)\b.*\b(?:finding|findings|conclusion|fact|evidence|claims?|claimed|alleg\w+|proven|proved|true|words?|own|voice|view|opinion|witness\w*|say|find|found|testimony|established|narrative)\b|\b(?:who|whom|whose|source|sources|kaynak|источник|fuente|来源|المصدر|منبع|authority|proof|basis)\b|谁说的|من قال|\b(?:which|what)\s+(?:witness|barrister|lawyer|official|footnote|note|evidence|source)\b|^says?\b|from where|come from|coming from/u,
    beside:
      set(`who whom whose says say said saying told claims claim claimed claiming wrote writes gave gives put puts proposes propose proposed
      suggest suggests suggested came come comes coming up argue argues argued mentioned mention recommended speaks speaking quoted words word
      quote idea line view opinion number figure stat bit source sources citation cite ref reference evidence basis proof authority origin
      finding findings conclusion fact allegation allegations alleged proven proved true voice own formal official witness witnesses
      witnesss somebody someone else governments interpols parliaments testimony narrative established accept believe find found state stated
      person barrister lawyer name named behind supports support where according interpol government minister or not footnote note if committees mp
      кто сказал это говорит kim soyledi diyor bunu هذا ذلك من قال کی گفت چه کسی quien dijo eso qui dit ca cela kaynak источник fuente المصدر منبع`),
  },
  {
    kind: 'date',
    sign: /\b(?:when|what (?:date|day|year)|which (?:date|day|year)|how recent)\b/,
    beside: set(
      'when date day year recent say says said write wrote written told tell publish published dated made give gave given happen happened',
    ),
  },
  {
    kind: 'else',
    sign: /\b(?:else|more|other|another)\b/,
    beside: set(
      'else more other another anything something where say says tell told cited quotes quote evidence things thing witness person',
    ),
  },
  {
    kind: 'recommendation',
    sign: /\b(?:recommend\w*|recs?|remed\w+|solutions?|fix\w*|propos\w+|suggest\w*)\b|\bwhat\b.*\b(?:should|want|ask|call)\b|\bshould\b.*\b(?:change\w*|done|happen|revised|different|stop\w*|improve\w*)\b/,
    beside:
      set(`recommend recommends recommended recommendation recommendations rec recs remedy remedies solution solutions fix fixed propose
      proposes proposed suggest suggests suggested should would must will shd want wants ask asks call calls done happen change changed changes revised different stop
      stopped improve improved government how instead made follow follows attached go goes somebody someone anyone`),
  },
  {
    kind: 'conclusion',
    sign: /\b(?:conclu\w+|verdict|findings?|agrees?|bottom line|make of)\b/,
    beside: set(
      'conclude concludes concluded conclusion conclusions verdict finding findings agree agrees bottom line make think though tho end overall',
    ),
  },
  {
    kind: 'again',
    sign: /\b(?:full|whole|entire|again|repeat|exact)\b/,
    beside: set('full whole entire thing text para paragraph passage quote wording words word repeat exact'),
  },
];

const POINTS =
  /\b(?:it|its|that|this|these|those|they|them|their|he|him|his|she|her|there|same|one|ones|such|so|then|also|too|either|else)\b/i;
const OPENS =
  /^(?:and|but|so|or|ok(?:ay)?|what about|how about|why|how come|how long|how many|how|when|where|which|who|really|since when|even|also|same|for|with|in|from|any|is there|do we|does it)\b|^(?:а|и|ну|почему|ve|peki|neden|y|por qué|et|pourquoi)\s|^(?:那|为什么|و|لماذا|چرا)/iu;
/** More words than this, and a question stands on its own feet. */
const SHORT = 9;

/** How a request leans on an earlier answer, or null when it stands alone or nothing was shown. */
export function followUpOf(request: Request, conversation: Conversation): FollowUp | null {
  if (conversation.shown.length === 0 || request.command) return null;
  const { words, lookup } = request;
  if (words.length > SHORT * 2) return null;
  const text = request.text.toLowerCase().replace(/[’`´]/g, "'").replace(/\s+/g, ' ');
  const numbered = /\d/.test(text);
  if (!numbered) {
    for (const { kind, sign, beside } of KINDS) {
      if (sign.test(text) && words.every((w) => EMPTY.has(w.folded) || beside.has(w.folded))) return kind;
    }
  }
  if (lookup.refs.length > 0 || lookup.missing.length > 0) return null;
  if (words.length <= SHORT && (OPENS.test(text) || POINTS.test(text) || words.length <= 4)) return 'lean';
  return POINTS.test(text) ? 'lean' : null;
}
