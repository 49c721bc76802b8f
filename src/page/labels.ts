// The words of the desk's own labels: who speaks, what a passage is, how passages hang together.
import type { GuideFact, Passage, PassageKind, Voice } from '../knowledge/model.ts';

/** Who is speaking, shown before the words. A witness's claim is never called a finding. */
export function voiceLabel(
  voice: Voice,
  kind: PassageKind,
  guide: GuideFact | null = null,
  today: string | null = null,
): string {
  switch (voice.kind) {
    case 'committee':
      return committeeLabel(kind);
    case 'witness':
      return `Witness, not a finding: ${voice.name.replace(', ', ' and ')}`;
    case 'evidence':
      return 'Evidence, nobody named, not a finding';
    case 'government':
      return voice.name === 'the Government' ? 'Government' : `Government: ${voice.name}`;
    case 'interpol':
      return 'INTERPOL, quoted by the Committee';
    case 'commentary':
      return `Commentary, not the Committee: ${voice.name}`;
    case 'guide':
      return guide ? guideLabel(guide, today) : 'Desk guide, not the report';
    default: {
      const never: never = voice.kind;
      return never;
    }
  }
}

/** Source and date stand before the words; what only a secondary source says is reported, not stated; what is due says so. */
function guideLabel(guide: GuideFact, today: string | null): string {
  const due = isStale(guide, today)
    ? `; due to be checked since ${guide.checkAgain}: open the source before you rely on this`
    : '';
  return `Desk guide, not the report; ${guide.confidence === 'high' ? 'from' : 'reported by'} ${guide.from} (${guide.dated})${due}`;
}

function committeeLabel(kind: PassageKind): string {
  if (kind === 'conclusion') return 'Committee conclusion';
  if (kind === 'recommendation') return 'Committee recommendation';
  if (kind === 'note') return 'Committee footnote';
  return 'Committee narrative, not a finding';
}

const KINDS: Record<PassageKind, string> = {
  evidence: 'evidence and narrative',
  conclusion: 'Committee conclusion',
  recommendation: 'Committee recommendation',
  note: 'footnote',
  commentary: 'commentary, our summary',
  guide: 'desk guide',
};

/** `Paragraph 72`, `Note 138 to paragraph 66`, `EIN 3`. */
export function passageName(passage: Passage, short: string): string {
  if (passage.kind === 'note') {
    const cited = passage.citedIn?.split('/')[1]?.split('.')[0];
    return `Note ${passage.number}${cited ? ` to paragraph ${cited}` : ''}`;
  }
  if (passage.guide) return passage.ref;
  if (passage.kind === 'commentary') return `${short} ${passage.number}`;
  return `Paragraph ${passage.number}`;
}

/** The name with what the passage is: `Paragraph 72 · Committee recommendation`, `guide/notice-silver · What a Silver Notice is`. */
export function passageLabel(passage: Passage, short: string): string {
  const what = passage.guide ? passage.guide.title : KINDS[passage.kind];
  return `${passageName(passage, short)} · ${what}`;
}

/** What hangs together with a passage, and what may change of an entry of the guide. */
export function linkLines(passage: Passage): string[] {
  const list = (refs: readonly string[]) => refs.map((r) => r.replace('/', ' ').replace(/^jchr-tnr /, '')).join(', ');
  const lines: string[] = [];
  const add = (what: string, refs: readonly string[]) => {
    if (refs.length > 0) lines.push(`${what} ${list(refs)} (the desk's link)`);
  };
  add('Follows conclusion', passage.follows);
  add('Recommendations that follow:', passage.followedBy);
  add('Compare', passage.compare);
  if (passage.guide) lines.push(...guideLines(passage.guide));
  return lines;
}

function guideLines(guide: GuideFact): string[] {
  const lines: string[] = [];
  if (guide.changes) lines.push(`May change: ${guide.changes}`);
  if (guide.related.length > 0) lines.push(`See also ${guide.related.join(', ')}`);
  return [...lines, ...guide.urls];
}

/** True when an entry's check date has passed. */
export function isStale(guide: GuideFact, today: string | null): boolean {
  return today !== null && today > guide.checkAgain;
}
