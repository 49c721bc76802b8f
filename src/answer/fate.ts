// "Did the Government accept recommendation 79?": the recommendation, with what is known of what became of it.
import type { Request } from '../question/read.ts';
import type { Desk } from '../search/desk.ts';
import { gather } from './choose.ts';
import { type Answer, answered, notCovered } from './model.ts';
import { trailOf } from './trail.ts';

/** What a government does, or fails to do, with a recommendation. */
const DONE =
  /\b(?:accept|reject|respon[ds]|respons|repl(?:y|ie)|implement|agree|adopt|act(?:ed)? on|follow(?:ed)? up|take up|took up|taken up|ignor|carr(?:y|ied) out|happen|came of|become of|became of|done about|progress|outcome|update)\w*/i;
const WHOSE =
  /\b(?:gov\w*|minister\w*|ministry|home office|whitehall|uk|they|what (?:has )?(?:happen|came|become|became)\w*|any(?:body|one)|ever|yet)\b/i;

/** What has happened is asked for, not what ought to. */
const SINCE =
  /\b(?:did|has|have|hasn't|haven't|didn't|was|were|what (?:has )?(?:happened|came|come|became|become)|any (?:response|reply|progress|update|news))\b/i;

/**
 * The answer to a question about what became of a recommendation named by number: its trail, which shows the desk's
 * record of the reply. Where that record says "Not known", so does the outcome, and the recommendation is shown as
 * nearest. Null for any other question.
 */
export function fateOf(request: Request, desk: Desk): Answer | null {
  const { refs, missing } = request.lookup;
  const named = refs.filter((ref) => desk.held.recommendations.includes(ref.replace(/\.\d+$/, '')));
  const [first] = gather(named, desk.held);
  if (!first || named.length < refs.length || missing.length > 0) return null;
  if (request.ofReport || ![DONE, WHOSE, SINCE].every((sign) => sign.test(request.text))) return null;
  const extra = { kind: 'trail' as const, ref: first.ref, steps: trailOf(first.ref, desk) };
  const shown = gather(named, desk.held);
  const known = shown.every(({ ref }) => desk.knowledge.tracker.find((t) => t.ref === ref)?.known);
  return known ? answered(shown, { extra }) : notCovered(shown, false, { extra, message: 'tracker' });
}
