// From a read request to an answer: the order in which the desk considers what to say.
import type { DeclineReason, Term } from '../knowledge/model.ts';
import { clausesOf } from '../question/clauses.ts';
import { COMMANDS } from '../question/command.ts';
import { type Conversation, followUpOf } from '../question/follow-up.ts';
import { mentionOf } from '../question/mention.ts';
import type { Request } from '../question/read.ts';
import { asksReport } from '../question/report-only.ts';
import { asksStatus } from '../question/status.ts';
import { wordsOf } from '../question/words.ts';
import type { Desk } from '../search/desk.ts';
import { featuresOf } from '../search/features.ts';
import { FLOOR } from '../search/floor.ts';
import type { Ranking } from '../search/rank.ts';
import { accompanied, choose, gather, MOST_SHOWN, nearestTo, refsOf } from './choose.ts';
import { answerCommand } from './commands.ts';
import { fateOf } from './fate.ts';
import { followUp, leaning } from './follow.ts';
import { type Answer, answered, declined, notCovered, notFound, OWED, type Shown } from './model.ts';
import { askedOfReport, besideReport, mayAnswer } from './of-report.ts';
import { claimHeld, lookUpQuotations } from './quoted.ts';

/** Considers in this order: command, follow-up, look-up, bare name, search. Every request gets an answer. */
export function consider(request: Request, conversation: Conversation, desk: Desk): Answer {
  if (CITE_IT.test(request.text) && conversation.shown.length > 0)
    return answered([], { extra: { kind: 'citations', refs: conversation.shown.map((s) => s.ref) } });
  if (request.command) return answerCommand(request.command, request, desk);
  if (request.text === '' || isBareCommand(request, conversation))
    return { ...notCovered([], false), message: 'empty' };

  const leans = followUpOf(request, conversation);
  if (leans && leans !== 'lean') {
    const answer = followUp(leans, request, conversation, desk);
    if (answer) return answer;
  }
  if (asksStatus(request, desk.vocabulary)) return declined('person');
  const fate = fateOf(request, desk);
  if (fate) return fate;
  const { lookup } = request;
  if (lookup.only && lookup.refs.length > 0)
    return answered(gather(lookup.refs, desk.held), { missing: lookup.missing });
  if (lookup.missing.length > 0) return notFound(lookup.missing, gather(lookup.refs, desk.held));

  const mentioned = leans === null || leans === 'lean' ? mentionOf(request, desk.vocabulary) : [];
  if (mentioned.length > 0 && !(leans && request.words.length > 4)) return mention(mentioned, request.ofReport, desk);

  const features = featuresOf(request.text, desk.vocabulary, request.words);
  if (desk.ranker.familiarity(features) < FLOOR.familiar) return notCovered([], false);
  const scores = withCountries(desk.ranker.score(features), request.terms, desk);
  const leant = leans === 'lean' ? leaning(scores, conversation, desk) : scores;
  const ranking = desk.ranker.rank(
    request.ofReport ? askedOfReport(leant, desk) : leant,
    mayAnswer(request.ofReport, desk),
  );
  return decide(ranking, scores, request, desk);
}

/** "cite it", after an answer. */
const CITE_IT = /^\/?cite(?:\s+(?:it|this|that|them|these|those|both|all))?(?:\s+(?:please|pls))?[.!]*$/iu;

/** A command without what it needs: "para", "cite". After an answer, "who" is a question. */
function isBareCommand(request: Request, conversation: Conversation): boolean {
  const name = request.text.trim().toLowerCase().replace(/^\//, '');
  return conversation.shown.length === 0 && COMMANDS.some((c) => c.name === name && c.argument?.required);
}

/** Groups answered by a passage that names a country the question names gain ground: a country decides what is asked. */
function withCountries(scores: Float64Array, terms: readonly string[], desk: Desk): Float64Array {
  const countries = terms.flatMap((id) => desk.term(id) ?? []).filter((t) => t.kind === 'country');
  const naming = new Set(countries.flatMap((t) => t.see.flatMap((ref) => desk.held.passage(ref)?.ref ?? [])));
  if (naming.size === 0) return scores;
  return scores.map((s, i) => {
    const refs = refsOf(desk.ranker, { group: i, score: s });
    const answers = desk.ranker.groups[i]?.verdict.kind === 'answered';
    return answers && refs.slice(0, 2).some((ref) => naming.has(desk.held.passage(ref)?.ref ?? ''))
      ? s + FLOOR.country
      : s;
  });
}

/** A bare name: where it is explained or named; "not named" for what no source names, or not the one that is asked. */
function mention(terms: readonly Term[], ofReport: boolean, desk: Desk): Answer {
  const found = gather(
    terms.flatMap((t) => t.see),
    desk.held,
  );
  const fit = ofReport ? found.filter((s) => desk.held.passage(s.ref)?.kind !== 'guide') : found;
  if (fit.length > 0) return answered(fit.slice(0, MOST_SHOWN));
  if (found.length > 0) return notCovered(found.slice(0, 2), false);
  const list = terms.some((t) => t.kind === 'country') ? desk.knowledge.terms.find((t) => t.id === 'algeria')?.see : [];
  return { ...notCovered(gather(list ?? [], desk.held), false), message: 'not-named' };
}

const TALK: ReadonlySet<DeclineReason | null> = new Set(['desk', 'off_topic', 'manipulation']);

/** Above the floor an answer, below it the refusal that the nearest curated questions call for. */
function decide(ranking: Ranking, scores: Float64Array, request: Request, desk: Desk): Answer {
  const cited = gather(request.lookup.refs, desk.held);
  const verdict = desk.ranker.groups[ranking.others[0]?.group ?? -1]?.verdict;
  const reason = verdict?.kind === 'declined' ? verdict.reason : null;
  const floor = reason === 'safety' ? FLOOR.safety : FLOOR.answers;
  if (ranking.certainty < floor) {
    const { wanted } = request.lookup;
    // Talk around a look-up ("lovely server, could someone drop para 74?") does not stand in its way.
    if (TALK.has(reason) && wanted.length > 0) return answered(gather(wanted, desk.held));
    if (reason) return declined(reason, nearestFor(reason, cited, ranking, desk));
    const claimed = claimHeld(request, desk);
    if (claimed.length > 0) return answered(claimed);
    const parts = byClauses(request, scores, desk);
    if (parts.length > 1) return answered(accompanied(parts, desk.held));
    const premise = verdict?.kind === 'not_covered' && verdict.premise;
    const nearest = cited.length > 0 ? cited : nearestTo(ranking, desk.ranker, desk.held);
    return notCovered(distinct([...nearest, ...besideReport(request, scores, ranking, desk)]).slice(0, 2), premise);
  }
  const quoted = lookUpQuotations(request, desk);
  if (quoted.altered) return declined('manipulation', cited.length > 0 ? cited : quoted.altered);
  const chosen = withClauses(choose(ranking, desk.ranker, desk.held, request.reportOnly), request, scores, desk);
  const excerpts = accompanied(withCited([...cited, ...quoted.held], chosen), desk.held);
  if (ranking.certainty >= FLOOR.sure) return answered(excerpts);
  return answered(excerpts, { message: 'unsure', signposts: reason ? OWED[reason] : ['ask-the-desk'] });
}

/**
 * A question that asks several things at once: each clause that is answered for certain by itself brings its best
 * passage, after the best of the whole.
 */
function withClauses(chosen: Shown[], request: Request, whole: Float64Array, desk: Desk): Shown[] {
  const brought = eachClause(request, whole, desk).filter(({ certainty }) => certainty >= FLOOR.clause);
  const out = distinct([...chosen.slice(0, 1), ...brought.flatMap(({ best }) => best), ...chosen]);
  return out.slice(0, Math.max(MOST_SHOWN, chosen.length));
}

/**
 * What two questions in one are answered with when the two together resemble nothing: the passages of the clauses, if
 * every one of them is answered for certain by itself.
 */
function byClauses(request: Request, whole: Float64Array, desk: Desk): Shown[] {
  const clauses = eachClause(request, whole, desk);
  if (clauses.some(({ certainty }) => certainty < FLOOR.alone)) return [];
  return distinct(clauses.flatMap(({ best }) => best));
}

/** How certain each clause is of an answer, and its best passage; none for a question that asks one thing. */
function eachClause(request: Request, whole: Float64Array, desk: Desk): { certainty: number; best: Shown[] }[] {
  return clausesOf(request.text).map((clause) => {
    const features = featuresOf(clause, desk.vocabulary, desk.speller.mend(wordsOf(clause)).words);
    // "…and what change is asked for?": a clause leans on the whole for its subject.
    const scores = desk.ranker.score(features).map((s, i) => s + FLOOR.lean * (whole[i] ?? 0));
    const ofReport = request.ofReport || asksReport(clause);
    const { answers, certainty } = desk.ranker.rank(
      ofReport ? askedOfReport(scores, desk) : scores,
      mayAnswer(ofReport, desk),
    );
    return { certainty, best: gather(refsOf(desk.ranker, answers[0]), desk.held).slice(0, 1) };
  });
}

/** Each passage once, as it first comes. */
const distinct = (shown: readonly Shown[]): Shown[] =>
  shown.filter((s, i) => shown.findIndex((o) => o.ref === s.ref) === i);

/** Passages the asker cited or quoted come first; the marks of search are kept where both name a passage. */
function withCited(cited: readonly Shown[], chosen: readonly Shown[]): Shown[] {
  if (cited.length === 0) return [...chosen];
  const first = cited.map((c) => chosen.find((s) => s.ref === c.ref) ?? c);
  return distinct([...first, ...chosen]).slice(0, Math.max(MOST_SHOWN, cited.length));
}

/** Refusals for their own sake show no passage; those about the report's words show the true ones. */
function nearestFor(reason: DeclineReason, cited: readonly Shown[], ranking: Ranking, desk: Desk): readonly Shown[] {
  if (cited.length > 0) return cited;
  return reason === 'manipulation' || reason === 'advice' || reason === 'writing'
    ? nearestTo(ranking, desk.ranker, desk.held)
    : [];
}
