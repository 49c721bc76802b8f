import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { portOf } from '../../../adapters/host/health.ts';
import { projectRoot } from '../../../adapters/host/place.ts';
import { until } from '../../until.ts';
import { type DiscordDouble, openDiscordDouble, TOKEN } from './double.ts';
import { button, slash } from './interactions.ts';
import { buttonsOf, markdownOf } from './line.ts';
import { GUILD } from './objects.ts';

let discord: DiscordDouble;
let directory = '';
const running = new Set<ChildProcess>();
beforeEach(async () => {
  discord = await openDiscordDouble();
  directory = mkdtempSync(join(tmpdir(), 'desk-'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  await discord.close();
  rmSync(directory, { recursive: true, force: true });
});

function run(file: string, { args = [], ...more }: { args?: string[]; [name: string]: unknown } = {}) {
  const env = {
    PATH: process.env['PATH'] ?? '',
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.api,
    STORE_URL: `file:${join(directory, 'desk.db')}`,
    PORT: '0',
    ...(more as Record<string, string>),
  };
  const child = spawn(process.execPath, [join(projectRoot(), `dist/adapters/discord/${file}.js`), ...args], {
    cwd: directory,
    env,
  });
  running.add(child);
  const heard = { out: '', err: '' };
  child.stdout.on('data', (d: Buffer) => {
    heard.out += d.toString();
  });
  child.stderr.on('data', (d: Buffer) => {
    heard.err += d.toString();
  });
  const ended = new Promise<number | null>((go) => child.on('exit', (code) => go(code)));
  return { child, heard, ended };
}
const ready = (heard: { out: string }) => until(() => heard.out.includes('is ready in Discord'), 20_000);

describe('npm run discord', () => {
  it('turns a page after a kill and a new start, remembers the conversation, and ends in order', async () => {
    const first = run('start');
    await ready(first.heard);
    const shown = await discord.interact(slash('rednotice', 'para', { numbers: '64-79' }));
    await discord.interact(slash('rednotice', 'para', { numbers: '71' }));
    first.child.kill('SIGKILL');
    await first.ended;
    const kept = readFileSync(join(directory, 'desk.db'), 'utf8');
    expect(kept).toContain('desk:conversation:');
    expect(kept + first.heard.err).not.toMatch(new RegExp(GUILD));
    const second = run('start');
    await ready(second.heard);
    const next = buttonsOf(shown).find((b) => b.label === 'Next page')?.custom_id ?? '';
    expect(markdownOf(await discord.interact(button(next, shown.data)))).toContain('page 2 of');
    const followed = await discord.interact(slash('rednotice', 'ask', { question: 'and the recommendation?' }));
    expect(markdownOf(followed)).toContain('Paragraph 72');
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(discord.gateway.closes.at(-1)).toBe(1000);
    expect(discord.refused).toEqual([]);
  });

  it('finishes what was asked when it is told to stop under load, within five seconds', async () => {
    const { child, heard, ended } = run('start', { LIMIT_PERSON: '10000', LIMIT_COMMUNITY: '10000' });
    await ready(heard);
    const asked = Array.from({ length: 200 }, () => discord.interact(slash('rednotice', 'para', { numbers: '72' })));
    await asked[0];
    const began = Date.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(Date.now() - began).toBeLessThan(5000);
    const answered = await Promise.allSettled(asked);
    // Whatever was sent before it was told to stop is answered, and none of the answers was refused.
    expect(answered.filter((a) => a.status === 'fulfilled')).toHaveLength(asked.length);
    expect(discord.refused.filter((r) => !/not acknowledged/.test(r))).toEqual([]);
  });

  it('waits for Discord when it is down at start, and while it refuses connections', async () => {
    discord.faults.down = true;
    const { child, heard, ended } = run('start');
    await until(() => heard.err.includes('Discord cannot be reached yet at DISCORD_API_URL'), 15_000);
    discord.faults.refuseUpgrade = true;
    discord.faults.down = false;
    await until(() => heard.err.match(/cannot be reached yet/g)?.length === 2, 15_000);
    expect(child.exitCode).toBeNull();
    discord.faults.refuseUpgrade = false;
    await ready(heard);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('ends with what to do when the token or the intents are refused, or settings are wrong', async () => {
    const token = run('start', { DISCORD_TOKEN: 'nonsense' });
    expect(await token.ended).toBe(1);
    expect(token.heard.err).toMatch(/does not accept DISCORD_TOKEN.*Reset Token/);
    for (const [code, words] of [
      [4014, /does not allow this bot its intents.*DISCORD_MESSAGES=off/],
      [4004, /does not accept DISCORD_TOKEN/],
    ] as const) {
      discord.faults.identify = code;
      const refused = run('start');
      expect(await refused.ended).toBe(1);
      expect(refused.heard.err).toMatch(words);
    }
    const wrong = run('start', { DISCORD_TOKEN: '', PORT: 'x', DISCORD_SHARDS: 'many', DISCORD_MESSAGES: 'yes' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.heard.err).toMatch(/PORT must be/);
    expect(wrong.heard.err).toMatch(/DISCORD_TOKEN is missing/);
    expect(wrong.heard.err).toMatch(/DISCORD_SHARDS must be a whole number/);
    expect(wrong.heard.err).toMatch(/DISCORD_MESSAGES must be/);
  });

  it('holds several shards in one process, as many as it is told or as Discord asks for', async () => {
    const { child, heard, ended } = run('start', { DISCORD_SHARDS: '3' });
    await until(() => discord.gateway.identifies.length === 3, 20_000);
    await ready(heard);
    expect(discord.gateway.identifies.map((i) => i.shard)).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('npm run discord:register', () => {
  it('registers once, then says that nothing changed; globally or for one server', async () => {
    for (const args of [[], ['--guild', GUILD]]) {
      const first = run('register', { args });
      expect(await first.ended).toBe(0);
      expect(first.heard.out).toMatch(/^Registered 4 commands/);
      const second = run('register', { args });
      expect(await second.ended).toBe(0);
      expect(second.heard.out).toMatch(/registered (?:everywhere|in server \d+) already/);
    }
    expect(discord.calls.filter((c) => c.method === 'PUT')).toHaveLength(2);
    const removed = run('register', { args: ['--guild', GUILD, '--remove'] });
    expect(await removed.ended).toBe(0);
    expect(discord.commands.get(GUILD)).toEqual([]);
    expect(discord.commands.get('global')).toHaveLength(4);
    expect(discord.refused).toEqual([]);
  });

  it('says what to do about a refused token and about arguments it does not know', async () => {
    const token = run('register', { DISCORD_TOKEN: 'nonsense' });
    expect(await token.ended).toBe(1);
    expect(token.heard.err).toContain('does not accept DISCORD_TOKEN');
    const argument = run('register', { args: ['--gild', '1'] });
    expect(await argument.ended).toBe(1);
    expect(argument.heard.err).toContain('npm run discord:register -- --guild');
  });

  it('names DISCORD_API_URL when what is there is not Discord, and never what it said', async () => {
    const types = { '/html': 'text/html', '/json': 'application/json', '/lost': 'text/html' };
    const other = createServer((request, response) => {
      const [path, type] = Object.entries(types).find(([p]) => request.url?.startsWith(p)) ?? ['/', 'text/plain'];
      response.writeHead(path === '/lost' ? 404 : 200, { 'content-type': type }).end('<html>zebrafinch</html>');
    });
    await new Promise<void>((go) => other.listen(0, '127.0.0.1', go));
    const at = `http://127.0.0.1:${portOf(other)}`;
    for (const api of ['http://127.0.0.1:1/api', `${discord.api}/nowhere`, ...Object.keys(types).map((p) => at + p)]) {
      const wrong = run('register', { DISCORD_API_URL: api });
      expect(await wrong.ended, api).toBe(1);
      expect(wrong.heard.err).toMatch(/^Discord cannot be reached at DISCORD_API_URL: .*such as https.*\n$/);
    }
    other.close();
  });
});

describe('npm run discord:shards', () => {
  it('wants a number and a store that the processes share', async () => {
    const auto = run('shards', { DISCORD_SHARDS: 'auto' });
    expect(await auto.ended).toBe(1);
    expect(auto.heard.err).toMatch(/DISCORD_SHARDS must be a number/);
    const file = run('shards', { DISCORD_SHARDS: '2' });
    expect(await file.ended).toBe(1);
    expect(file.heard.err).toMatch(/STORE_URL must be shared/);
  });

  it('ends when Discord refuses the token, rather than starting processes for ever', async () => {
    const { heard, ended } = run('shards', {
      DISCORD_TOKEN: 'nonsense',
      DISCORD_SHARDS: '2',
      STORE_URL: 'redis://127.0.0.1:1',
    });
    expect(await ended).toBe(1);
    expect(heard.err).toMatch(/does not accept DISCORD_TOKEN[\s\S]*could not start, for the reason above/);
    expect(heard.err.match(/does not accept/g)).toHaveLength(1);
  });
});
