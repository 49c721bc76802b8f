// Why each passage ranked where it did: what was read, which groups of curated questions speak, and for which words.
import { type Conversation, followUpOf } from '../question/follow-up.ts';
import { read } from '../question/read.ts';
import type { Desk } from '../search/desk.ts';
import { featuresOf } from '../search/features.ts';
import { FLOOR } from '../search/floor.ts';

/** A report in lines, for a curator. It repeats words of the question: show it to the asker alone, and keep it nowhere. */
export function explain(desk: Desk, typed: string, conversation: Conversation): string {
  const request = read(typed, desk.held, desk.vocabulary, desk.speller);
  const features = featuresOf(request.text, desk.vocabulary, request.words);
  const ranking = desk.ranker.rank(desk.ranker.score(features));
  const lines = [
    `read as: ${request.command ? `command ${request.command.name}` : request.lookup.only ? 'look-up' : (followUpOf(request, conversation) ?? 'question')}, language ${request.language}`,
    `references: ${request.lookup.refs.join(', ') || 'none'}${request.lookup.missing.length ? `; not held: ${request.lookup.missing.join(', ')}` : ''}`,
    `terms: ${request.terms.join(', ') || 'none'}`,
    `spelling: ${request.mended.map((m) => `${m.from} read as ${m.to}`).join(', ') || 'as typed'}`,
    `log odds that something answers: ${ranking.certainty.toFixed(2)} (floor ${FLOOR.answers})`,
    '',
    'groups that passages answer:',
    ...ranking.answers.slice(0, 5).map((r) => line(r.group, r.score)),
    'groups that nothing answers:',
    ...ranking.others.slice(0, 3).map((r) => line(r.group, r.score)),
  ];
  return lines.join('\n');

  function line(group: number, score: number): string {
    const found = desk.ranker.groups[group];
    const { verdict } = found ?? {};
    const target =
      verdict?.kind === 'answered'
        ? verdict.refs.join(', ')
        : verdict?.kind === 'declined'
          ? `declined: ${verdict.reason}`
          : 'not covered';
    const why = desk.ranker
      .explain(features, group)
      .slice(0, 6)
      .map((e) => `${name(e.feature)} ${e.adds > 0 ? '+' : ''}${e.adds.toFixed(2)}`);
    return `  ${score.toFixed(2)}  ${target} — ${found?.title ?? ''}\n        ${why.join(', ')}`;
  }
}

/** `~noti` letters, `a_b` a pair, `who|x` asked of, `=x` a term, `@x` a mark. */
function name(feature: string): string {
  if (feature.startsWith('~')) return `letters "${feature.slice(1)}"`;
  if (feature.startsWith('=')) return `term ${feature.slice(1)}`;
  if (feature.startsWith('@')) return `mark ${feature.slice(1)}`;
  if (feature.includes('|')) return `asked ${feature.replace('|', ' … ')}`;
  return `"${feature.replace('_', ' ')}"`;
}
