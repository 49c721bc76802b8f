// Answers the commands of the registry.

import type { Reference, Term } from '../knowledge/model.ts';
import type { Called } from '../question/command.ts';
import { readLookup } from '../question/lookup.ts';
import { quotationsOf } from '../question/quotation.ts';
import { namedBy, type Request } from '../question/read.ts';
import { type Desk, passageOf, reportOf } from '../search/desk.ts';
import { checkQuotation } from './check-quotation.ts';
import { gather } from './choose.ts';
import { citedFor } from './cited-for.ts';
import { type Answer, answered, notCovered, notFound, type Shown } from './model.ts';
import { trailOf } from './trail.ts';

/** The answer to a command. An argument that fits nothing gets `not_found` and what would have fitted. */
export function answerCommand(called: Called, request: Request, desk: Desk): Answer {
  const { name, argument } = called;
  switch (name) {
    case 'ask':
      throw new Error('ask is read as a question');
    case 'help':
      return answered([], { message: 'help', extra: { kind: 'commands' } });
    case 'privacy':
      return answered([], { message: 'privacy' });
    case 'about':
      return /^changes\b/i.test(argument)
        ? answered([], { message: 'changes', extra: { kind: 'changes' } })
        : answered([], { message: 'about', extra: { kind: 'holdings' } });
    case 'findings':
      return answered(gather(findingsInOrder(desk), desk.held));
    case 'para':
    case 'note':
      return lookUp(/\p{L}/u.test(argument) ? argument : `${name} ${argument}`, desk);
    case 'cite':
      return cite(argument, desk);
    case 'trail':
      return trail(argument, desk);
    case 'check':
      return check(argument, request, desk);
    case 'who':
      return about('who', argument, ['person', 'body'], desk);
    case 'country':
      // "country UK": what is asked for is what the report says of its Government.
      return termNamed(argument, ['country'], desk)
        ? about('country', argument, ['country'], desk)
        : about('who', argument, ['body'], desk);
    case 'define':
      return define(argument, desk);
    case 'compare':
      return compare(argument, desk);
    default: {
      const never: never = name;
      return never;
    }
  }
}

/** Conclusions in order, each with the recommendations that follow it. */
function findingsInOrder(desk: Desk): Reference[] {
  return desk.held.conclusions.flatMap((ref) => [ref, ...(passageOf(desk, ref)?.followedBy ?? [])]);
}

function asked(argument: string, desk: Desk): { refs: readonly Reference[]; missing: readonly string[] } {
  const { refs, missing } = readLookup(argument, desk.held, desk.vocabulary);
  return { refs, missing: refs.length === 0 && missing.length === 0 ? [argument] : missing };
}

function lookUp(argument: string, desk: Desk): Answer {
  const { refs, missing } = asked(argument, desk);
  if (refs.length === 0) return notFound(missing);
  return answered(gather(refs, desk.held), { missing });
}

function cite(argument: string, desk: Desk): Answer {
  const { refs, missing } = asked(argument, desk);
  if (refs.length === 0) return notFound(missing);
  return answered([], { missing, extra: { kind: 'citations', refs: gather(refs, desk.held).map((s) => s.ref) } });
}

function trail(argument: string, desk: Desk): Answer {
  const { refs, missing } = asked(argument, desk);
  const [ref] = gather(refs, desk.held);
  if (!ref) return notFound(missing);
  return answered([ref], { missing, extra: { kind: 'trail', ref: ref.ref, steps: trailOf(ref.ref, desk) } });
}

function check(argument: string, request: Request, desk: Desk): Answer {
  const quotation = quotationsOf(argument)[0] ?? argument.replace(/^["“'‘]|["”'’]$/gu, '');
  if (quotation.trim() === '') return { ...notCovered([], false), message: 'empty' };
  const within = request.lookup.refs.filter((ref) => !quotation.includes(ref));
  const found = checkQuotation(quotation, reportOf(desk), within);
  const shown = gather(found.sentences, desk.held).map((s) => ({ ...s, focus: [] }));
  if (found.verdict === 'absent') {
    return { ...notCovered([], false), message: 'check-absent', extra: { kind: 'check', check: found } };
  }
  return answered(shown, { message: `check-${found.verdict}`, extra: { kind: 'check', check: found } });
}

function termNamed(argument: string, kinds: readonly Term['kind'][], desk: Desk): Term | undefined {
  const exact = namedBy(argument, desk.vocabulary);
  const found = desk.vocabulary.find(argument);
  return [exact, ...found].flatMap((id) => (id ? (desk.term(id) ?? []) : [])).find((t) => kinds.includes(t.kind));
}

/** `who` and `country`: everything the person, body or country is cited for; "not named" said plainly. */
function about(as: 'who' | 'country', argument: string, kinds: readonly Term['kind'][], desk: Desk): Answer {
  const term = termNamed(argument, kinds, desk);
  const shown = term ? citedFor(term, desk.knowledge.passages, desk.vocabulary) : [];
  if (!term || shown.length === 0) return { ...notFound([argument]), message: 'not-named' };
  return answered(shown, { extra: { kind: 'cited', as, id: term.id } });
}

function define(argument: string, desk: Desk): Answer {
  const term = termNamed(argument, ['term', 'body', 'person', 'country'], desk);
  if (!term) return notFound([argument]);
  const shown: Shown[] = gather(term.see, desk.held);
  const extra = { kind: 'term', id: term.id } as const;
  return shown.length > 0 ? answered(shown, { extra }) : notCovered([], false, { extra, message: 'not-named' });
}

function compare(argument: string, desk: Desk): Answer {
  const comparison = desk.held.topic(argument);
  if (!comparison) {
    const topics = { kind: 'topics' } as const;
    return argument.trim() === ''
      ? answered([], { extra: topics, message: 'compare' })
      : { ...notFound([argument]), extra: topics };
  }
  const rows = comparison.rows.map((r) => ({ label: r.label, cells: gather(r.refs, desk.held) }));
  return answered([], { extra: { kind: 'comparison', id: comparison.id, rows } });
}
