// Parts a question that asks several things at once: "what does X say, and what do they recommend?".

const NUMBERED = /(?:^|\s)\(?(?:\d|[a-c])\)\s+/gi;
const JOINTS =
  /[;\n]+|[?？؟]+\s*|\s+(?:plus|versus|vs\.?|as\s+well\s+as|side\s+by\s+side\s+w(?:ith|\/)?|beside|compared\s+(?:to|with))\s+|,?\s+(?:and|but|then|so|also)\s+(?=(?:then\s+|also\s+|whether\s+|if\s+)?(?:what|who|whose|which|how|when|where|why|is|are|does|do|did|has|have|can|whats|wat|wot|any|the\s+\w+\s+(?:of|on|about))\b)|,\s+(?=(?:what|who|whose|which|how|when|where|why|plus)\b)|\s+[-–—]+\s+|\.\s+(?=\p{L})/giu;
/** Longer texts tell a story; their sentences are not questions of their own. */
const LONGEST = 60;
const SHORTEST = 2;

/** The clauses of a text that asks more than one thing; empty when it asks one. */
export function clausesOf(text: string): string[] {
  if (text.split(/\s+/).length > LONGEST) return [];
  const numbered = (text.match(NUMBERED)?.length ?? 0) > 1;
  const parts = text.split(numbered ? NUMBERED : JOINTS).map(tidy);
  const clauses = parts.filter((p) => p.split(/\s+/).length >= SHORTEST);
  return clauses.length > 1 ? clauses.slice(0, 4) : [];
}

const tidy = (part: string | undefined) => (part ?? '').replace(/^[\s,.:&-]+|[\s,.:&-]+$/g, '');
