// Reads signposts-languages.md: the signposts in other languages, each awaiting a native speaker's check.
import type { Reporter } from './fault.ts';
import { LANGUAGES } from './model.ts';
import { readOutline } from './outline.ts';
import type { Signpost, Translations } from './signpost.ts';

/** Signposts by language. Each language must hold the same ones, and a caution that says they are translations. */
export function readTranslations(text: string, signposts: readonly Signpost[], report: Reporter): Translations {
  const found = new Map<string, Map<string, Signpost>>();
  let language = '';
  for (const section of readOutline(text, 'translations', report)) {
    if (section.depth === 1) {
      language = section.title;
      if (!LANGUAGES.some((l) => l === language)) report.fault(section.at, `write a language: ${LANGUAGES.join(', ')}`);
      found.set(language, new Map());
      continue;
    }
    const [id = '', title = ''] = section.title.split(' — ').map((s) => s.trim());
    const body = section.lines
      .map((l) => l.text)
      .join('\n')
      .trim();
    const original = signposts.find((s) => s.id === id);
    if ((!original && id !== 'caution') || !title || !body)
      report.fault(section.at, 'write "## name — title" with the name of a signpost, and its words below');
    else {
      for (const number of numbersOf(original?.text ?? ''))
        if (!body.includes(number)) report.fault(section.at, `"${number}" of the English "${id}" is missing here`);
      found.get(language)?.set(id, { id: id as Signpost['id'], title, text: body, when: [], always: [] });
    }
  }
  const ids = new Set([...found.values()].flatMap((m) => [...m.keys()]));
  for (const [code, map] of found)
    for (const id of [...ids, 'caution'])
      if (!map.has(id)) report.fault({ line: 1, column: 1 }, `${code}: "${id}" is missing`);
  return Object.fromEntries([...found].map(([code, map]) => [code, Object.fromEntries(map)]));
}

/** Telephone numbers and addresses, which no translation may change. */
const numbersOf = (text: string): string[] =>
  text.match(/https?:\/\/[^\s)]+|\+?\d[\d ()]{4,}\d|\b\d{2,3}\b(?= (?:in|on|from))/g) ?? [];
