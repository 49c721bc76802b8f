// Reads terms.md: defined terms, bodies, people, countries and everyday words, with every way people type them.
import type { Place, Reporter } from './fault.ts';
import { LANGUAGES, type Term, type TermKind } from './model.ts';
import { readOutline, type Section } from './outline.ts';

const KINDS: Record<string, TermKind> = {
  Terms: 'term',
  Bodies: 'body',
  People: 'person',
  Countries: 'country',
  Words: 'word',
};

export interface TermsFile {
  readonly terms: readonly Term[];
  readonly places: ReadonlyMap<string, Place>;
}

/** Reads every term; a synonym that two terms share is a fault. */
export function readTerms(text: string, report: Reporter): TermsFile {
  const terms: Term[] = [];
  const places = new Map<string, Place>();
  const owners = new Map<string, string>();
  let kind: TermKind | null = null;
  for (const section of readOutline(text, 'terms', report)) {
    if (section.depth === 1) {
      kind = KINDS[section.title] ?? null;
      if (!kind) report.fault(section.at, `write one of these headings: ${Object.keys(KINDS).join(', ')}`);
    } else if (section.depth === 2 && kind) {
      const term = readTerm(section, kind, report);
      if (places.has(term.id)) report.fault(section.at, `"${section.title}" stands twice`);
      places.set(term.id, section.at);
      terms.push(term);
      claim(term, section, owners, report);
    } else
      report.fault(section.at, 'write a term as "## Name" under # Terms, # Bodies, # People, # Countries or # Words');
  }
  return { terms, places };
}

/** `Red Notice` to `red-notice`. */
export function termId(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function readTerm(section: Section, kind: TermKind, report: Reporter): Term {
  const values = new Map<string, string[]>();
  for (const line of section.lines) if (line.text) report.fault(line.at, 'write "- also: …", "- see: …" or "- tr: …"');
  for (const item of section.items) {
    const match = /^([a-z]+): (\S.*)$/.exec(item.text);
    const key = match?.[1] ?? '';
    if (!match?.[2] || !['also', 'see', ...LANGUAGES].includes(key)) {
      report.fault(
        item.at,
        `write "- also: …", "- see: …" or a language (${LANGUAGES.join(', ')}), a colon and the words, parted by commas`,
      );
      continue;
    }
    if (values.has(key)) report.fault(item.at, `"${key}" stands twice under ${section.title}`);
    values.set(key, split(match[2]));
  }
  const other = Object.fromEntries(
    LANGUAGES.flatMap((code) => (values.has(code) ? [[code, values.get(code) ?? []]] : [])),
  );
  const also = [...new Set([...(kind === 'word' ? [] : [section.title]), ...(values.get('also') ?? [])])];
  return { id: termId(section.title), name: section.title, kind, see: values.get('see') ?? [], also, other };
}

const split = (list: string) =>
  list
    .split(',')
    .map((s) => s.trim())
    .filter(Boolean);

function claim(term: Term, section: Section, owners: Map<string, string>, report: Reporter): void {
  for (const written of new Set([...term.also, ...Object.values(term.other).flat()])) {
    // Capitals are kept apart: RN and rn are two synonyms.
    const key = /^[A-Z]{1,2}$/.test(written) ? written : written.toLowerCase();
    const owner = owners.get(key);
    if (owner && owner !== term.name) {
      report.fault(
        section.at,
        `"${written}" is a synonym of "${owner}" as well as of "${term.name}"; keep it with one of them`,
      );
    }
    owners.set(key, term.name);
  }
}
