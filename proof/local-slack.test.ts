// A whole conversation with local-slack, a Slack by other hands, over Socket Mode and over HTTP.
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Started, start, until } from './started.ts';

const BIN = join(import.meta.dirname, 'node_modules/local-slack-linux-x64/bin/local-slack');
const SECRET = 'lab-signing-secret';

describe.each(['socket', 'http'] as const)('local-slack over %s', (mode) => {
  const [port, own] = mode === 'socket' ? [4103, 4203] : [4104, 4204];
  const slack = `http://127.0.0.1:${port}`;
  let emulator: ReturnType<typeof spawn>;
  let desk: Started;
  const control = async (path: string, body?: object) => {
    const answer = await fetch(`${slack}/_control/${path}`, body ? { method: 'POST', body: JSON.stringify(body) } : {});
    return answer.json() as Promise<unknown>;
  };
  const saw = async (words: string) =>
    JSON.stringify([await control('messages/C000000001'), await control('log')]).includes(words) ? true : null;

  beforeAll(async () => {
    const app = {
      appId: 'A0LAB',
      botUserId: 'U0LABBOT',
      botName: 'red-notice-desk',
      botToken: 'xoxb-lab',
      appToken: 'xapp-lab',
      signingSecret: SECRET,
    };
    const config = {
      workspace: { name: 'Lab', domain: 'lab', teamId: 'T000000001' },
      apps: [
        {
          ...app,
          mode: mode === 'socket' ? 'socket' : 'events',
          ...(mode === 'http' ? { requestUrl: `http://127.0.0.1:${own}/slack/events` } : {}),
        },
      ],
      users: [{ id: 'U000000001', name: 'admin', real_name: 'Admin User', email: 'admin@x.test' }],
      channels: [{ id: 'C000000001', name: 'general', members: ['U000000001', 'U0LABBOT'] }],
    };
    const file = join(mkdtempSync(join(tmpdir(), 'lab-')), 'lab.yaml');
    writeFileSync(file, JSON.stringify(config));
    emulator = spawn(BIN, ['--config', file, '--port', String(port), '--base-host', '127.0.0.1'], { stdio: 'ignore' });
    await until(() =>
      fetch(`${slack}/_control/state`).then(
        (r) => r.ok,
        () => false,
      ),
    );
    desk = await start('adapters/slack/start.js', {
      SLACK_MODE: mode,
      SLACK_BOT_TOKEN: 'xoxb-lab',
      SLACK_APP_TOKEN: 'xapp-lab',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: `${slack}/api/`,
      PORT: String(own),
    });
  });
  afterAll(async () => {
    expect(await desk.stop()).toBe(0);
    emulator.kill();
  });

  const from = { channel: 'C000000001', user: 'U000000001' };

  it('a command is answered', async () => {
    await control('command', { ...from, command: '/rednotice', text: 'para 72' });
    await until(() => saw('Committee recommendation:'));
  });

  it('a mention is answered in its thread, and a follow-up there that mentions nobody', async () => {
    const said = (await control('message', { ...from, text: '<@U0LABBOT> para 71' })) as {
      ts?: string;
      message?: { ts: string };
    };
    const ts = said.ts ?? said.message?.ts;
    await until(() => saw('Committee conclusion:'));
    await control('message', { ...from, text: 'and the recommendation?', thread_ts: ts });
    await until(() => saw('Follows conclusion 71'));
  });

  it('a button of an answer turns the page', async () => {
    await control('message', { ...from, text: '<@U0LABBOT> para 65-67' });
    interface Posted {
      readonly ts: string;
      readonly blocks?: readonly {
        elements?: readonly { action_id?: string; value?: string; text?: { text?: string } }[];
      }[];
    }
    const pressed = await until(async () => {
      const answer = (await control('messages/C000000001')) as { messages?: Posted[] } | Posted[];
      const posted = Array.isArray(answer) ? answer : (answer.messages ?? []);
      for (const { ts, blocks } of posted)
        for (const element of (blocks ?? []).flatMap((b) => b.elements ?? []))
          if (element.text?.text === 'Next page') return { ts, element };
      return null;
    });
    const { action_id, value } = pressed.element;
    await control('interact', {
      ...from,
      messageTs: pressed.ts,
      action: { type: 'button', action_id, block_id: 'b', value },
    });
    await until(() => saw('Page 2 of'));
  });

  it('a direct message is answered', async () => {
    // The first message to a user opens the direct channel with them.
    await control('message', { channel: 'U0LABBOT', user: 'U000000001', text: 'define CCF' });
    const channels = JSON.stringify(await control('state'));
    const direct = /"id":"(D[A-Z0-9]+)"/.exec(channels)?.[1];
    expect(direct, channels).toBeDefined();
    await control('message', { channel: direct, user: 'U000000001', text: 'note 138' });
    await until(() => saw('Note 138'));
  });

  it('the Home tab is published', async () => {
    await control('open-home', { user: 'U000000001' });
    await until(() => saw('Check a quotation'));
  });

  it('nothing that was asked is in what the desk says of itself', () => {
    expect(desk.said()).not.toMatch(/U000000001|recommendation\?/);
  });
});
