// The engine's whole face to adapters.
export { ask, type Asked } from './ask.ts';
export type { Answer } from './answer/model.ts';
export { type Fault, formatFaults } from './knowledge/fault.ts';
export { loadKnowledge, readKnowledge } from './knowledge/load.ts';
export type { Knowledge } from './knowledge/model.ts';
export { type AnswerRecord, recordOf } from './page/record.ts';
export { COMMANDS, type Command } from './question/command.ts';
export { type Conversation, NEW_CONVERSATION } from './question/follow-up.ts';
export { type Desk, learnFrom, openDesk } from './search/desk.ts';
export { decodeLearned, encodeLearned, type Learned } from './search/weights.ts';
