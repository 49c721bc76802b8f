// Words as Slack's rich text: shown letter for letter, never read as markup, mention or link.
import type { types } from '@slack/bolt';

type Element = types.RichTextElement;

/** Text that Slack shows as it stands. Slack refuses an empty text, so an empty one becomes a space. */
export function text(words: string, style: { bold?: boolean; italic?: boolean } = {}): Element {
  const styled = style.bold || style.italic;
  return { type: 'text', text: words === '' ? ' ' : words, ...(styled ? { style } : {}) };
}

/** Fixed words of the desk, in which web addresses become links. */
export function linked(words: string): Element[] {
  return words
    .split(/(https:\/\/[^\s)]+[^\s).,;])/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^https:\/\//.test(piece) ? { type: 'link', url: piece } : text(piece)));
}

export const section = (...elements: Element[]): types.RichTextSection => ({ type: 'rich_text_section', elements });
export const quote = (...elements: Element[]): types.RichTextQuote => ({ type: 'rich_text_quote', elements });
/** A box of fixed-width words: what is meant to be copied. */
export const toCopy = (words: string): types.RichTextPreformatted => ({
  type: 'rich_text_preformatted',
  elements: [{ type: 'text', text: words }],
});
