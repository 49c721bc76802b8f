// Reads a file of curated questions: headings that name the answer, and the ways people ask for it.
import type { Reporter } from './fault.ts';
import { DECLINE_REASONS, type QuestionGroup, type Reference, type Verdict } from './model.ts';
import { readOutline, type Section } from './outline.ts';

const REF = /^[a-z][a-z0-9-]*\/n?[a-z0-9-]+(\.\d+)?$/;
const HOW =
  'write "## jchr-tnr/64.6, jchr-tnr/73.1 — what is asked", "## not covered — what is asked" or "## declined: advice — what is asked"';

/** The groups of one file, in order. Under an answered group, "### nothing answers" and "### false premise" hold its near misses. */
export function readQuestions(text: string, file: string, report: Reporter): QuestionGroup[] {
  const groups: QuestionGroup[] = [];
  let above: QuestionGroup | null = null;
  for (const section of readOutline(text, 'questions', report)) {
    if (section.depth === 1) {
      above = null;
      if (section.items[0]) report.fault(section.items[0].at, HOW);
      continue;
    }
    const group: QuestionGroup | null =
      section.depth === 2 ? readGroup(section, file, report) : readNearMisses(section, above, file, report);
    if (section.depth === 2) above = group;
    if (!group) continue;
    if (group.questions.length === 0)
      report.fault(section.at, 'write at least one question, as "- …", under this heading');
    groups.push(group);
  }
  return groups;
}

function readGroup(section: Section, file: string, report: Reporter): QuestionGroup | null {
  const [head = '', title = ''] = section.title.split(' — ');
  const verdict = readVerdict(head.trim());
  if (!verdict || !title) {
    report.fault(section.at, HOW);
    return null;
  }
  return groupOf(section, title, file, verdict, report);
}

function readVerdict(head: string): Verdict | null {
  if (head === 'not covered') return { kind: 'not_covered', nearest: [], premise: false };
  if (head === 'false premise') return { kind: 'not_covered', nearest: [], premise: true };
  const declined = /^declined: (\S+)$/.exec(head)?.[1];
  if (declined) {
    const reason = DECLINE_REASONS.find((r) => r === declined.replace('-', '_'));
    return reason ? { kind: 'declined', reason } : null;
  }
  const refs = head.split(',').map((r) => r.trim());
  return refs.every((r) => REF.test(r)) ? { kind: 'answered', refs } : null;
}

function readNearMisses(
  section: Section,
  above: QuestionGroup | null,
  file: string,
  report: Reporter,
): QuestionGroup | null {
  const premise = section.title === 'false premise';
  if (above?.verdict.kind !== 'answered' || (!premise && section.title !== 'nothing answers')) {
    report.fault(section.at, 'under a heading with references write "### nothing answers" or "### false premise"');
    return null;
  }
  const nearest: readonly Reference[] = above.verdict.refs;
  return groupOf(section, above.title, file, { kind: 'not_covered', nearest, premise }, report);
}

function groupOf(section: Section, title: string, file: string, verdict: Verdict, report: Reporter): QuestionGroup {
  for (const line of section.lines) if (line.text) report.fault(line.at, 'write a question as "- …"');
  const questions = section.items.map((i) => i.text);
  return { title: title.trim(), file, line: section.at.line, verdict, questions };
}
