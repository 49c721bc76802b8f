import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../adapters/host/place.ts';
import { until } from '../../until.ts';
import { openSlackDouble, type SlackDouble } from './double.ts';

const START = join(projectRoot(), 'dist/adapters/slack/start.js');

describe('npm run slack', () => {
  let slack: SlackDouble;
  let directory = '';
  beforeEach(async () => {
    slack = await openSlackDouble();
    directory = mkdtempSync(join(tmpdir(), 'desk-'));
  });
  afterEach(async () => {
    await slack.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const start = (more: Record<string, string> = {}) => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      SLACK_BOT_TOKEN: 'xoxb-one',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: slack.api,
      STORE_URL: `file:${join(directory, 'desk.db')}`,
      PORT: '0',
      ...more,
    };
    const child = spawn(process.execPath, [START], { cwd: directory, env });
    const heard = { out: '', err: '' };
    child.stdout.on('data', (d: Buffer) => {
      heard.out += d.toString();
    });
    child.stderr.on('data', (d: Buffer) => {
      heard.err += d.toString();
    });
    return { child, heard };
  };
  const ended = (child: ChildProcess) => new Promise<number | null>((go) => child.on('exit', (code) => go(code)));
  const command = (text: string, team = 'T1') => {
    const url = slack.responseUrl();
    return slack
      .envelope('slash_commands', {
        command: '/rednotice',
        text,
        user_id: 'UZEBRA',
        channel_id: 'CZEBRA',
        team_id: team,
        response_url: url,
        trigger_id: slack.trigger(),
      })
      .then(() => url);
  };

  it('says when it is ready, answers, outlives a broken frame, remembers over a kill, and ends in order', async () => {
    const { child, heard } = start();
    await until(() => heard.out.includes('is ready in Slack (socket mode)'), 15_000);
    slack.raw('null');
    const first = await command('para 71');
    await until(() => slack.responses.find((r) => r.url === first));
    child.kill('SIGKILL');
    await ended(child);
    const kept = readFileSync(join(directory, 'desk.db'), 'utf8');
    expect(kept).toContain('desk:conversation:');
    expect(kept + heard.err).not.toMatch(/ZEBRA|T1\b/);
    const again = start();
    await until(() => again.heard.out.includes('is ready'), 15_000);
    const second = await command('and the recommendation?');
    const answer = await until(() => slack.responses.find((r) => r.url === second));
    expect(JSON.stringify(answer.body.blocks)).toContain('Paragraph 72');
    again.child.kill('SIGTERM');
    expect(await ended(again.child)).toBe(0);
    expect(slack.refused).toEqual([]);
  });

  it('refuses faulty settings all at once and a token that Slack refuses, with what to do', async () => {
    const wrong = start({ SLACK_BOT_TOKEN: 'nonsense', PORT: 'x' });
    expect(await ended(wrong.child)).toBe(1);
    expect(wrong.heard.err).toMatch(
      /environment PORT must be[\s\S]*environment SLACK_BOT_TOKEN must be the token itself/,
    );
    const revoked = start({ SLACK_BOT_TOKEN: 'xoxb-revoked' });
    expect(await ended(revoked.child)).toBe(1);
    expect(revoked.heard.err).toMatch(/Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\)/);
  });

  it('does not blame the token for what else goes wrong at Slack', async () => {
    slack.faults.next.set('auth.test', { status: 200 });
    const { child, heard } = start();
    await until(() => heard.out.includes('is ready'), 15_000);
    expect(heard.err).not.toContain('SLACK_BOT_TOKEN');
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
  });

  it('ends when Slack refuses the app-level token, with what to do, and tries on after other trouble', async () => {
    for (const [SLACK_APP_TOKEN, code] of [
      ['xapp-unknown', 'invalid_auth'],
      ['xapp-scopeless', 'missing_scope'],
      ['xapp-bot', 'not_allowed_token_type'],
    ] as const) {
      const { child, heard } = start({ SLACK_APP_TOKEN });
      expect(await ended(child)).toBe(1);
      expect(heard.err).toContain(`Slack does not accept SLACK_APP_TOKEN (${code}): make one with the scope`);
      expect(heard.err).not.toContain(SLACK_APP_TOKEN);
    }
    const { child, heard } = start({ SLACK_APP_TOKEN: 'xapp-trouble' });
    await until(() => slack.calls.filter((c) => c.token === 'xapp-trouble').length > 1, 15_000);
    expect([child.exitCode, heard.err]).toEqual([null, expect.not.stringContaining('SLACK_APP_TOKEN')]);
    child.kill('SIGKILL');
    await ended(child);
  });

  it('waits for Slack when it is down at start', async () => {
    slack.faults.down = true;
    const { child, heard } = start();
    await until(() => heard.err.includes('Slack cannot be reached'), 10_000);
    expect(child.exitCode).toBeNull();
    slack.faults.down = false;
    await until(() => heard.out.includes('is ready'), 15_000);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
  });
});
