// Installing the desk from a browser's point of view, against emulate's OAuth: a Slack by other hands.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Started, start } from './started.ts';

const [PORT, OWN] = [4105, 4205];
const slack = `http://127.0.0.1:${PORT}`;
const desk = `http://127.0.0.1:${OWN}`;
const REDIRECT = `${desk}/slack/oauth_redirect`;
let started: Started;
// biome-ignore lint/suspicious/noExplicitAny: the emulator ships no types for this
let emulator: any;

beforeAll(async () => {
  const { createEmulator } = await import('emulate');
  const app = {
    app_id: 'A0LAB',
    client_id: '111.222',
    client_secret: 'hush',
    name: 'Red Notice Desk',
    redirect_uris: [REDIRECT],
    scopes: ['commands', 'chat:write'],
    bot_id: 'B0LAB',
    bot_user_id: 'U0LABBOT',
  };
  emulator = await createEmulator({
    service: 'slack',
    port: PORT,
    seed: { slack: { oauth_apps: [app], users: [{ name: 'admin', email: 'a@x.test' }] } },
  });
  started = await start('adapters/slack/start.js', {
    SLACK_MODE: 'http',
    SLACK_SIGNING_SECRET: 'lab-signing-secret',
    SLACK_CLIENT_ID: '111.222',
    SLACK_CLIENT_SECRET: 'hush',
    SLACK_STATE_SECRET: 'a-state-secret-of-some-length',
    SLACK_REDIRECT_URI: REDIRECT,
    SLACK_STORE_KEYS: 'k'.repeat(64),
    SLACK_AUTHORIZE_URL: `${slack}/oauth/v2/authorize`,
    SLACK_API_URL: `${slack}/api/`,
    PORT: String(OWN),
  });
});
afterAll(async () => {
  expect(await started.stop()).toBe(0);
  await emulator.close();
});

/** From the install page to the consent given; returns where Slack sends the browser, and the cookie it holds. */
async function consent(): Promise<{ to: string; cookie: string }> {
  const page = await fetch(`${desk}/slack/install`);
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const link = /href="([^"]*oauth\/v2\/authorize[^"]*)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
  const asked = new URL(link).searchParams;
  const screen = await (await fetch(link)).text();
  const user = /name="user_id"\s+value="([^"]+)"/.exec(screen)?.[1] ?? 'U000000001';
  const body = new URLSearchParams({
    user_id: user,
    redirect_uri: REDIRECT,
    scope: asked.get('scope') ?? '',
    user_scope: '',
    state: asked.get('state') ?? '',
    client_id: '111.222',
  });
  const given = await fetch(`${slack}/oauth/v2/authorize/callback`, { method: 'POST', body, redirect: 'manual' });
  return { to: given.headers.get('location') ?? '', cookie };
}

it('installs once, with state and cookie, and refuses everything else with a sentence', async () => {
  const { to, cookie } = await consent();
  expect(to).toContain(REDIRECT);
  expect((await fetch(to)).status).toBe(400);
  expect((await fetch(to.replace(/state=[^&]+/, 'state=x.y.z'), { headers: { cookie } })).status).toBe(400);
  const again = await consent();
  expect((await fetch(again.to, { headers: { cookie: again.cookie } })).status).toBe(200);
  const replayed = await fetch(again.to, { headers: { cookie: again.cookie } });
  expect(replayed.status).toBe(400);
  expect(await replayed.text()).toContain('start again');
});

it('refuses a consent that was denied, with a sentence', async () => {
  const denied = await fetch(`${REDIRECT}?error=access_denied`);
  expect([denied.status, await denied.text()]).toEqual([400, expect.stringContaining('start again')]);
});
