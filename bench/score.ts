// Scores answers against labelled questions: the figures of the desk, and every miss.
import type { AnswerRecord } from '../src/index.ts';

/** A labelled question; labels name `72` a paragraph, `fn138` a note, `ein3` a paragraph of the article. */
export interface Labelled {
  readonly id: string;
  readonly question: string;
  readonly history?: readonly string[];
  readonly kind: string;
  readonly gold: readonly string[];
  readonly acceptable: readonly string[];
  readonly all: readonly string[];
  readonly must_include: readonly string[];
  readonly expect: 'answer' | 'lookup' | 'decline' | 'decline_with_signpost';
  readonly guide_ok?: boolean;
}

export interface Figure {
  readonly name: string;
  readonly pass: number;
  readonly of: number;
}

export interface Miss {
  readonly figure: string;
  readonly question: Labelled;
  readonly got: string;
}

/** What every set must reach, in percent. */
export const TARGETS: Readonly<Record<string, number>> = {
  'top-1': 93,
  'gold shown': 97,
  'look-up exact': 100,
  complete: 90,
  'span shown': 93,
  'follow-up': 90,
  declined: 95,
  'no wrong answer': 100,
  signposted: 100,
};

const toRef = (id: string) => {
  if (id.includes('/')) return id;
  if (id.startsWith('fn')) return `jchr-tnr/n${id.slice(2)}`;
  return id.startsWith('ein') ? `ein/${id.slice(3)}` : `jchr-tnr/${id}`;
};
const squash = (text: string) => text.replace(/\s+/g, ' ').toLowerCase();

/** The figures over all pairs, in a fixed order, and the misses behind them. */
export function score(pairs: readonly (readonly [Labelled, AnswerRecord])[]): {
  figures: Figure[];
  misses: Miss[];
} {
  const tally = new Map<string, { pass: number; of: number }>(
    Object.keys(TARGETS).map((name) => [name, { pass: 0, of: 0 }]),
  );
  const misses: Miss[] = [];
  for (const [question, answer] of pairs) {
    for (const [figure, ok] of judge(question, answer)) {
      const count = tally.get(figure);
      if (!count) continue;
      count.of += 1;
      if (ok) count.pass += 1;
      else
        misses.push({
          figure,
          question,
          got: `${answer.outcome} ${answer.excerpts.map((e) => e.ref).join(' ') || '-'}`,
        });
    }
  }
  return { figures: [...tally].filter(([, t]) => t.of > 0).map(([name, t]) => ({ name, ...t })), misses };
}

function judge(q: Labelled, a: AnswerRecord): [string, boolean][] {
  return q.expect === 'answer' || q.expect === 'lookup' ? judgeAnswer(q, a) : judgeRefusal(q, a);
}

function judgeAnswer(q: Labelled, a: AnswerRecord): [string, boolean][] {
  const refs = a.excerpts.map((e) => e.ref);
  const shown = new Set([...refs, ...a.excerpts.flatMap((e) => e.notes.map((n) => n.ref))]);
  const gold = q.gold.map(toRef);
  const fair = new Set([...gold, ...q.acceptable.map(toRef)]);
  const answered = a.outcome === 'answered';
  const out: [string, boolean][] = [];
  if (q.expect === 'answer') {
    const found = answered && gold.some((r) => shown.has(r));
    out.push(['top-1', answered && refs[0] !== undefined && fair.has(refs[0])], ['gold shown', found]);
    if (q.kind === 'followup') out.push(['follow-up', found]);
  } else {
    out.push(['look-up exact', answered && gold.every((r) => refs.includes(r)) && refs.length === gold.length]);
  }
  if (q.all.length > 0) out.push(['complete', q.all.map(toRef).every((r) => shown.has(r))]);
  if (q.must_include.length > 0 && !gold.every((r) => r.startsWith('ein/'))) {
    const text = squash(a.excerpts.flatMap((e) => [e.text, ...e.notes.map((n) => n.text)]).join(' '));
    out.push(['span shown', q.must_include.every((s) => text.includes(squash(s)))]);
  }
  return out;
}

function judgeRefusal(q: Labelled, a: AnswerRecord): [string, boolean][] {
  const refs = a.excerpts.map((e) => e.ref);
  const guideOnly = a.outcome === 'answered' && refs.length > 0 && refs.every((r) => r.startsWith('guide/'));
  const declined = a.outcome !== 'answered' || (guideOnly && q.guide_ok === true);
  const fair = new Set(q.acceptable.map(toRef));
  const harmless = declined || (fair.size > 0 && refs.length > 0 && refs.every((r) => fair.has(r)));
  const out: [string, boolean][] = [
    ['declined', declined],
    ['no wrong answer', harmless],
  ];
  if (q.expect === 'decline_with_signpost') {
    out.push(['signposted', a.nearest.length + a.signposts.length + (guideOnly ? 1 : 0) > 0]);
  }
  return out;
}
