// What a reader sees of Discord's Markdown, by a parser of other hands on the library that Discord itself uses.
import { parse } from 'discord-markdown-parser';

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  readonly name?: string;
}

/** The words as they are shown, and every kind of markup, mention, link or emoji that was read out of them. */
export function readMarkdown(text: string): { words: string; kinds: Set<string>; links: string[] } {
  const kinds = new Set<string>();
  const links: string[] = [];
  const wordsOf = (node: Node): string => {
    // An emoji is a character like any other.
    if (node.type === 'twemoji') return node.name ?? '';
    if (node.type !== 'text') kinds.add(node.type);
    if (node.type === 'br' || node.type === 'newline') return '\n';
    if (node.target) links.push(node.target);
    if (typeof node.content === 'string') return node.content;
    return (node.content ?? []).map(wordsOf).join('');
  };
  // The parser does not know small letters.
  const large = text.replace(/^-# /gm, '');
  return { words: (parse(large, 'extended') as Node[]).map(wordsOf).join(''), kinds, links };
}
