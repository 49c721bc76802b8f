import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerLines } from '../../../adapters/terminal/jsonl.ts';
import type { Desk } from '../../../src/index.ts';
import { theDesk } from '../../the-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await theDesk();
});

async function lines(...input: string[]) {
  let out = '';
  const output = new Writable({
    write(part, _encoding, done) {
      out += String(part);
      done();
    },
  });
  const bad = await answerLines(desk, Readable.from([input.map((l) => `${l}\n`).join('')]), output);
  return {
    bad,
    records: out
      .split('\n')
      .slice(0, -1)
      .map((l) => JSON.parse(l)),
  };
}

describe('--jsonl', () => {
  it('answers every line in order, with its id', async () => {
    const { bad, records } = await lines('{"id":"a","question":"para 72"}', '{"id":7,"question":"fn 138"}');
    expect(bad).toBe(0);
    expect(records.map((r) => [r.id, r.outcome, r.excerpts[0].ref])).toEqual([
      ['a', 'answered', 'jchr-tnr/72'],
      [7, 'answered', 'jchr-tnr/n138'],
    ]);
  });

  it('gives every excerpt its kind, heading, text, sentences with voices, notes, citation, address and links', async () => {
    const [record] = (await lines('{"id":"a","question":"para 72"}')).records;
    expect(record).toMatchObject({ nearest: [], signposts: [], message: '' });
    const [excerpt] = record.excerpts;
    expect(excerpt).toMatchObject({
      kind: 'recommendation',
      citation: 'Joint Committee on Human Rights, Transnational repression in the UK (2024–25, HL 160, HC 681) para 72',
      follows: ['jchr-tnr/71'],
      followedBy: [],
    });
    expect(excerpt.sentences[0]).toMatchObject({
      ref: 'jchr-tnr/72.1',
      voice: { kind: 'committee', name: 'Joint Committee on Human Rights' },
    });
    expect(excerpt.url).toMatch(/^https:/);
    expect(excerpt.heading).not.toBe('');
    expect(excerpt.text).not.toMatch(/\[\d+\]/);
  });

  it('takes earlier turns as history', async () => {
    const [record] = (await lines('{"question":"who said that?","history":["what is the sniper rifle remark"]}'))
      .records;
    expect(record.outcome).toBe('answered');
    expect(record.excerpts[0].ref).toBe('jchr-tnr/64');
    expect('id' in record && record.id !== null).toBe(false);
  });

  it('says of a bad line what is wrong with it, and goes on', async () => {
    const { bad, records } = await lines(
      'not json',
      '[]',
      'null',
      '{"id":"x"}',
      '{"id":"y","question":5}',
      '{"id":"z","question":"para 72","history":"para 71"}',
      '',
      '{"id":"ok","question":"para 72"}',
    );
    expect(bad).toBe(6);
    expect(records.map((r) => r.id)).toEqual([null, null, null, 'x', 'y', 'z', 'ok']);
    for (const r of records.slice(0, 6)) expect(r.error).toMatch(/\w+/);
    expect(records[6].outcome).toBe('answered');
  });

  it('prints one line for every line that is not empty, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.json(), fc.string(), fc.string({ unit: 'binary' })), { maxLength: 10 }),
        async (some) => {
          const input = some.map((s) => s.replace(/[\n\r\u2028\u2029]/g, ' '));
          const { records } = await lines(...input);
          expect(records).toHaveLength(input.filter((s) => s.trim() !== '').length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
