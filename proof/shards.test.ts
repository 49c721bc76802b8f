// Several processes, one a shard, over a real Redis: started, answering, one killed and back, stopped in order.
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DiscordDouble, openDiscordDouble, TOKEN } from '../test/adapters/discord/double.ts';
import { slash } from '../test/adapters/discord/interactions.ts';
import { guildAt } from '../test/adapters/discord/objects.ts';
import { type Started, start, until } from './started.ts';

const redis = (process.env['STORE_URLS'] ?? '').split(' ').find((url) => url.startsWith('redis:'));
let discord: DiscordDouble;
let desk: Started;

beforeAll(async () => {
  discord = await openDiscordDouble();
  desk = await start('adapters/discord/shards.js', {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.api,
    DISCORD_SHARDS: '2',
    STORE_URL: redis ?? 'redis://127.0.0.1:6379',
    PORT: '4206',
  });
}, 60_000);
afterAll(() => discord.close());

const ask = (guild: number) =>
  discord.interact(slash('rednotice', 'para', { numbers: '72' }, { guildId: guildAt(guild) }));
const well = async () => (await fetch('http://127.0.0.1:4206/healthz')).status === 200;

it('each shard answers for its own servers', async () => {
  await until(() => desk.said().includes('ready in Discord (2 processes)'));
  expect(discord.gateway.identifies.map((i) => i.shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  for (const guild of [0, 1, 2, 3]) expect((await ask(guild)).type).toBe(4);
});

it('a process that is killed makes the desk unwell until it is back', async () => {
  const [child = ''] = execFileSync('pgrep', ['-P', String(desk.child.pid)])
    .toString()
    .trim()
    .split('\n');
  process.kill(Number(child), 'SIGKILL');
  await until(async () => !(await well()));
  await until(well);
  for (const guild of [0, 1]) expect((await ask(guild)).type).toBe(4);
});

it('all of them end when told to', async () => {
  const began = Date.now();
  expect(await desk.stop()).toBe(0);
  expect(Date.now() - began).toBeLessThan(5000);
  expect(discord.refused).toEqual([]);
});
