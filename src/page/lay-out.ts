// Answer to blocks: what a reader meets first, and what stands beside it.
import { citationOf } from '../answer/citation.ts';
import type { Answer, Extra, Stretch } from '../answer/model.ts';
import type { SignpostId } from '../knowledge/model.ts';
import { COMMANDS } from '../question/command.ts';
import type { Language } from '../question/language.ts';
import { type Desk, passageOf } from '../search/desk.ts';
import { excerptBlock } from './excerpt.ts';
import { passageLabel } from './labels.ts';
import type { Block } from './model.ts';
import { trackerBlocks } from './tracker.ts';

/**
 * The blocks of an answer in reading order: fixed words, then the words of the sources, then where to turn. `today`, an
 * ISO date, is what the check dates of the guide are held against; without it none is called due.
 */
export function layOut(answer: Answer, desk: Desk, today: string | null = null): Block[] {
  const blocks: Block[] = [];
  const urgent = answer.outcome === 'declined' && answer.reason === 'safety';
  if (answer.message) blocks.push(...words(answer.message, desk));
  if (answer.missing.length > 0) blocks.push(missingBlock(answer.missing, desk));
  if (urgent) blocks.push(...answer.signposts.flatMap((id) => words(id, desk, answer.language)));
  if (answer.extra && !isTail(answer.extra)) blocks.push(...extraBlocks(answer.extra, desk));
  blocks.push(...answer.excerpts.flatMap((s) => excerptBlock(s, desk, { today })));
  if (answer.extra && isTail(answer.extra)) blocks.push(...extraBlocks(answer.extra, desk));
  if (answer.nearest.length > 0) {
    blocks.push({ kind: 'divider', text: nearestLine(answer) });
    blocks.push(...answer.nearest.flatMap((s) => excerptBlock(s, desk, { nearest: true, today })));
  }
  if (!urgent) blocks.push(...answer.signposts.flatMap((id) => words(id, desk, answer.language)));
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

/** Fixed words; in another language first where it is held, with the caution that nobody has checked it, then in English. */
function words(id: SignpostId, desk: Desk, language: Language = 'en'): Block[] {
  const found = desk.signpost(id);
  if (!found) return [];
  const english: Block = { kind: 'words', title: found.title, text: found.text };
  const held = desk.knowledge.translations[language];
  const other = held?.[id];
  if (!other) return [english];
  return [{ kind: 'words', title: other.title, text: `${other.text}\n(${held['caution']?.text ?? ''})` }, english];
}

function missingBlock(missing: readonly string[], desk: Desk): Block {
  const report = desk.source(desk.held.report);
  const [from, to] = report?.paragraphs ?? [0, 0];
  const notes = report?.notes ? `, notes ${report.notes[0]} to ${report.notes[1]}` : '';
  return {
    kind: 'list',
    title: 'References',
    items: [
      { label: 'Not held', text: missing.map((m) => m.slice(0, 60)).join(', ') },
      { label: 'Held', text: `paragraphs ${from} to ${to}${notes}, ein/1 to ein/7, and the guide` },
    ],
  };
}

function extraBlocks(extra: Extra, desk: Desk): Block[] {
  switch (extra.kind) {
    case 'check':
      return differences(extra.check.stretches);
    case 'citations':
      return extra.refs.flatMap((ref) => citations(ref, desk));
    case 'term':
      return termBlock(extra.id, desk);
    case 'comparison':
      return extra.rows.flatMap((row): Block[] => [
        { kind: 'divider', text: row.label },
        ...row.cells.flatMap((cell) => excerptBlock(cell, desk).map((b) => onlyFocus(b))),
      ]);
    case 'trail':
      return [
        ...words('trail', desk),
        ...extra.steps.map(
          (step): Block => ({
            kind: 'list',
            title: STEPS[step.relation],
            items: step.refs.map((ref) => ({ label: ref.split('/')[1] ?? ref, text: nameOf(ref, desk) })),
          }),
        ),
      ];
    case 'topics':
      return [
        {
          kind: 'list',
          title: 'Topics',
          items: desk.knowledge.comparisons.map((c) => ({ label: `compare ${c.id}`, text: c.title })),
        },
      ];
    case 'changes':
      return desk.knowledge.changes.map((c) => ({
        kind: 'words',
        title: `${c.date} · ${c.title}`,
        text: [`Text changed: ${c.sources.join(', ')}`, c.text].join('\n'),
      }));
    case 'commands':
      return [{ kind: 'list', title: 'Commands', items: COMMANDS.map((c) => ({ label: c.example, text: c.help })) }];
    case 'holdings':
      return holdings(desk);
    default: {
      const never: never = extra;
      return never;
    }
  }
}

const STEPS = { evidence: 'Evidence', conclusion: 'Conclusion', recommendation: 'Recommendations' } as const;

function nameOf(ref: string, desk: Desk): string {
  const passage = passageOf(desk, ref);
  return passage ? passageLabel(passage, desk.source(passage.source)?.short ?? '') : '';
}

/** A cell of a comparison shows the sentences named, not the whole passage. */
function onlyFocus(block: Block): Block {
  if (block.kind !== 'excerpt') return block;
  const spoken = block.spoken.flatMap((s) => {
    const sentences = s.sentences.filter((x) => x.focus).map((x) => ({ ...x, focus: false }));
    return sentences.length > 0 ? [{ ...s, sentences }] : [];
  });
  const cited = spoken.flatMap((s) => s.sentences.map((x) => x.text)).join(' ');
  return { ...block, spoken, notes: block.notes.filter((n) => cited.includes(n.mark)), links: [] };
}

function differences(stretches: readonly Stretch[]): Block[] {
  const items = stretches.flatMap((s) => {
    if (s.kind === 'same') return [];
    if (s.kind === 'marked') {
      return [
        { label: 'Marked by the quotation', text: `${s.quoted || '(nothing)'} / report: ${s.source || '(nothing)'}` },
      ];
    }
    if (s.quoted === '') return [{ label: 'Left out of the quotation', text: s.source }];
    if (s.source === '') return [{ label: 'Not in the report', text: s.quoted }];
    return [{ label: 'Differs', text: `quotation: ${s.quoted} / report: ${s.source}` }];
  });
  return items.length > 0 ? [{ kind: 'list', title: 'Word for word', items }] : [];
}

function citations(ref: string, desk: Desk): Block[] {
  const passage = passageOf(desk, ref);
  const source = passage && desk.source(passage.source);
  if (!passage || !source) return [];
  const { oscola, plain } = citationOf(passage, source);
  return [
    {
      kind: 'list',
      title: ref,
      items: [
        { label: 'OSCOLA', text: oscola },
        { label: 'Plain', text: plain },
      ],
    },
  ];
}

function termBlock(id: string, desk: Desk): Block[] {
  const term = desk.term(id);
  if (!term) return [];
  const others = Object.entries(term.other).map(([code, list]) => ({
    label: code,
    text: list.join(', ').replace(/\*/g, '…'),
  }));
  return [
    {
      kind: 'list',
      title: `${term.name}, as people write it`,
      items: [{ label: 'en', text: term.also.join(', ') }, ...others],
    },
  ];
}

function holdings(desk: Desk): Block[] {
  return [
    ...trackerBlocks(desk.held.recommendations, desk),
    {
      kind: 'list',
      title: 'Sources',
      items: desk.knowledge.sources.map((s) => ({
        label: s.id,
        text: [
          `${s.author}, ${s.title}`,
          s.published ? `published ${s.published}` : 'undated',
          `paragraphs ${s.paragraphs[0]} to ${s.paragraphs[1]}`,
          s.notes ? `notes ${s.notes[0]} to ${s.notes[1]}` : '',
          s.sha256 ? `pinned text SHA-256 ${s.sha256.slice(0, 12)}` : '',
          s.licence,
          s.licenceUrl ?? '',
        ]
          .filter(Boolean)
          .join('; '),
      })),
    },
  ];
}
