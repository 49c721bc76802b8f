// The desk that tests ask: the real knowledge, as built.
import { join } from 'node:path';
import { projectRoot } from '../adapters/host/place.ts';
import { openPrepared } from '../adapters/host/prepared.ts';
import { type AnswerRecord, ask, type Desk, loadKnowledge, NEW_CONVERSATION, recordOf } from '../src/index.ts';

let opened: Promise<Desk> | null = null;

export function theDesk(): Promise<Desk> {
  opened ??= openPrepared(() => undefined);
  return opened;
}

export const knowledgeDirectory = join(projectRoot(), 'knowledge');
export const theKnowledge = () => loadKnowledge(knowledgeDirectory);

/** The answer to the last of several turns of one person, as the machine-readable record. */
export async function answerTo(...turns: string[]): Promise<AnswerRecord> {
  const desk = await theDesk();
  let conversation = NEW_CONVERSATION;
  for (const turn of turns.slice(0, -1)) conversation = ask(desk, turn, conversation).conversation;
  return recordOf(ask(desk, turns.at(-1) ?? '', conversation).answer, desk);
}

/** The references shown as an answer, in order. */
export async function refsFor(...turns: string[]): Promise<string[]> {
  return (await answerTo(...turns)).excerpts.map((e) => e.ref);
}
