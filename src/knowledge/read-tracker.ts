// Reads tracker.md: what is known of the Government's answer to each recommendation, and plainly when nothing is.
import type { Reporter } from './fault.ts';
import type { Passage, Reference, Tracked } from './model.ts';
import { readOutline } from './outline.ts';

/** One entry a recommendation; one that is missing, or that is no recommendation, is a fault. */
export function readTracker(text: string, passages: readonly Passage[], report: Reporter): Tracked[] {
  const tracked: Tracked[] = [];
  const due = new Set(passages.filter((p) => p.kind === 'recommendation').map((p) => p.ref));
  const known = new Set(passages.map((p) => p.ref));
  for (const section of readOutline(text, 'tracker', report)) {
    if (section.depth === 1) continue;
    const ref = section.title;
    if (!due.delete(ref)) {
      report.fault(section.at, `"${ref}" is no recommendation held, or stands twice; write "## jchr-tnr/72"`);
      continue;
    }
    const see: Reference[] = [];
    let dueMonths: number | null = null;
    for (const item of section.items) {
      const months = /^due: (\d{1,2}) months$/.exec(item.text)?.[1];
      const list = /^see: (\S.*)$/.exec(item.text)?.[1];
      if (months) dueMonths = Number(months);
      else if (list) see.push(...list.split(',').map((r) => r.trim()));
      else report.fault(item.at, 'write "- see: guide/…" or "- due: 6 months"');
    }
    for (const r of see) if (!known.has(r)) report.fault(section.at, `${r} does not exist in the sources held`);
    const lines = section.lines.filter((l) => l.text !== '').map((l) => l.text);
    if (lines.length === 0) report.fault(section.at, 'say what is known, or "Not known: …"');
    const said = lines.join('\n');
    tracked.push({ ref, known: !/^Not known\b/.test(said), see, dueMonths, text: said });
  }
  for (const ref of due)
    report.fault({ line: 1, column: 1 }, `"## ${ref}" is missing; every recommendation is tracked`);
  return tracked;
}
