// What became of the recommendations, as a block: the desk's own words, with the entries of the guide that say it.
import type { Reference, Tracked } from '../knowledge/model.ts';
import type { Desk } from '../search/desk.ts';
import type { Block } from './model.ts';

/** The tracked recommendations among `refs`, in order, under the words that introduce them; nothing when there is none. */
export function trackerBlocks(refs: readonly Reference[], desk: Desk): Block[] {
  const tracked = desk.knowledge.tracker.filter((t) => refs.includes(t.ref));
  const title = desk.signpost('tracker');
  if (tracked.length === 0 || !title) return [];
  return [
    { kind: 'words', title: title.title, text: title.text },
    ...tracked.map(
      (t): Block => ({ kind: 'list', title: `Recommendation ${t.ref.split('/')[1] ?? ''}`, items: itemsOf(t, desk) }),
    ),
  ];
}

function itemsOf(tracked: Tracked, desk: Desk): { label: string; text: string }[] {
  const source = desk.source(tracked.ref.split('/')[0] ?? '');
  const due =
    tracked.dueMonths !== null && source?.published
      ? [
          {
            label: 'Due',
            text: `${monthsAfter(source.published, tracked.dueMonths)}: published ${source.published}, and ${tracked.dueMonths} months`,
          },
        ]
      : [];
  return [
    { label: 'Desk guide, not the report', text: tracked.text.replace(/\n/g, ' ') },
    ...due,
    { label: 'From', text: tracked.see.join(', ') },
  ];
}

/** The same day some months later, or the last day of a shorter month, as ISO dates. */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 31;
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, longest)).padStart(2, '0')}`;
}
