// Words as Discord's Markdown: shown letter for letter, never read as markup, mention, link, emoji or time.

/** Every sign that Discord may read as more than itself. A backslash before it shows it as it is. */
const SIGNS = /[\\*_~`|>#\-[\]()<:@&!.+]/g;

/**
 * Text that shows as it stands. Only signs that could begin something are marked, so that a name with a full stop or
 * a bracket does not double in length.
 */
export function plain(words: string): string {
  return words.replace(SIGNS, (sign, at: number) => (isHarmless(words, sign, at) ? sign : `\\${sign}`));
}

/** Within a sentence these signs begin nothing: a hyphen inside a word, a full stop that no number stands before. */
function isHarmless(words: string, sign: string, at: number): boolean {
  const [before = '', after = ''] = [words[at - 1], words[at + 1]];
  if (sign === '.') return !/\d/.test(before);
  if (sign === '-' || sign === '+') return /\S/.test(before) && at > 0 && !/\n/.test(before);
  if (sign === ':') return !/[\w/]/.test(after) && !/\w:\w*$/.test(words.slice(Math.max(0, at - 40), at));
  if (sign === '&' || sign === '!') return before !== '<' && before !== '@';
  if (sign === '(' || sign === ')') return !/[\]\\]/.test(before) && !words.includes('](');
  return false;
}

/** Fixed words of the desk, in which web addresses stay links, without a preview of them. */
export function linked(words: string): string {
  return words
    .split(/(https:\/\/[^\s)]+[^\s).,;])/)
    .map((piece) => (/^https:\/\//.test(piece) ? `<${piece.replace(/[<>]/g, '')}>` : plain(piece)))
    .join('');
}

export const bold = (marked: string): string => (marked.trim() === '' ? marked : `**${marked}**`);

/** Set off from the margin, line by line. */
export const quote = (marked: string): string =>
  marked
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

/** Small grey letters, line by line. */
export const small = (marked: string): string =>
  marked
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `-# ${line}`))
    .join('\n');

/** A box of fixed-width words: what is meant to be copied. */
export const toCopy = (words: string): string => `\`\`\`\n${words.replaceAll('`', 'ˋ')}\n\`\`\``;
