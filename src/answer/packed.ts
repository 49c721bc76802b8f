// An answer as one short line, so that a button can carry it: references and an outcome, never words that were asked.
import { createHash } from 'node:crypto';
import { DECLINE_REASONS, LANGUAGES } from '../knowledge/model.ts';
import { SIGNPOSTS, type SignpostId } from '../knowledge/signpost.ts';
import { type Desk, passageOf } from '../search/desk.ts';
import { type Answer, answered, declined, type Extra, notCovered, notFound, type Shown } from './model.ts';

const VERSION = '1';
const OUTCOMES = { answered: 'a', not_covered: 'n', declined: 'd', not_found: 'f' } as const;

/**
 * Packs an answer into one line. What the asker typed is left behind: references that are not held, and a quotation
 * that was checked. Report references are written by number alone, runs of them as `n126-n153`; those of other sources
 * with long names by five characters of a digest.
 */
export function pack(answer: Answer): string {
  const reason = answer.outcome === 'declined' ? String(DECLINE_REASONS.indexOf(answer.reason)) : '';
  const premise = answer.outcome === 'not_covered' && answer.premise ? 'p' : '';
  return [
    VERSION,
    `${OUTCOMES[answer.outcome]}${reason}${premise}`,
    answer.message ? SIGNPOSTS.indexOf(answer.message).toString(36) : '',
    answer.extra?.kind === 'cited' ? '' : packList(answer.excerpts),
    packList(answer.nearest),
    answer.signposts.map((s) => SIGNPOSTS.indexOf(s).toString(36)).join(','),
    answer.language === 'en' ? '' : answer.language,
    answer.extra ? packExtra(answer.extra) : '',
  ].join('|');
}

/** References alone, in the same short way. */
export function packRefs(refs: readonly string[]): string {
  return packList(refs.map((ref) => ({ ref, focus: [] })));
}

/** The references that a line of `packRefs` stands for, or null when one of them is not held now. */
export function unpackRefs(line: string, desk: Desk): string[] | null {
  return unpackList(line, desk)?.map((s) => s.ref) ?? null;
}

/** The answer a line stands for, or null when it is not one of ours or names anything that is not held now. */
export function unpack(line: string, desk: Desk): { readonly answer: Answer; readonly extra: string | null } | null {
  const [version, outcome = '', message = '', excerpts = '', nearest = '', signposts = '', language = '', extra = ''] =
    line.split('|');
  if (version !== VERSION || line.split('|').length !== 8) return null;
  const shown = unpackList(excerpts, desk);
  const near = unpackList(nearest, desk);
  const posts = signposts === '' ? [] : signposts.split(',').map(signpostAt);
  const said = message === '' ? null : signpostAt(message);
  const spoken = (['en', ...LANGUAGES] as const).find((l) => l === (language || 'en'));
  if (!shown || !near || !spoken || said === undefined || posts.includes(undefined)) return null;
  if (
    !/^(?:compare(?: [\w-]+)?|(?:trail|cite) [\w /.,-]+|(?:define|who|country) [\w -]+|about|about changes|help|)$/.test(
      extra,
    )
  )
    return null;
  const more = { signposts: posts as SignpostId[], message: said, language: spoken };
  const reason = DECLINE_REASONS[Number(outcome.slice(1))];
  const built = (): Answer | null => {
    if (outcome === 'a') return answered(shown, { nearest: near, ...more });
    if (outcome === 'f') return { ...notFound([], near), excerpts: shown, ...more };
    if (outcome[0] === 'n' && /^np?$/.test(outcome)) return { ...notCovered(near, outcome === 'np'), ...more };
    if (/^d\d$/.test(outcome) && reason) return { ...declined(reason, near), ...more };
    return null;
  };
  const answer = built();
  return answer ? { answer, extra: extra || null } : null;
}

const bareOf = (ref: string) => ref.replace(/^jchr-tnr\//, '');

/** A name that fits beside others in 100 characters; references of the report are that short already. */
function short(ref: string): string {
  const bare = bareOf(ref);
  return bare.length <= DIGEST + 1 ? bare : `~${createHash('sha256').update(ref).digest('base64url').slice(0, DIGEST)}`;
}

const DIGEST = 5;
const LONG = new WeakMap<Desk, ReadonlyMap<string, string>>();

/** The reference that a short name stands for; made once a desk. */
function long(name: string, desk: Desk): string {
  const known = LONG.get(desk) ?? new Map(desk.knowledge.passages.map((p) => [short(p.ref), p.ref]));
  LONG.set(desk, known);
  return known.get(name) ?? name;
}

const signpostAt = (index: string): SignpostId | undefined => SIGNPOSTS[Number.parseInt(index, 36)];

/** Neighbours that are shown whole become one piece: `72`, `73`, `74` become `72-74`. */
function packList(list: readonly Shown[], name = short): string {
  const pieces: { first: string; last: string }[] = [];
  for (const shown of list) {
    const piece = [name(shown.ref), ...shown.focus.map((f) => f.slice(f.lastIndexOf('.') + 1))].join('!');
    const before = pieces.at(-1);
    if (before && follows(before.last, piece)) before.last = piece;
    else pieces.push({ first: piece, last: piece });
  }
  return pieces.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(',');
}

const NUMBERED = /^(n?)(\d+)$/;

function follows(before: string, piece: string): boolean {
  const [one, two] = [NUMBERED.exec(before), NUMBERED.exec(piece)];
  return one !== null && two !== null && one[1] === two[1] && Number(two[2]) === Number(one[2]) + 1;
}

function unpackList(list: string, desk: Desk): Shown[] | null {
  const out: Shown[] = [];
  for (const piece of list === '' ? [] : list.split(',').flatMap(unfold)) {
    const [name = '', ...marks] = piece.split('!');
    const ref = long(name, desk);
    const passage = passageOf(desk, ref);
    const focus = marks.map((n) => `${ref}.${n}`);
    if (passage?.ref !== ref || !focus.every((f) => passage.sentences.some((s) => s.ref === f))) return null;
    out.push({ ref, focus });
  }
  return out;
}

/** `72-74` as `72`, `73`, `74`; anything else as it is. */
function unfold(piece: string): string[] {
  const [, sign = '', from = '', to = ''] = /^(n?)(\d{1,4})-\1(\d{1,4})$/.exec(piece) ?? [];
  const count = Number(to) - Number(from) + 1;
  if (from === '' || count < 2 || count > 200) return [piece];
  return Array.from({ length: count }, (_, i) => `${sign}${Number(from) + i}`);
}

/** What is shown beside passages, as the command that shows it again; a checked quotation is not kept. */
function packExtra(extra: Extra): string {
  switch (extra.kind) {
    case 'check':
      return '';
    case 'citations':
      return `cite ${packList(
        extra.refs.map((ref) => ({ ref, focus: [] })),
        bareOf,
      )}`;
    case 'term':
      return `define ${extra.id.replaceAll('-', ' ')}`;
    case 'cited':
      return `${extra.as} ${extra.id.replaceAll('-', ' ')}`;
    case 'comparison':
      return `compare ${extra.id}`;
    case 'trail':
      return `trail ${bareOf(extra.ref)}`;
    case 'topics':
      return 'compare';
    case 'changes':
      return 'about changes';
    case 'commands':
      return 'help';
    case 'holdings':
      return 'about';
    default: {
      const never: never = extra;
      return never;
    }
  }
}
