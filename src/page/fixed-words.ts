// Fixed words as blocks: messages and signposts, in the asker's language as well where it is held.

import type { Language } from '../knowledge/model.ts';
import type { SignpostId } from '../knowledge/signpost.ts';
import type { Desk } from '../search/desk.ts';
import type { Block } from './model.ts';

/** Fixed words, in English. */
export function words(id: SignpostId, desk: Desk): Block[] {
  const found = desk.signpost(id);
  return found ? [{ kind: 'words', title: found.title, text: found.text }] : [];
}

/**
 * Where to turn. In another language all of it comes first where it is held, with the caution, once, that nobody has
 * checked it; then in English.
 */
export function whereToTurn(ids: readonly SignpostId[], desk: Desk, language: Language): Block[] {
  const held = desk.knowledge.translations[language];
  const other = ids.flatMap((id) => held?.[id] ?? []);
  const caution = held?.['caution']?.text;
  return [
    ...other.map(({ title, text }, i): Block => {
      const last = i === other.length - 1;
      return { kind: 'words', title, text: last && caution ? `${text}\n(${caution})` : text };
    }),
    ...ids.flatMap((id) => words(id, desk)),
  ];
}
