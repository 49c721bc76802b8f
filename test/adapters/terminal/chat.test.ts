import { PassThrough, Writable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { chat, complete } from '../../../adapters/terminal/chat.ts';
import { COMMANDS, type Desk } from '../../../src/index.ts';
import { theDesk } from '../../the-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await theDesk();
});

/** A chat over pipes; `clock` gives the time of each reading. */
async function talk(typed: string[], clock: () => number = () => 0): Promise<string> {
  const input = new PassThrough();
  let out = '';
  const output = new Writable({
    write(part, _encoding, done) {
      out += String(part);
      done();
    },
  });
  const done = chat(desk, input, output, {
    canvas: () => ({ columns: 80, styled: false }),
    explain: false,
    now: clock,
  });
  input.end(typed.map((t) => `${t}\n`).join(''));
  await done;
  return out;
}

describe('a chat', () => {
  it('follows up on what was shown before', async () => {
    const out = await talk(['para 71', 'and the recommendation?']);
    expect(out).toContain('Paragraph 72 · Committee recommendation');
  });

  it('forgets after half an hour', async () => {
    let now = 0;
    const half = 31 * 60 * 1000;
    const turns = ['what is the sniper rifle remark', 'who said that?'];
    const shows = (out: string) => out.match(/^Paragraph 64 ·/gm)?.length;
    expect(shows(await talk(turns))).toBe(2);
    expect(
      shows(
        await talk(turns, () => {
          now += half;
          return now;
        }),
      ),
    ).toBe(1);
  });

  it('ends on exit, quit or the end of the input', async () => {
    for (const word of ['exit', 'quit', ':q']) expect(await talk([word, 'para 71'])).toBe('');
  });
});

describe('completion', () => {
  it('offers every command, and the ones that begin as typed', () => {
    expect(complete(desk, '')[0]).toHaveLength(COMMANDS.length);
    expect(complete(desk, 'co')[0]).toEqual(['country ', 'compare ']);
    expect(complete(desk, 'h')[0]).toEqual(['help']);
  });

  it('completes the argument of a command from what is held', () => {
    expect(complete(desk, 'who Rhys')[0]).toEqual(['who Rhys Davies']);
    expect(complete(desk, 'para 7')[0]).toContain('para 72');
    expect(complete(desk, 'compare v')[0]).toEqual(['compare visas']);
  });

  it('offers nothing after words that are no command', () => {
    expect(complete(desk, 'how long')[0]).toEqual([]);
    expect(complete(desk, 'help me')[0]).toEqual([]);
  });
});
