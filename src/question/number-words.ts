// Numbers said in words after "paragraph" or "note": "para seventy-two", as telephones write what is spoken to them.
// Below twenty they are left alone: nothing held has so low a number, and "note two points" is no look-up.

const UNITS = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const unit = UNITS.join('|');
const FROM_TWENTY = String.raw`(?:${TENS.join('|')})(?:[\s-]+(?:${unit})\b)?`;
const NUMBER = String.raw`(?:(?:(?:a|one)\s+)?hundred(?:\s+and)?\s+(?:${FROM_TWENTY}|${TEENS.join('|')}|${unit})|(?:a|one)\s+hundred|${FROM_TWENTY})`;
const LABEL = String.raw`(?:para(?:graph)?s?|foot\s?notes?|notes?|recommendations?|conclusions?)`;
const JOIN = String.raw`(?:\s*(?:,|-|and|or|to|through|until)\s*)`;
const LABELLED = new RegExp(
  String.raw`(\b${LABEL}\.?\s+(?:numbers?\s+)?)(${NUMBER}(?:${JOIN}${NUMBER})*)\b(?!\s+(?:${unit}|million|thousand|of)\b)`,
  'giu',
);
const ALONE = new RegExp(String.raw`^\s*${NUMBER}(?:${JOIN}${NUMBER})*\s*$`, 'iu');
const EACH = new RegExp(String.raw`\b${NUMBER}\b`, 'giu');

/** The text with such numbers as digits. Elsewhere number words stay as they are: "two witnesses" is no paragraph. */
export function withDigits(text: string): string {
  if (ALONE.test(text)) return text.replace(EACH, digitsOf);
  return text.replace(LABELLED, (_, label: string, numbers: string) => label + numbers.replace(EACH, digitsOf));
}

function digitsOf(words: string): string {
  let value = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    if (word === 'hundred') value = 100;
    else if (TENS.includes(word)) value += (TENS.indexOf(word) + 2) * 10;
    else if (TEENS.includes(word)) value += TEENS.indexOf(word) + 10;
    else if (UNITS.includes(word)) value += UNITS.indexOf(word) + 1;
  }
  return String(value);
}
