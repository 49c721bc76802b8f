// Quotations inside a question, and comparison of words regardless of quotation marks, dashes and white space.

/** Pairs of marks; the straight single mark is left out, since it is an apostrophe far more often. */
const PAIRS = /"([^"]{2,2000})"|“([^“”]{2,2000})”|«([^«»]{2,2000})»|„([^„“”]{2,2000})[“”]|‘([^‘]{8,2000}?)’(?!\p{L})/gu;
const STRAIGHT_SINGLE = /(?<![\p{L}\p{N}])'([^'\n]{2,300}(?:'[\p{L}][^'\n]{0,300}){0,6})'(?![\p{L}\p{N}])/gu;

/** The quoted parts of a text, in order, without their marks. */
export function quotationsOf(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(PAIRS)) {
    const inside = match.slice(1).find((g) => g !== undefined);
    if (inside) found.push(inside.trim());
  }
  if (found.length === 0) for (const match of text.matchAll(STRAIGHT_SINGLE)) found.push((match[1] ?? '').trim());
  return found.filter(Boolean);
}

/** One form for marks that differ only by typewriter: quotation marks, apostrophes, dashes, ellipses, white space. */
export function plainMarks(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .trim();
}
