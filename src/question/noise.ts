// Takes off what chat wraps around a question: mentions, emoji codes, links, code fences, quoted reply marks.

/** The longest question read, in characters; the rest is left unread. */
export const LONGEST = 4_000;

const CUTS: readonly [RegExp, string][] = [
  [/<(?:@[!&]?|#)[\w|.-]{1,80}>/g, ' '], // <@U123>, <@!123>, <#C1|general>
  [/<![\w^|-]{1,80}>/g, ' '], // <!channel>
  [/<a?:\w{1,64}:\d{1,25}>/g, ' '], // <:name:123>
  [/<(https?:\/\/[^\s>|]{1,500})(?:\|[^>]{0,200})?>/g, ' '],
  [/https?:\/\/\S{1,500}/g, ' '],
  [/(^|\s)@(?:everyone|here|channel|bot|[\w.-]{0,20}bot|rednotice\w{0,20}|red-notice-desk)\b/gi, '$1'],
  [/(^|\s):[a-z0-9_+-]{1,40}:(?=\s|$)/gi, '$1'],
  [/`{1,3}/g, ' '],
  [/^[ \t]*(?:>{1,3}|&gt;)[ \t]?/gm, ''],
  [/&amp;/g, '&'],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  // Control characters and lone halves of surrogate pairs say nothing and break what follows.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  [/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' '],
];

/** The question without its wrapping, at most `LONGEST` characters. Accepts any string at all. */
export function quiet(text: string): string {
  let out = text.length > LONGEST * 2 ? text.slice(0, LONGEST * 2) : text;
  out = out.toWellFormed();
  for (const [pattern, put] of CUTS) out = out.replace(pattern, put);
  out = out.trim();
  return out.length > LONGEST ? out.slice(0, LONGEST).toWellFormed() : out;
}
