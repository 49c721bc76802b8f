// Reads and checks the whole knowledge directory; faulty knowledge never leaves here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkQuestions, checkSourceLinks, checkTermLinks, knownReferences } from './check-links.ts';
import { checkSource } from './check-source.ts';
import { type Fault, knowledgeError, reporterFor } from './fault.ts';
import type { Knowledge, QuestionGroup, Reference } from './model.ts';
import { readChanges } from './read-changes.ts';
import { readComparisons } from './read-comparisons.ts';
import { noGuide, readGuide } from './read-guide.ts';
import { readQuestions } from './read-questions.ts';
import { readSignposts } from './read-signposts.ts';
import { readSource, type SourceFile } from './read-source.ts';
import { readTerms } from './read-terms.ts';
import { readTracker } from './read-tracker.ts';
import { readTranslations } from './read-translations.ts';

/** The report, which the desk prefers to everything else. */
const REPORT = 'jchr-tnr/report.md';
/** Any folder with a file of this name is a source of commentary, but for those that hold something else. */
const ARTICLE = 'article.md';
const NO_SOURCES = ['guide', 'questions'];

export interface Reading {
  readonly knowledge: Knowledge;
  readonly faults: readonly Fault[];
}

/** Reads everything and lists every fault and warning of every file, a missing file among them. */
export function readKnowledge(directory: string): Reading {
  const faults: Fault[] = [];
  const text = (path: string) => {
    try {
      return readFileSync(join(directory, path), 'utf8').replaceAll('\r\n', '\n');
    } catch {
      reader(path).fault({ line: 1, column: 1 }, 'the file is missing; bring it back from the last commit');
      return '';
    }
  };
  const reader = (path: string) => reporterFor(join('knowledge', path), faults);

  const entries = new Map<string, readonly Reference[]>();
  const sources: { path: string; file: SourceFile }[] = [];
  for (const path of [REPORT, ...articlesIn(directory)]) {
    const file = readSource(text(path), reader(path));
    if (file) sources.push({ path, file });
  }
  for (const { path, file } of sources) {
    checkSource(file, file.pinned ? readPinned(directory, path, file.pinned) : null, reader(path));
  }
  let guide = noGuide();
  for (const name of markdownIn(directory, 'guide')) {
    const before = guide.passages.length;
    guide = readGuide(text(join('guide', name)), guide, reader(join('guide', name)));
    entries.set(
      join('guide', name),
      guide.passages.slice(before).map((p) => p.ref),
    );
  }
  if (guide.passages.length > 0) sources.push({ path: 'guide', file: guide });
  const known = knownReferences(sources.map((s) => s.file));
  for (const { path, file } of sources) if (path !== 'guide') checkSourceLinks(file, known, reader(path));
  for (const [path, refs] of entries) {
    const passages = guide.passages.filter((p) => refs.includes(p.ref));
    checkSourceLinks({ ...guide, passages }, known, reader(path));
  }

  const terms = readTerms(text('terms.md'), reader('terms.md'));
  checkTermLinks(terms, known, reader('terms.md'));

  const questions: QuestionGroup[] = [];
  const seen = new Map<string, QuestionGroup>();
  for (const name of markdownIn(directory, 'questions')) {
    const path = join('questions', name);
    const groups = readQuestions(text(path), join('knowledge', path), reader(path));
    checkQuestions(groups, known, seen, reader(path));
    questions.push(...groups);
  }
  const passages = sources.flatMap((s) => s.file.passages);
  const comparisons = readComparisons(text('comparisons.md'), passages, reader('comparisons.md'));
  const signposts = readSignposts(text('signposts.md'), reader('signposts.md'));
  const translations = readTranslations(text('signposts-languages.md'), signposts, reader('signposts-languages.md'));
  const tracker = readTracker(text('tracker.md'), passages, reader('tracker.md'));
  const changes = readChanges(text('changes.md'), passages, reader('changes.md'));
  const knowledge = {
    sources: sources.map((s) => s.file.source),
    passages,
    terms: terms.terms,
    questions,
    comparisons,
    signposts,
    translations,
    tracker,
    changes,
  };
  return { knowledge, faults };
}

/** The knowledge, or an error that lists every fault as `file:line:column message`. */
export function loadKnowledge(directory: string): Knowledge {
  const { knowledge, faults } = readKnowledge(directory);
  if (faults.some((f) => f.level === 'fault')) throw knowledgeError(faults);
  return knowledge;
}

function articlesIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && !NO_SOURCES.includes(entry.name) && existsSync(join(directory, entry.name, ARTICLE)),
    )
    .map((entry) => join(entry.name, ARTICLE))
    .sort();
}

/** The Markdown files of a folder, by name; none when there is no such folder. */
function markdownIn(directory: string, folder: string): string[] {
  if (!existsSync(join(directory, folder))) return [];
  return readdirSync(join(directory, folder))
    .filter((name) => name.endsWith('.md'))
    .sort();
}

function readPinned(directory: string, path: string, name: string): string | null {
  try {
    return readFileSync(join(directory, path, '..', name), 'utf8');
  } catch {
    return null;
  }
}
