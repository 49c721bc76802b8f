// Everything a person, a body or a country is cited for: where they speak, are named, or stand in a note.
import type { Passage, Reference, Term } from '../knowledge/model.ts';
import { speakersOf } from '../knowledge/voice.ts';
import type { Vocabulary } from '../question/vocabulary.ts';
import { wordsOf } from '../question/words.ts';
import type { Shown } from './model.ts';

/**
 * Passages that name the term, paragraphs before notes, each with the sentences that do; then those where a note
 * alone says that the words are theirs. A note is left out when the sentence that cites it is shown already.
 * The guide is ours and cites nobody.
 */
export function citedFor(term: Term, passages: readonly Passage[], vocabulary: Vocabulary): Shown[] {
  const shown: Shown[] = [];
  const covered = new Set<Reference>();
  for (const passage of passages) {
    if (passage.kind === 'guide') continue;
    const focus = passage.sentences.filter(
      (s) => s.runs.some((r) => speakersOf(r.voice).includes(term.name)) || names(s.text, term, vocabulary),
    );
    if (focus.length === 0 || (passage.citedIn !== null && covered.has(passage.citedIn))) continue;
    for (const s of focus) covered.add(s.ref);
    shown.push({ ref: passage.ref, focus: passage.kind === 'note' ? [] : focus.map((s) => s.ref) });
  }
  const spoken = (s: Shown) =>
    s.focus.length > 0 &&
    !passages.some((p) => p.ref === s.ref && p.sentences.some((x) => names(x.text, term, vocabulary)));
  return [...shown.filter((s) => !spoken(s)), ...shown.filter(spoken)];
}

/** The terms of each sentence, found once: reading every passage anew would be most of the work of an answer. */
const NAMED = new WeakMap<Vocabulary, Map<string, readonly string[]>>();

function names(text: string, term: Term, vocabulary: Vocabulary): boolean {
  const known = NAMED.get(vocabulary) ?? new Map<string, readonly string[]>();
  NAMED.set(vocabulary, known);
  const found = known.get(text) ?? vocabulary.find(text, wordsOf(text));
  known.set(text, found);
  return found.includes(term.id);
}
