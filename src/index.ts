// The engine's whole face to adapters.

import type { Reading } from './knowledge/load.ts';
import type { Knowledge } from './knowledge/model.ts';

export { excerptsOf, isForEverybody, isUrgent } from './answer/audience.ts';
export type { Answer } from './answer/model.ts';
export { pack, packRefs, unpackRefs } from './answer/packed.ts';
export { type Choice, suggest } from './answer/suggest.ts';
export { type Asked, ask, recall } from './ask.ts';
export { type Fault, formatFaults } from './knowledge/fault.ts';
export { type Knowledge, LANGUAGES, type Language } from './knowledge/model.ts';
export { explain } from './page/explain.ts';
export { layOut } from './page/lay-out.ts';
export type { Block, ExcerptBlock, Page, SpokenBlock } from './page/model.ts';
export { HERE, plainBlock, plainBlocks } from './page/plain.ts';
export { preview } from './page/preview.ts';
export { type AnswerRecord, recordOf } from './page/record.ts';
export { SMALLEST, splitPages } from './page/split.ts';
export { COMMANDS, type Command } from './question/command.ts';
export { type Conversation, NEW_CONVERSATION } from './question/follow-up.ts';
export { type Desk, learnFrom, openDesk } from './search/desk.ts';
export { decodeLearned, encodeLearned, type Learned } from './search/weights.ts';

// Reading knowledge needs a Markdown parser and a schema checker, which answering does not: they load only when asked for.

/** The checked knowledge of a directory; throws an error that lists every fault as `file:line:column message`. */
export async function loadKnowledge(directory: string): Promise<Knowledge> {
  return (await import('./knowledge/load.ts')).loadKnowledge(directory);
}

/** The knowledge of a directory as far as it can be read, with every fault and warning. */
export async function readKnowledge(directory: string): Promise<Reading> {
  return (await import('./knowledge/load.ts')).readKnowledge(directory);
}
