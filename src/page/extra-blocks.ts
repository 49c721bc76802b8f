// What a command shows beside passages: differences, citations, synonyms, comparisons, trails, lists.
import { citationOf } from '../answer/citation.ts';
import type { Extra, Stretch } from '../answer/model.ts';
import { COMMANDS } from '../question/command.ts';
import { type Desk, passageOf } from '../search/desk.ts';
import { excerptBlock } from './excerpt.ts';
import { words } from './fixed-words.ts';
import { passageLabel } from './labels.ts';
import type { Block } from './model.ts';
import { trackerBlocks } from './tracker.ts';

/** The blocks of what stands beside the passages of an answer. */
export function extraBlocks(extra: Extra, desk: Desk): Block[] {
  switch (extra.kind) {
    case 'check':
      return differences(extra.check.stretches);
    case 'citations':
      return extra.refs.flatMap((ref) => citations(ref, desk));
    case 'term':
      return termBlock(extra.id, desk);
    case 'cited':
      return [];
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
        ...trackerBlocks([extra.ref, ...extra.steps.flatMap((step) => step.refs)], desk),
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
  return items.length > 0 ? [{ kind: 'list', title: 'Word for word', typed: true, items }] : [];
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
          s.paragraphs[1] > 0 ? `paragraphs ${s.paragraphs[0]} to ${s.paragraphs[1]}` : '',
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
