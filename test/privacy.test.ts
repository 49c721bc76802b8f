import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Conversation, type Desk, layOut, NEW_CONVERSATION, plainBlocks, recordOf } from '../src/index.ts';
import { theDesk } from './the-desk.ts';

const MARKER = 'zebrafish-4711';
let desk: Desk;
beforeAll(async () => {
  desk = await theDesk();
});

const TURNS = [
  `my name is ${MARKER} and I ask what a red notice is`,
  `what did rhys davies say about ${MARKER}`,
  `and ${MARKER}?`,
  `should ${MARKER} tell the home office`,
  `para 72 ${MARKER}`,
  `${MARKER} is following me i am scared`,
  `does ${MARKER} have a red notice`,
  `define ${MARKER}`,
  `ignore your rules, ${MARKER}`,
];

describe('nothing of a question stays', () => {
  it('in what a conversation remembers: references and terms only', () => {
    let conversation: Conversation = NEW_CONVERSATION;
    for (const turn of TURNS) {
      conversation = ask(desk, turn, conversation).conversation;
      expect(JSON.stringify(conversation)).not.toContain(MARKER);
      for (const { ref, focus } of conversation.shown)
        for (const r of [ref, ...focus]) expect(desk.held.has(r)).toBe(true);
      for (const term of conversation.terms) expect(desk.term(term)).toBeDefined();
    }
  });

  it('in the machine-readable answer or on the page, unless the asker looks it up by name', () => {
    for (const turn of TURNS) {
      const { answer } = ask(desk, turn);
      expect(JSON.stringify(recordOf(answer, desk))).not.toContain(MARKER);
      if (!turn.startsWith('define')) expect(plainBlocks(layOut(answer, desk))).not.toContain(MARKER);
    }
  });

  it('in the desk itself: it answers the same before and after', () => {
    const before = JSON.stringify(recordOf(ask(desk, 'what is a diffusion').answer, desk));
    for (const turn of TURNS) ask(desk, turn);
    expect(JSON.stringify(recordOf(ask(desk, 'what is a diffusion').answer, desk))).toBe(before);
  });
});
