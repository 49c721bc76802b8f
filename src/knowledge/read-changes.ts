// Reads changes.md: what changed in the held text and when, checked against the text itself.
import { createHash } from 'node:crypto';
import type { Reporter } from './fault.ts';
import type { Change, Passage } from './model.ts';
import { readOutline } from './outline.ts';

/** The digest of the words and voices of one source. */
export function digestOfSource(source: string, passages: readonly Passage[]): string {
  const hash = createHash('sha256');
  for (const p of passages.filter((x) => x.source === source)) {
    hash.update(`${p.ref}\n`);
    for (const s of p.sentences) for (const r of s.runs) hash.update(`${r.voice.kind}: ${r.voice.name}: ${r.marked}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Changes, newest first. The latest digest written for a source must be that of its text as it stands. */
export function readChanges(text: string, passages: readonly Passage[], report: Reporter): Change[] {
  const changes: Change[] = [];
  const latest = new Map<string, string>();
  let newer = '9999-99-99';
  for (const section of readOutline(text, 'changes', report)) {
    if (section.depth === 1) continue;
    const [date = '', title = ''] = section.title.split(' — ').map((s) => s.trim());
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !title) {
      report.fault(section.at, 'write "## 2026-11-24 — what changed"');
      continue;
    }
    if (date > newer) report.fault(section.at, `${date} is later than the entry above it; the newest stands first`);
    newer = date;
    const sources: string[] = [];
    for (const item of section.items) {
      const [, source, digest] = /^([a-z-]+): ([0-9a-f]{16})$/.exec(item.text) ?? [];
      if (!source || !digest) report.fault(item.at, 'write the source and its digest: "- jchr-tnr: 0123456789abcdef"');
      else {
        sources.push(source);
        if (!latest.has(source)) latest.set(source, digest);
      }
    }
    changes.push({
      date,
      title,
      sources,
      text: section.lines
        .map((l) => l.text)
        .join('\n')
        .trim(),
    });
  }
  for (const source of new Set(passages.map((p) => p.source))) {
    const digest = digestOfSource(source, passages);
    if (latest.get(source) !== digest)
      report.fault(
        { line: 1, column: 1 },
        `the text of ${source} is not what the latest entry says; add an entry, newest first, with "- ${source}: ${digest}"`,
      );
  }
  return changes;
}
