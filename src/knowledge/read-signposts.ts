// Reads signposts.md: the fixed words of the desk, by name.
import type { Reporter } from './fault.ts';
import { readOutline, type Section } from './outline.ts';
import { SIGNPOSTS, type Signpost, type SignpostId } from './signpost.ts';

/** Signposts and messages in the order of the file: "## id — title", then the words, a blank line between paragraphs. */
export function readSignposts(text: string, report: Reporter): Signpost[] {
  const signposts: Signpost[] = [];
  const due = new Set<string>(SIGNPOSTS);
  for (const section of readOutline(text, 'signposts', report)) {
    if (section.depth === 1) continue;
    const [id = '', title = ''] = section.title.split(' — ').map((s) => s.trim());
    const body = section.lines
      .map((l) => l.text)
      .join('\n')
      .trim()
      .replace(/\n{3,}/g, '\n\n');
    if (section.depth !== 2 || !/^[a-z][a-z0-9-]*$/.test(id) || !title) {
      report.fault(section.at, 'write "## name — title", the name in small letters with hyphens');
    } else if (!body) report.fault(section.at, `"${id}" has no words under it`);
    else if (signposts.some((s) => s.id === id)) report.fault(section.at, `"${id}" stands twice`);
    else if (!due.has(id))
      report.fault(section.at, `the desk shows nothing under the name "${id}"; write one of ${SIGNPOSTS.join(', ')}`);
    else signposts.push({ id: id as SignpostId, title, text: body, ...phrasesOf(section, report) });
  }
  for (const { id } of signposts) due.delete(id);
  for (const id of due) report.fault({ line: 1, column: 1 }, `"## ${id} — …" is missing; the desk needs its words`);
  return signposts;
}

/** "- when: paid to remove, fake interpol" and "- always: …": the phrases by which a text shows that a signpost is owed. */
function phrasesOf(section: Section, report: Reporter): { when: string[]; always: string[] } {
  const phrases = { when: [] as string[], always: [] as string[] };
  for (const item of section.items) {
    const [, key, list] = /^(when|always): (\S.*)$/.exec(item.text) ?? [];
    if (key !== 'when' && key !== 'always')
      report.fault(item.at, 'write "- when: phrase, phrase" or "- always: …", or whole sentences without a dash');
    else
      phrases[key].push(
        ...(list ?? '')
          .split(',')
          .map((p) => p.trim())
          .filter(Boolean),
      );
  }
  return phrases;
}
