// An answer as one short line, so that a button can carry it: references and an outcome, never words that were asked.
import { DECLINE_REASONS, LANGUAGES } from '../knowledge/model.ts';
import { SIGNPOSTS, type SignpostId } from '../knowledge/signpost.ts';
import { type Desk, passageOf } from '../search/desk.ts';
import { type Answer, answered, declined, type Extra, notCovered, notFound, type Shown } from './model.ts';

const VERSION = '1';
const OUTCOMES = { answered: 'a', not_covered: 'n', declined: 'd', not_found: 'f' } as const;

/**
 * Packs an answer into one line. What the asker typed is left behind: references that are not held, and a quotation
 * that was checked. Report references are written by number alone.
 */
export function pack(answer: Answer): string {
  const reason = answer.outcome === 'declined' ? String(DECLINE_REASONS.indexOf(answer.reason)) : '';
  const premise = answer.outcome === 'not_covered' && answer.premise ? 'p' : '';
  return [
    VERSION,
    `${OUTCOMES[answer.outcome]}${reason}${premise}`,
    answer.message ? SIGNPOSTS.indexOf(answer.message).toString(36) : '',
    answer.excerpts.map(packShown).join(','),
    answer.nearest.map(packShown).join(','),
    answer.signposts.map((s) => SIGNPOSTS.indexOf(s).toString(36)).join(','),
    answer.language === 'en' ? '' : answer.language,
    answer.extra ? packExtra(answer.extra) : '',
  ].join('|');
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
  if (!/^(?:compare(?: [\w-]+)?|(?:trail|cite) [\w /.,-]+|define [\w -]+|about|about changes|help|)$/.test(extra))
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

const short = (ref: string) => ref.replace(/^jchr-tnr\//, '');
const long = (ref: string) => (ref.includes('/') ? ref : `jchr-tnr/${ref}`);
const signpostAt = (index: string): SignpostId | undefined => SIGNPOSTS[Number.parseInt(index, 36)];

function packShown(shown: Shown): string {
  return [short(shown.ref), ...shown.focus.map((f) => f.slice(f.lastIndexOf('.') + 1))].join('!');
}

function unpackList(list: string, desk: Desk): Shown[] | null {
  if (list === '') return [];
  const out: Shown[] = [];
  for (const piece of list.split(',')) {
    const [name = '', ...marks] = piece.split('!');
    const ref = long(name);
    const passage = passageOf(desk, ref);
    const focus = marks.map((n) => `${ref}.${n}`);
    if (!passage || !focus.every((f) => passage.sentences.some((s) => s.ref === f))) return null;
    out.push({ ref, focus });
  }
  return out;
}

/** What is shown beside passages, as the command that shows it again; a checked quotation is not kept. */
function packExtra(extra: Extra): string {
  switch (extra.kind) {
    case 'check':
      return '';
    case 'citations':
      return `cite ${extra.refs.map(short).join(', ')}`;
    case 'term':
      return `define ${extra.id.replaceAll('-', ' ')}`;
    case 'comparison':
      return `compare ${extra.id}`;
    case 'trail':
      return `trail ${short(extra.ref)}`;
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
