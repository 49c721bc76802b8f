import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openLine } from './line.ts';

const WORD = 'zebrafinch';
const PERSON = 'UQUOKKA7';

it('a marker sent through every surface is found in no log line, store key or value, metric or channel post', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'desk-'));
  const path = join(directory, 'desk.db');
  const line = await openLine('http', { STORE_URL: `file:${path}` });
  const marked = [
    `is a red notice a warrant ${WORD}`,
    `${WORD} ${WORD} ${WORD}`,
    `check "${WORD} by others"`,
    `para 999 ${WORD}`,
    `who ${WORD}`,
    `i am afraid ${WORD}`,
  ];
  const heard: string[] = [];
  for (const [i, text] of marked.entries()) {
    const { url } = await line.command(text, { user_id: PERSON });
    const body = await until(() => line.slack.responses.find((r) => r.url === url)?.body);
    heard.push(JSON.stringify(body.blocks.filter((b: { type: string }) => b.type === 'actions')));
    const from = { user: PERSON, text: `<@UBOT> ${text}`, ts: `7${i}.1` };
    await line.event({ type: 'app_mention', channel: 'C7', ...from });
    await line.event({ type: 'message', channel_type: 'im', channel: 'D7', ...from });
    await line.event({
      type: 'message',
      channel_type: 'channel',
      channel: 'C7',
      ...from,
      thread_ts: `7${i}.1`,
      ts: `7${i}.2`,
    });
    const shortcut = {
      type: 'message_action',
      response_url: line.slack.responseUrl(),
      trigger_id: line.slack.trigger(),
      channel: { id: 'C7' },
    };
    for (const callback_id of ['find_in_report', 'check_quotation', 'gone'])
      await line.interact({ ...shortcut, callback_id, user: { id: PERSON }, message: { text, ts: '1' } });
    const state = { values: { words: { words: { value: text } } } };
    await line.interact({
      type: 'view_submission',
      user: { id: PERSON },
      view: { type: 'modal', callback_id: 'check', id: 'V', state },
    });
    await line.interact({
      type: 'block_actions',
      user: { id: PERSON },
      response_url: line.slack.responseUrl(),
      actions: [{ type: 'button', action_id: 'page', block_id: 'b', value: text }],
    });
  }
  await until(
    () =>
      line.slack.calls.filter((c) => c.body.channel === 'D7' && c.method === 'chat.postMessage').length >=
      marked.length,
  );
  const metrics = await (await fetch(`http://127.0.0.1:${line.running.port}/metrics`)).text();
  const posted = line.slack.calls.filter((c) => c.method === 'chat.postMessage' && c.body.channel.startsWith('C'));
  await line.close();
  const kept = readFileSync(path, 'utf8');
  expect(kept).toContain('desk:conversation:');
  expect(posted.length).toBeGreaterThan(0);
  for (const trace of [line.log.join(''), kept, metrics, JSON.stringify(posted), heard.join('')])
    expect(trace).not.toMatch(new RegExp(`${WORD}|${PERSON}`, 'i'));
  expect(line.slack.refused).toEqual([]);
  rmSync(directory, { recursive: true, force: true });
});
