// Parts a question that asks several things at once: "what does X say, and what do they recommend?".

const NUMBERED = /(?:^|\s)\(?(?:\d|[a-c])\)\s+/gi;
const any = (...words: string[]) => `(?:${words.join('|')})`;
const WHAT = any('what', 'who', 'whose', 'which', 'how', 'when', 'where', 'why');
const WHETHER = any('is', 'are', 'was', 'were', 'do', 'does', 'did', 'has', 'have', 'can', 'could', 'will', 'would');
const ASKS = any(WHAT, `${WHETHER}(?:n['’]?t)?`, 'whats', 'wat', 'wot', 'any', String.raw`the\s+\w+\s+(?:of|on|about)`);
const BESIDE = any(
  ...['plus', 'versus', String.raw`vs\.?`, String.raw`as\s+well\s+as`, 'beside'],
  ...[String.raw`side\s+by\s+side\s+w(?:ith|/)?`, String.raw`compared\s+(?:to|with)`],
);
/** "And" before a question word: Russian, Ukrainian, Turkish, Spanish, French, Persian, Arabic, Chinese. */
const ELSEWHERE = [
  String.raw`,?\s+(?:и|а)\s+(?=(?:что|как|кто|кому|чей|когда|где|куда|почему|сколько|как\p{L}+|чем|можно)(?!\p{L}))`,
  String.raw`,?\s+(?:і|й|та|а)\s+(?=(?:що|як|хто|кому|чий|коли|де|куди|чому|скільки|як\p{L}+|чи|чим)(?!\p{L}))`,
  String.raw`,?\s+(?:ve|ayrıca)\s+(?=(?:\S+\s+)?(?:ne|neden|nasıl|kim|kime|hangi|kaç|nerede|nereye)(?!\p{L}))`,
  String.raw`,?\s+[ye]\s+(?=(?:qué|que|cómo|como|quién|quien|cuándo|cuánto|cuántos|cuántas|dónde|cuál|por\s+qué)(?!\p{L}))`,
  String.raw`,?\s+et\s+(?=(?:que|qui|quoi|comment|quand|combien|où|pourquoi|quel\p{L}*|est-ce)(?!\p{L}))`,
  String.raw`[،,]?\s+و\s+(?=(?:چه|چگونه|چطور|کی|کجا|چرا|چند|آیا|چقدر)(?!\p{L}))`,
  String.raw`[،,]?\s+و(?=(?:ماذا|ما|كيف|متى|هل|كم|أين|لماذا|لمن)(?!\p{L}))`,
  String.raw`[，,](?:以及|并且|还有|另外|那么)?(?=[^，。？]{0,12}(?:什么|怎么|如何|谁|多少|多久|几|是否|哪))`,
];
const JOINTS = new RegExp(
  [
    String.raw`[;；\n]+|[?？؟]+\s*`,
    String.raw`\s+${BESIDE}\s+`,
    String.raw`,?\s+(?:and|but|then|so|also)\s+(?=(?:(?:then|also|whether|if)\s+)?${ASKS}\b)`,
    String.raw`,\s+(?=(?:${WHAT}|plus)\b)`,
    String.raw`\s+[-–—]+\s+|\.\s+(?=\p{L})|。`,
    ...ELSEWHERE,
  ].join('|'),
  'giu',
);
/** Longer texts tell a story; their sentences are not questions of their own. */
const LONGEST = 60;
const SHORTEST = 2;
/** Chinese puts no spaces between words. */
const UNSPACED = /\p{Script=Han}(?:.*\p{Script=Han}){3}/su;

/** The clauses of a text that asks more than one thing; empty when it asks one. */
export function clausesOf(text: string): string[] {
  if (text.split(/\s+/).length > LONGEST) return [];
  const numbered = (text.match(NUMBERED)?.length ?? 0) > 1;
  const parts = text.split(numbered ? NUMBERED : JOINTS).map(tidy);
  const clauses = parts.filter((p) => p.split(/\s+/).length >= SHORTEST || UNSPACED.test(p));
  return clauses.length > 1 ? clauses.slice(0, 4) : [];
}

const tidy = (part: string | undefined) => (part ?? '').replace(/^[\s,.:&，-]+|[\s,.:&，-]+$/g, '');
