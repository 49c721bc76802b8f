// "Notes citing Browder": the notes that name a person or a body.
import type { Reference } from '../knowledge/model.ts';
import type { Holdings } from './holdings.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** The notes that name whom `text` names, and the words left beside the name; null when it names nobody or no note does. */
export function notesNaming(
  text: string,
  held: Holdings,
  vocabulary: Vocabulary,
): { readonly refs: readonly Reference[]; readonly rest: string } | null {
  const words = wordsOf(text);
  const named = vocabulary.find(text, words).flatMap((id) => vocabulary.terms.get(id) ?? []);
  const who = named.filter((t) => t.kind === 'person' || t.kind === 'body');
  if (who.length === 0) return null;
  const refs = held.notes.filter((ref) => {
    const note = (held.passage(ref)?.sentences ?? []).map((s) => s.text).join(' ');
    const mentioned = vocabulary.find(note, wordsOf(note));
    return who.some((t) => mentioned.includes(t.id));
  });
  const naming = new Set(who.flatMap((t) => t.also.flatMap((a) => wordsOf(a).map((w) => w.stem))));
  const left = words.filter((w) => !naming.has(w.stem));
  return refs.length > 0 ? { refs, rest: left.map((w) => w.folded).join(' ') } : null;
}
