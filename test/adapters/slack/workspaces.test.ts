import type { Installation } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../adapters/host/store.ts';
import { openInstallations } from '../../../adapters/slack/installations.ts';
import { until } from '../../until.ts';
import { openSlackDouble, type SlackDouble } from './double.ts';
import { type Line, openLine } from './line.ts';

const KEY = 'k'.repeat(32);
const OTHER = 'o'.repeat(32);
const INSTALL = {
  SLACK_BOT_TOKEN: '',
  SLACK_CLIENT_ID: '111.222',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_STATE_SECRET: 'a-state-secret-of-some-length',
  SLACK_STORE_KEYS: KEY,
};

describe('many workspaces', () => {
  let slack: SlackDouble;
  let line: Line;
  afterEach(async () => {
    await line.running.stop(1000);
    await slack.close();
  });

  const open = async () => {
    slack = await openSlackDouble();
    line = await openLine(
      'http',
      {
        ...INSTALL,
        SLACK_REDIRECT_URI: 'http://127.0.0.1/slack/oauth_redirect',
        SLACK_AUTHORIZE_URL: `${slack.api}authorize`,
      },
      slack,
    );
  };
  const at = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${line.running.port}${path}`, { headers, redirect: 'manual' });
  /** Installs as a browser would, minding the state and its cookie. */
  const install = async (code: string, change: { state?: string; cookie?: string } = {}) => {
    const page = await at('/slack/install');
    const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const state = /state=([^&"]+)/.exec(await page.text())?.[1] ?? '';
    expect(state).not.toBe('');
    return at(`/slack/oauth_redirect?code=${code}&state=${change.state ?? state}`, { cookie: change.cookie ?? cookie });
  };
  const tokensUsed = (channel: string) => slack.calls.filter((c) => c.body.channel === channel).map((c) => c.token);
  const mention = (team: string, channel: string, id: string) =>
    line.event(
      { type: 'app_mention', channel, user: 'U1', ts: '1.1', text: '<@UBOT> para 72' },
      { team_id: team, event_id: id, authorizations: [{ team_id: team, user_id: 'UBOT', is_bot: true }] },
    );

  it('installs with a state that is checked, and answers each workspace with its own token', async () => {
    await open();
    expect((await install('code-one')).status).toBe(200);
    expect((await install('code-two')).status).toBe(200);
    await mention('T1', 'C1', 'a');
    await mention('T2', 'C2', 'b');
    await until(() => tokensUsed('C2').length > 0 && tokensUsed('C1').length > 0);
    expect([tokensUsed('C1'), tokensUsed('C2')]).toEqual([['xoxb-one'], ['xoxb-two']]);
  });

  it('refuses a state that is not its own, a missing cookie and a used code, with a sentence', async () => {
    await open();
    for (const change of [{ state: 'x.y.z' }, { cookie: '' }]) {
      const answer = await install('code-one', change);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('start again');
    }
    expect((await install('code-three')).status).toBe(400);
    await mention('T1', 'C1', 'c');
    expect(tokensUsed('C1')).toEqual([]);
  });

  it('forgets a workspace that removes it, and only that one', async () => {
    await open();
    await install('code-one');
    await install('code-two');
    await line.event({ type: 'app_uninstalled' }, { team_id: 'T1', event_id: 'd' });
    await until(() => line.log.join('').includes('removed the desk'));
    await mention('T1', 'C1', 'e');
    await mention('T2', 'C2', 'f');
    await until(() => tokensUsed('C2').length > 0);
    expect(tokensUsed('C1')).toEqual([]);
  });

  it('keeps an answer to one workspace from waiting on another that Slack has slowed down', async () => {
    await open();
    await install('code-one');
    await install('code-two');
    slack.faults.next.set('chat.postMessage', { status: 429, after: 2 });
    await mention('T1', 'C1', 'g');
    await until(() => !slack.faults.next.has('chat.postMessage'));
    const began = Date.now();
    await mention('T2', 'C2', 'h');
    await until(() => tokensUsed('C2').length > 0);
    expect(Date.now() - began).toBeLessThan(1000);
    await until(() => tokensUsed('C1').length > 0);
  });
});

describe('installations in the store', () => {
  const installation = {
    team: { id: 'T1' },
    enterprise: undefined,
    isEnterpriseInstall: false,
    bot: { token: 'xoxb-secret', id: 'B', userId: 'U', scopes: [] },
  } as unknown as Installation;
  const query = { teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false };

  it('are sealed, bound to their workspace, and opened by older keys until they are sealed anew', async () => {
    const store = await openStore('memory:', '.', () => undefined);
    const shelf = store.shelf('slack-installation');
    await openInstallations(store, KEY).storeInstallation(installation);
    const sealed = await shelf.get('T.T1');
    expect(String(sealed)).not.toContain('xoxb');
    await expect(openInstallations(store, OTHER).fetchInstallation(query)).rejects.toThrow('not installed');
    expect((await openInstallations(store, `${OTHER},${KEY}`).fetchInstallation(query)).bot?.token).toBe('xoxb-secret');
    expect((await openInstallations(store, OTHER).fetchInstallation(query)).bot?.token).toBe('xoxb-secret');
    await shelf.set('T.T2', await shelf.get('T.T1'));
    await expect(openInstallations(store, OTHER).fetchInstallation({ ...query, teamId: 'T2' })).rejects.toThrow(
      'not installed',
    );
    await store.close();
  });
});
