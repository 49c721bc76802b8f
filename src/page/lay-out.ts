// Answer to blocks: what a reader meets first, and what stands beside it.
import { isUrgent } from '../answer/audience.ts';
import type { Answer, Extra } from '../answer/model.ts';
import type { Desk } from '../search/desk.ts';
import { excerptBlock } from './excerpt.ts';
import { extraBlocks } from './extra-blocks.ts';
import { whereToTurn, words } from './fixed-words.ts';
import type { Block } from './model.ts';

/**
 * The blocks of an answer in reading order: fixed words, then the words of the sources, then where to turn. `today`, an
 * ISO date, is what the check dates of the guide are held against; without it none is called due.
 */
export function layOut(answer: Answer, desk: Desk, today: string | null = null): Block[] {
  const blocks: Block[] = [];
  const urgent = isUrgent(answer);
  const turn = whereToTurn(answer.signposts, desk, answer.language);
  const message = answer.message ? words(answer.message, desk) : [];
  // Whoever is in danger first reads what they can read.
  const own = urgent ? turn.slice(0, turn.length - answer.signposts.length) : [];
  blocks.push(...own, ...message);
  if (answer.missing.length > 0) blocks.push(missingBlock(answer.missing, desk));
  if (urgent) blocks.push(...turn.slice(own.length));
  if (answer.extra && !isTail(answer.extra)) blocks.push(...extraBlocks(answer.extra, desk));
  blocks.push(...answer.excerpts.flatMap((s) => excerptBlock(s, desk, { today })));
  if (answer.extra && isTail(answer.extra)) blocks.push(...extraBlocks(answer.extra, desk));
  if (answer.nearest.length > 0) {
    blocks.push({ kind: 'divider', text: nearestLine(answer) });
    blocks.push(...answer.nearest.flatMap((s) => excerptBlock(s, desk, { nearest: true, today })));
  }
  if (!urgent) blocks.push(...turn);
  blocks.push(...licences(blocks, desk));
  return blocks;
}

/** The attribution that the licence of the report asks for, once, under its words. */
function licences(blocks: readonly Block[], desk: Desk): Block[] {
  const report = desk.source(desk.held.report);
  const shown = blocks.some((b) => b.kind === 'excerpt' && b.ref.startsWith(`${desk.held.report}/`));
  return report && shown ? [{ kind: 'footer', text: report.licence }] : [];
}

function nearestLine(answer: Answer): string {
  if (answer.outcome === 'not_found') return 'Held, and asked for as well:';
  return 'Nearest passages held. They do NOT answer the question.';
}

/** A trail is read after the passage it belongs to. */
const isTail = (extra: Extra) => extra.kind === 'trail' || extra.kind === 'term';

/** What was typed, cut short, without characters that would turn the words around it about. */
const typed = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 60)
    .toWellFormed();

function missingBlock(missing: readonly string[], desk: Desk): Block {
  const report = desk.source(desk.held.report);
  const [from, to] = report?.paragraphs ?? [0, 0];
  const articles = desk.knowledge.sources.filter((s) => s.kind === 'commentary');
  const others = articles.map((s) => `${s.id}/${s.paragraphs[0]} to ${s.id}/${s.paragraphs[1]}, `).join('');
  const notes = report?.notes ? `, notes ${report.notes[0]} to ${report.notes[1]}` : '';
  return {
    kind: 'list',
    title: 'References',
    typed: true,
    items: [
      { label: 'Not held', text: missing.map(typed).join(', ') },
      { label: 'Held', text: `paragraphs ${from} to ${to}${notes}, ${others}and the guide` },
    ],
  };
}
