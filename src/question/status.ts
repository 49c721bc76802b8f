// Recognises a question about a named person's status: is there a notice on them? The desk never says, whatever it holds on them.
import type { Request } from './read.ts';
import type { Vocabulary } from './vocabulary.ts';

const NOTICE = /\b(?:notice|diffusion|rn|bulletin|wanted|interpol list)\b/i;
const ASKS =
  /^\W*(?:is|are|was|were|does|do|did|has|have|had|any|whether|check|tell me (?:if|whether)|can you (?:check|tell|see))\b/i;
/** Words of evidence: then it is asked what the person said, not what is on them. */
const SAID =
  /\b(?:say|says|said|tell us|told|tells|told|think|thinks|claim\w*|argu\w*|describ\w*|cite[ds]?|evidence|witness\w*|mention\w*|explain\w*|call(?:s|ed)?|warn\w*|believe\w*|suggest\w*|propos\w*|recommend\w*|quot\w*|name[ds]?|that|how|why)\b/i;

/** True for "is there a notice on …" with a person the desk knows by name; false when it asks what the person said. */
export function asksStatus(request: Request, vocabulary: Vocabulary): boolean {
  const person = request.terms.some((id) => vocabulary.terms.get(id)?.kind === 'person');
  return person && ASKS.test(request.text) && NOTICE.test(request.text) && !SAID.test(request.text);
}
