// Fixed words as blocks: messages and signposts, in the asker's language as well where it is held.

import type { Language } from '../knowledge/model.ts';
import type { SignpostId } from '../knowledge/signpost.ts';
import type { Desk } from '../search/desk.ts';
import type { Block } from './model.ts';

/** Fixed words; in another language first where it is held, with the caution that nobody has checked it, then in English. */
export function words(id: SignpostId, desk: Desk, language: Language = 'en'): Block[] {
  const found = desk.signpost(id);
  if (!found) return [];
  const english: Block = { kind: 'words', title: found.title, text: found.text };
  const held = desk.knowledge.translations[language];
  const other = held?.[id];
  if (!other) return [english];
  return [{ kind: 'words', title: other.title, text: `${other.text}\n(${held['caution']?.text ?? ''})` }, english];
}
