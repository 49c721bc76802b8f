// Checks that references between knowledge files point to what exists.
import type { Place, Reporter } from './fault.ts';
import type { QuestionGroup, Reference } from './model.ts';
import type { SourceFile } from './read-source.ts';
import type { TermsFile } from './read-terms.ts';

const TOP: Place = { line: 1, column: 1 };

/** Every paragraph, sentence and note of the sources. */
export function knownReferences(sources: readonly SourceFile[]): Set<Reference> {
  const known = new Set<Reference>();
  for (const source of sources) {
    for (const passage of source.passages) {
      known.add(passage.ref);
      for (const sentence of passage.sentences) known.add(sentence.ref);
    }
  }
  return known;
}

export function checkSourceLinks(source: SourceFile, known: ReadonlySet<Reference>, report: Reporter): void {
  for (const passage of source.passages) {
    const { related = [], shownWith = [] } = passage.guide ?? {};
    for (const ref of [...passage.follows, ...passage.rests, ...passage.compare, ...shownWith, ...related]) {
      if (!known.has(ref)) report.fault(source.places.get(passage.ref) ?? TOP, missing(ref));
    }
  }
}

export function checkTermLinks(file: TermsFile, known: ReadonlySet<Reference>, report: Reporter): void {
  for (const term of file.terms) {
    for (const ref of term.see) if (!known.has(ref)) report.fault(file.places.get(term.id) ?? TOP, missing(ref));
  }
}

/** Reports missing references and questions that stand under two headings (`seen` runs across files). */
export function checkQuestions(
  groups: readonly QuestionGroup[],
  known: ReadonlySet<Reference>,
  seen: Map<string, QuestionGroup>,
  report: Reporter,
): void {
  for (const group of groups) {
    const at = { line: group.line, column: 1 };
    const refs = group.verdict.kind === 'answered' ? group.verdict.refs : [];
    for (const ref of refs) if (!known.has(ref)) report.fault(at, missing(ref));
    for (const question of group.questions) {
      const key = question.toLowerCase();
      const other = seen.get(key);
      if (other) report.fault(at, `"${question}" stands twice; also under ${other.file}:${other.line}`);
      seen.set(key, group);
    }
  }
}

const missing = (ref: Reference) => `${ref} does not exist in the sources held`;
