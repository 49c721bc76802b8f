// Reads labelled questions and has the desk answer them, earlier turns first.
import { readFileSync } from 'node:fs';
import { type AnswerRecord, ask, type Desk, NEW_CONVERSATION, recordOf } from '../src/index.ts';
import type { Labelled } from './score.ts';

export function readLabelled(file: string): Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Labelled);
}

export function answerLabelled(desk: Desk, question: Labelled): AnswerRecord {
  let conversation = NEW_CONVERSATION;
  for (const turn of question.history ?? []) conversation = ask(desk, turn, conversation).conversation;
  return recordOf(ask(desk, question.question, conversation).answer, desk);
}
