import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiscordSettings } from '../../../adapters/discord/settings.ts';
import { openConversations } from '../../../adapters/host/conversations.ts';
import { openFlight } from '../../../adapters/host/flight.ts';
import { openHealth, portOf, serveHealth } from '../../../adapters/host/health.ts';
import { openLimits } from '../../../adapters/host/limits.ts';
import { faultOf, openLog } from '../../../adapters/host/log.ts';
import { environmentOf, readSettings } from '../../../adapters/host/settings.ts';
import { openStore } from '../../../adapters/host/store.ts';
import { SlackSettings } from '../../../adapters/slack/settings.ts';

const settingsOf = (values: Record<string, string>) =>
  readSettings(SlackSettings, { values, placeOf: () => 'environment' });

describe('settings', () => {
  it('are refused all at once, each with its place and where to find the value, and without the value', () => {
    const directory = mkdtempSync(join(tmpdir(), 'desk-'));
    writeFileSync(join(directory, '.env'), '# the desk\nSLACK_MODE=pigeon\nPORT=99999999\nSLACK_BOT_TOKEN=hush-hush\n');
    const read = () => readSettings(SlackSettings, environmentOf(directory, { STORE_URL: 'floppy' }));
    expect(read).toThrow(/\.env:2 SLACK_MODE must be "socket" or "http"/);
    expect(read).toThrow(/\.env:3 PORT must be a port number/);
    expect(read).toThrow(
      /\.env:4 SLACK_BOT_TOKEN must be the token itself, which begins with "xoxb-".*OAuth & Permissions/,
    );
    expect(read).toThrow(/environment STORE_URL must be/);
    expect(read).not.toThrow(/hush-hush|pigeon/);
    rmSync(directory, { recursive: true });
  });

  it('want an address of a store that can be read, and never repeat its password', () => {
    const store = (STORE_URL: string) => () =>
      settingsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', STORE_URL });
    for (const url of ['redis://host:abc', 'postgres://u:hush#hush@h/x', 'rediss://:hush/hush@h'])
      expect(store(url)).toThrow(/STORE_URL must be an address such as redis:.*written %40/);
    expect(store('postgres://u:hush#hush@h/x')).not.toThrow(/hush/);
    for (const url of [
      'redis://:pass@h:6379/0',
      'postgres://u:p%23w@h:5432/x?ssl=true',
      'postgres://u@/x?host=/run',
      'file:a b',
    ])
      expect(store(url)().STORE_URL).toBe(url);
  });

  it('are read from .env as editors leave it, and say where a name is looked for', () => {
    const directory = mkdtempSync(join(tmpdir(), 'desk-'));
    const place = (name: string) => environmentOf(directory, { HOST: 'a' }).placeOf(name);
    expect([place('PORT'), place('HOST')]).toEqual(['.env (none here)', 'environment']);
    writeFileSync(join(directory, '.env'), '\uFEFFLOG_LEVEL=info\n\n  export PORT = 80\r\nPORTER=1\n');
    expect([place('LOG_LEVEL'), place('PORT'), place('PORTER')]).toEqual(['.env:1', '.env:3', '.env:4']);
    const { values } = environmentOf(directory, {});
    expect([values['LOG_LEVEL'], values['PORT']]).toEqual(['info', '80']);
    rmSync(join(directory, '.env'));
    mkdirSync(join(directory, '.env'));
    expect(() => environmentOf(directory, {})).toThrow(/\.env cannot be read \(EISDIR\): make \.env a file/);
    rmSync(directory, { recursive: true });
  });

  it('are not taken from an example', () => {
    const discord = (values: Record<string, string>) => () =>
      readSettings(DiscordSettings, { values, placeOf: () => 'environment' });
    expect(() => settingsOf({ SLACK_BOT_TOKEN: 'xoxb-…', SLACK_APP_TOKEN: 'xapp-1' })).toThrow(
      /SLACK_BOT_TOKEN must be the token itself/,
    );
    expect(discord({ DISCORD_TOKEN: '…' })).toThrow(/DISCORD_TOKEN must be the token itself/);
    for (const DISCORD_SHARDS of ['0', '-1', '1001', '1.5', 'many'])
      expect(discord({ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS })).toThrow(/DISCORD_SHARDS must be a whole number/);
  });

  it('say what is missing for each way of connecting', () => {
    expect(() => settingsOf({})).toThrow(/SLACK_APP_TOKEN is missing[\s\S]*SLACK_BOT_TOKEN is missing/);
    expect(() => settingsOf({ SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(
      /SLACK_SIGNING_SECRET is missing/,
    );
    expect(() => settingsOf({ SLACK_CLIENT_ID: '1.2', SLACK_APP_TOKEN: 'xapp-1' })).toThrow(
      /SLACK_MODE must be "http"[\s\S]*SLACK_STORE_KEYS is missing/,
    );
    expect(settingsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({
      SLACK_MODE: 'socket',
      HOST: '127.0.0.1',
      PORT: 3000,
    });
  });

  it('take a variable that is set over the same name in .env, and an empty one as not set', () => {
    const directory = mkdtempSync(join(tmpdir(), 'desk-'));
    writeFileSync(join(directory, '.env'), 'PORT=1\nHOST=a\n');
    const { values } = environmentOf(directory, { PORT: '2', HOST: ' ' });
    expect([values['PORT'], values['HOST']]).toEqual(['2', 'a']);
    rmSync(directory, { recursive: true });
  });
});

describe('the log', () => {
  it('has a closed list of fields, and only single words in them', () => {
    const lines: string[] = [];
    const log = openLog('info', (line) => lines.push(line));
    const fields = {
      surface: 'command',
      outcome: 'answered',
      fault: 'a whole sentence that somebody typed',
      question: 'secret',
      milliseconds: 3,
    };
    log.record('info', 'answered', fields);
    const { level, time, ...kept } = JSON.parse(lines[0] ?? '{}');
    expect([level, typeof time]).toEqual([30, 'string']);
    expect(kept).toEqual({ surface: 'command', outcome: 'answered', milliseconds: 3, msg: 'answered' });
  });

  it('says of an error its code or its class, never its message', () => {
    expect(faultOf(Object.assign(new Error('what somebody typed'), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
    expect(faultOf(new TypeError('what somebody typed'))).toBe('TypeError');
    expect(faultOf('what somebody typed')).toBe('unknown');
  });
});

describe('limits', () => {
  it('hold a person back first, then a community, and say for how long', async () => {
    const limits = openLimits(2, 3);
    expect([await limits.wait('a', 'x'), await limits.wait('a', 'x')]).toEqual([0, 0]);
    expect(await limits.wait('a', 'x')).toBeGreaterThan(0);
    expect(await limits.wait('b', 'x')).toBe(0);
    expect(await limits.wait('c', 'x')).toBeGreaterThan(0);
    expect(await limits.wait('c', 'y')).toBe(0);
  });
});

describe('conversations', () => {
  it('remember references under a key that names nobody, apart for each place, and can be dropped', async () => {
    const store = await openStore('memory:', '.', () => undefined);
    const conversations = await openConversations(store);
    const place = ['slack', 'T1', 'C1', '', 'U1'];
    await conversations.keep(place, { shown: [{ ref: 'jchr-tnr/72', focus: [] }], terms: ['ccf'] });
    expect((await conversations.find(place))?.shown[0]?.ref).toBe('jchr-tnr/72');
    expect(await conversations.find(['slack', 'T2', 'C1', '', 'U1'])).toBeNull();
    expect((await (await openConversations(store)).find(place))?.terms).toEqual(['ccf']);
    await conversations.drop(place);
    expect(await conversations.find(place)).toBeNull();
  });
});

describe('work under way', () => {
  it('is waited for, but not for ever, and its failures are reported', async () => {
    const failures: unknown[] = [];
    const flight = openFlight((error) => failures.push(error));
    void flight.run(() => new Promise((go) => setTimeout(go, 30)));
    expect(await flight.settle(1000)).toBe(true);
    void flight.run(() => Promise.reject(new Error('x')));
    void flight.run(() => new Promise(() => undefined));
    expect(await flight.settle(30)).toBe(false);
    expect([failures.length, flight.count()]).toEqual([1, 1]);
  });
});

describe('health', () => {
  it('is well when every part is, and unwell before any has reported', () => {
    const health = openHealth();
    expect(health.well()).toBe(false);
    health.set('store', true);
    health.set('slack', false);
    expect(health.well()).toBe(false);
    health.set('slack', true);
    expect(health.well()).toBe(true);
  });
});

describe('an address that cannot be had', () => {
  it('is refused with what to do about it', async () => {
    const server = await serveHealth(openHealth(), '127.0.0.1', 0);
    await expect(serveHealth(openHealth(), '127.0.0.1', portOf(server))).rejects.toThrow(
      /cannot listen on 127\.0\.0\.1:\d+: another process does\. Stop it, or set PORT/,
    );
    await expect(serveHealth(openHealth(), '192.0.2.1', 0)).rejects.toThrow(/Set HOST to 127\.0\.0\.1/);
    server.close();
  });
});
