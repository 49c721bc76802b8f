// The trail of a paragraph: the evidence behind it, the conclusion it follows, the recommendations that follow. Editorial.
import type { Reference } from '../knowledge/model.ts';
import { type Desk, passageOf } from '../search/desk.ts';
import type { Step } from './model.ts';

/** The steps of the trail in the order evidence, conclusion, recommendation; empty steps are left out. */
export function trailOf(ref: Reference, desk: Desk): Step[] {
  const passage = passageOf(desk, ref);
  if (!passage) return [];
  const note = passage.kind === 'note' && passage.citedIn ? passageOf(desk, passage.citedIn) : null;
  if (note) return [{ relation: relationOf(note.kind), refs: [note.ref] }, ...trailOf(note.ref, desk)];
  const related = [...passage.rests, ...passage.leadsTo, ...passage.follows, ...passage.followedBy];
  const further = related.flatMap((r) => {
    const p = passageOf(desk, r);
    return passage.kind === 'evidence' && p?.kind === 'conclusion' ? p.followedBy : [];
  });
  const all = [...new Set([...related, ...further])].filter((r) => r !== passage.ref);
  const step = (relation: Step['relation']): Step[] => {
    const refs = all.filter((r) => relationOf(passageOf(desk, r)?.kind) === relation).sort(byNumber);
    return refs.length > 0 ? [{ relation, refs }] : [];
  };
  return [...step('evidence'), ...step('conclusion'), ...step('recommendation')];
}

const byNumber = (a: Reference, b: Reference) => Number(a.split('/')[1]) - Number(b.split('/')[1]);

function relationOf(kind: string | undefined): Step['relation'] {
  return kind === 'conclusion' || kind === 'recommendation' ? kind : 'evidence';
}
