// Anything that may be typed: look-ups, commands, curated questions, quotations and noise.
import fc from 'fast-check';
import type { Desk } from '../src/index.ts';

/** Questions for property tests. */
export function anyQuestion(desk: Desk): fc.Arbitrary<string> {
  const refs = desk.knowledge.passages.map((p) => p.ref);
  const terms = desk.knowledge.terms.map((t) => t.name);
  return fc.oneof(
    fc.constantFrom(
      ...refs.map((r) => r.replace('jchr-tnr/', 'para ')),
      'findings',
      'para 64-79',
      'note 126-153',
      'cite 64-70, n126-n130, guide/notice-silver',
      'compare visas',
      'about',
      'privacy',
      'help',
      'about changes',
    ),
    fc.constantFrom(...terms.flatMap((t) => [`/who ${t}`, `/country ${t}`, `/define ${t}`])),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom(...desk.knowledge.questions.map((g) => g.questions[0] ?? 'x')),
    fc.string({ maxLength: 60 }).map((s) => `check "${s}"`),
  );
}
