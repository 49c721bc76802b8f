// What an adapter offers while an argument is typed.
import type { Suggestion } from '../question/command.ts';
import { fold } from '../question/words.ts';
import type { Desk } from '../search/desk.ts';

/** `value` is what is sent, `label` what is read; both at most 100 characters. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

const MOST = 25;
const LONGEST = 100;

/** Choices for what has been typed so far, those that begin with it first. Never throws; any text may still be sent. */
export function suggest(source: Suggestion | null, typed: string, desk: Desk): Choice[] {
  const wanted = fold(typed).trim();
  const found = choicesOf(source, desk).flatMap((choice) => {
    const places = choice.keys.map((k) => fold(k).indexOf(wanted)).filter((i) => i >= 0);
    return places.length > 0 ? [{ choice, place: Math.min(...places) }] : [];
  });
  return found
    .sort((a, b) => a.place - b.place)
    .slice(0, MOST)
    .map(({ choice }) => ({ value: cut(choice.value), label: cut(choice.label) }));
}

interface Candidate extends Choice {
  readonly keys: readonly string[];
}

function choicesOf(source: Suggestion | null, desk: Desk): Candidate[] {
  const { knowledge } = desk;
  const terms = (kinds: readonly string[], named: boolean): Candidate[] =>
    knowledge.terms
      .filter((t) => kinds.includes(t.kind) && (!named || t.see.length > 0))
      .map((t) => ({ value: t.name, label: t.name, keys: [...t.also, ...Object.values(t.other).flat()] }));
  switch (source) {
    case 'paragraph':
    case 'note':
      return knowledge.passages
        .filter((p) => p.source === desk.held.report && (p.kind === 'note') === (source === 'note'))
        .map((p) => {
          const label = `${p.number} ${p.sentences[0]?.text ?? ''}`;
          return { value: p.number, label, keys: [label] };
        });
    case 'speaker':
      return terms(['person', 'body'], true);
    case 'country':
      return terms(['country'], true);
    case 'term':
      return terms(['term', 'body', 'person'], true);
    case 'topic':
      return knowledge.comparisons.map((c) => ({ value: c.id, label: c.title, keys: [...c.also, c.title] }));
    case 'question':
      return knowledge.questions.flatMap((g) =>
        g.verdict.kind === 'answered' ? g.questions.slice(0, 1).map((q) => ({ value: q, label: q, keys: [q] })) : [],
      );
    case null:
      return [];
    default: {
      const never: never = source;
      return never;
    }
  }
}

/** Cut between words, marked as cut. */
function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf(' ', LONGEST - 2);
  return `${text.slice(0, end > 0 ? end : LONGEST - 2)} …`;
}
