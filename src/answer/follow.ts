// Answers a question that leans on what was shown before.
import type { Passage, Reference } from '../knowledge/model.ts';
import { speakersOf } from '../knowledge/voice.ts';
import type { Conversation, FollowUp } from '../question/follow-up.ts';
import type { Request } from '../question/read.ts';
import { type Desk, passageOf } from '../search/desk.ts';
import { featuresOf } from '../search/features.ts';
import { gather, MOST_SHOWN, refsOf } from './choose.ts';
import { citedFor } from './cited-for.ts';
import { type Answer, answered, notCovered, notFound, type Shown } from './model.ts';

/** How far the passages shown last pull a question that leans on them, and how little else then matters. */
export const PULL = { same: 1, passage: 0.1, widest: 1.5, favour: 1.5, elsewhere: 1 };

/** The answer to a follow-up of a known kind, or null when what was shown gives none and search should try. */
export function followUp(
  kind: Exclude<FollowUp, 'lean'>,
  request: Request,
  conversation: Conversation,
  desk: Desk,
): Answer | null {
  const [last] = conversation.shown;
  const passage = last && passageOf(desk, last.ref);
  if (!last || !passage) return null;
  switch (kind) {
    case 'speaker':
    case 'again':
      return answered([last]);
    case 'date':
      return givesYear(passage, desk) ? answered([last]) : null;
    case 'next':
    case 'previous':
      return beside(passage, kind === 'next' ? 1 : -1, desk);
    case 'notes':
      return notesOf(passage, last, desk);
    case 'else':
      return somethingElse(conversation, desk);
    case 'recommendation':
    case 'conclusion':
      return finding(kind, passage, last, request, desk);
    default: {
      const never: never = kind;
      return never;
    }
  }
}

function beside(passage: Passage, step: 1 | -1, desk: Desk): Answer {
  const note = passage.kind === 'note';
  const number = Number(passage.number) + step;
  const ref = `${passage.source}/${note ? 'n' : ''}${number}`;
  return desk.held.has(ref) ? answered(gather([ref], desk.held)) : notFound([`${note ? 'note' : 'para'} ${number}`]);
}

function givesYear(passage: Passage, desk: Desk): boolean {
  const notes = passage.notes.flatMap((ref) => passageOf(desk, ref) ?? []);
  return [passage, ...notes].some((p) => p.sentences.some((s) => /\b20\d\d\b/.test(s.text)));
}

/** The notes of the sentences that answered, or of the whole passage when those cite none. */
function notesOf(passage: Passage, last: Shown, desk: Desk): Answer {
  const marked = passage.sentences.filter((s) => last.focus.includes(s.ref)).flatMap((s) => s.notes);
  if (passage.notes.length > 0) return answered(gather(marked.length > 0 ? marked : passage.notes, desk.held));
  return passage.kind === 'note'
    ? answered([{ ref: passage.ref, focus: [] }])
    : notCovered([{ ref: passage.ref, focus: [] }], false);
}

/** Everything else the person or body is cited for; for a country, everything else said of it. */
function somethingElse(conversation: Conversation, desk: Desk): Answer | null {
  const named = conversation.terms
    .map(desk.term)
    .find((t) => t && (t.kind === 'person' || t.kind === 'body' || t.kind === 'country'));
  const spoken = conversation.shown.flatMap(({ ref, focus }) =>
    (passageOf(desk, ref)?.sentences ?? [])
      .filter((s) => focus.length === 0 || focus.includes(s.ref))
      .flatMap((s) => s.runs.flatMap((r) => (r.voice.kind === 'witness' ? speakersOf(r.voice) : []))),
  );
  const speaker = desk.knowledge.terms.find((t) => t.kind === 'person' && spoken.includes(t.name));
  const term = named?.kind === 'person' ? named : (speaker ?? named);
  if (!term) return null;
  const before = new Set(conversation.shown.slice(0, 1).map((s) => s.ref));
  const rest = citedFor(term, desk.knowledge.passages, desk.vocabulary).filter((s) => !before.has(s.ref));
  return rest.length > 0 ? answered(rest.slice(0, MOST_SHOWN)) : notCovered([...conversation.shown].slice(0, 1), false);
}

/** The recommendation or conclusion that hangs together with what was shown. */
function finding(
  kind: 'recommendation' | 'conclusion',
  passage: Passage,
  last: Shown,
  request: Request,
  desk: Desk,
): Answer | null {
  const related = relatedFindings(kind, passage, desk);
  if (related.length === 0) return null;
  const linked = passage.kind === 'conclusion' || passage.kind === 'recommendation';
  if (linked || related.length === 1) return answered(focused(related, request, last, desk));
  return answered(focused(related, request, last, desk).slice(0, 2));
}

function relatedFindings(kind: 'recommendation' | 'conclusion', passage: Passage, desk: Desk): Reference[] {
  if (passage.kind === kind) return [passage.ref];
  const citing = passage.citedIn ? passageOf(desk, passage.citedIn) : undefined;
  if (citing) return relatedFindings(kind, citing, desk);
  const near = passage.kind === 'evidence' ? passage.leadsTo : [...passage.followedBy, ...passage.follows];
  const further = near.flatMap((ref) => {
    const p = passageOf(desk, ref);
    return p ? [ref, ...p.followedBy, ...p.follows] : [];
  });
  return [...new Set(further)].filter((ref) => passageOf(desk, ref)?.kind === kind);
}

/** Related findings ordered by how well they fit the question and the passage shown, with the sentences that fit. */
function focused(related: readonly Reference[], request: Request, last: Shown, desk: Desk): Shown[] {
  const scores = blended(desk.ranker.score(featuresOf(request.text, desk.vocabulary, request.words)), [last], desk);
  const fit = new Map<Reference, { score: number; focus: Reference[] }>();
  for (const [i, group] of desk.ranker.groups.entries()) {
    if (group.verdict.kind !== 'answered') continue;
    const [first] = gather(group.verdict.refs, desk.held);
    if (!first || !related.includes(first.ref)) continue;
    const score = scores[i] ?? 0;
    if (score > (fit.get(first.ref)?.score ?? Number.NEGATIVE_INFINITY))
      fit.set(first.ref, { score, focus: [...first.focus] });
  }
  return [...related]
    .sort((a, b) => (fit.get(b)?.score ?? 0) - (fit.get(a)?.score ?? 0))
    .map((ref) => ({ ref, focus: fit.get(ref)?.focus ?? [] }));
}

/** Scores of a question that leans on the passages shown last. */
export function leaning(scores: Float64Array, conversation: Conversation, desk: Desk): Float64Array {
  return blended(scores, conversation.shown.slice(0, 1), desk);
}

/**
 * The words of the passage shown stand in for the words of the earlier question, which nobody remembers: groups that
 * passage does not speak for lose ground; refusals keep theirs.
 */
function blended(scores: Float64Array, shown: readonly Shown[], desk: Desk): Float64Array {
  const words = shown.flatMap(({ ref, focus }) =>
    (passageOf(desk, ref)?.sentences ?? [])
      .filter((s) => focus.length === 0 || focus.includes(s.ref))
      .map((s) => s.text),
  );
  const about = desk.ranker.score(featuresOf(words.join(' '), desk.vocabulary));
  const isAnswer = (i: number) => desk.ranker.groups[i]?.verdict.kind === 'answered';
  const shownRefs = new Set(shown.map((x) => x.ref));
  const isOf = (i: number) => {
    const [first] = refsOf(desk.ranker, { group: i, score: 0 });
    return first !== undefined && shownRefs.has(desk.held.passage(first)?.ref ?? '');
  };
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, s] of about.entries()) if (isAnswer(i) && s > most) most = s;
  const isElsewhere = (i: number) => {
    const verdict = desk.ranker.groups[i]?.verdict;
    return verdict?.kind === 'declined'
      ? verdict.reason !== 'safety'
      : verdict?.kind === 'not_covered' && verdict.nearest.length === 0;
  };
  return scores.map((s, i) => {
    if (isAnswer(i)) {
      const same = isOf(i) ? PULL.same : 0;
      return s + same + PULL.favour + Math.max(PULL.passage * ((about[i] ?? 0) - most), -PULL.widest);
    }
    return isElsewhere(i) ? s - PULL.elsewhere : s;
  });
}
