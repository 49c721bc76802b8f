import { Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixed } from '../../../adapters/discord/reply.ts';
import { answerPrivately } from '../../../adapters/discord/respond.ts';
import { until } from '../../until.ts';
import { type DiscordDouble, openDiscordDouble, TOKEN } from './double.ts';
import { modal, slash } from './interactions.ts';
import { isPrivate, type Line, markdownOf, openLine } from './line.ts';

let discord: DiscordDouble;
let line: Line;
const health = async () => {
  const answer = await fetch(`http://127.0.0.1:${line.running.port}/healthz`);
  return { status: answer.status, body: JSON.stringify(await answer.json()) };
};
const well = (is: boolean) => until(async () => ((await health()).status === 200) === is, 9000);
const callbacks = () => discord.calls.filter((c) => c.path.endsWith('/callback'));

describe('a connected desk', () => {
  beforeEach(async () => {
    discord = await openDiscordDouble();
    line = await openLine({}, discord);
  });
  afterEach(async () => {
    await line.close();
    await discord.close();
    expect(discord.refused).toEqual([]);
  });

  it('asks for no intent at all', async () => {
    expect(discord.gateway.identifies.map((i) => i.intents)).toEqual([0]);
  });

  it('resumes after a lost connection and answers what was asked meanwhile, once', async () => {
    for (const lose of [() => discord.drop(), () => discord.drop(4000), () => discord.raw({ op: 7, d: null })]) {
      lose();
      await well(false);
      expect(isPrivate(await line.command('para', '72'))).toBe(true);
      await well(true);
    }
    expect(discord.gateway.resumes).toBe(3);
    expect(discord.gateway.identifies).toHaveLength(1);
    expect(callbacks()).toHaveLength(3);
  });

  it.each([true, false])('goes on after a session that Discord calls invalid (resumable: %s)', async (resumable) => {
    // Sent in the same moment as the end of an earlier resume it would be the library's own fault.
    await new Promise((go) => setTimeout(go, 300));
    discord.raw({ op: 9, d: resumable });
    await until(() => discord.gateway.resumes + discord.gateway.identifies.length === 2, 9000);
    expect(discord.gateway.resumes).toBe(resumable ? 1 : 0);
    await well(true);
    expect(isPrivate(await line.command('para', '72'))).toBe(true);
  });

  it('answers a dispatch that comes twice once', async () => {
    const shown = await line.command('para', '72');
    discord.repeat(shown.id);
    await line.command('para', '73');
    expect(callbacks()).toHaveLength(2);
  });

  it('says that it is unwell when Discord ends the session for good', async () => {
    discord.drop(4004);
    await well(false);
    expect((await health()).body).toContain('"shard 0":false');
    expect(line.log.join('')).toContain('4004');
  });

  it('gives a token back that one refusal made the library forget', async () => {
    discord.faults.next.set('channel', [{ status: 401 }]);
    const told = await line.discord.interact(modal('1.tell', { words: 'hello' }));
    expect(markdownOf(told)).toContain('could not reach');
    await well(false);
    await well(true);
    const again = await line.discord.interact(modal('1.tell', { words: 'hello' }));
    expect(markdownOf(again)).toContain('Sent to the curators');
  });

  it.each([
    ['is told to wait', { retryAfter: 0.3 }],
    ['is told to wait, everywhere', { retryAfter: 0.3, global: true }],
    ['fails', { status: 502 }],
    ['breaks the connection', { cut: true }],
  ])('answers although Discord %s', async (_, fault) => {
    discord.faults.next.set('callback', [fault]);
    const shown = await line.command('para', '72');
    expect(markdownOf(shown)).toContain('72');
  });

  it('answers three hundred questions at once', async () => {
    const began = Date.now();
    const shown = await Promise.all(
      Array.from({ length: 300 }, (_, i) =>
        line.command('para', String(64 + (i % 16)), { userId: `14000000000000${10_000 + i}` }),
      ),
    );
    for (const [i, s] of shown.entries()) expect(markdownOf(s)).toContain(`Paragraph ${64 + (i % 16)} `);
    expect(Date.now() - began).toBeLessThan(3000);
  });

  it('is kind to whoever asks too fast, and says when to ask again', async () => {
    await line.close();
    line = await openLine({ LIMIT_PERSON: '2' }, discord);
    await line.command('para', '72');
    await line.command('para', '72');
    const third = await line.command('para', '72');
    expect(markdownOf(third)).toMatch(/ask again in \d+ second/);
    expect(markdownOf(await line.command('ask', 'i think i am being followed'))).toContain('999');
    const pressed = await line.press(await line.command('para', '72', { userId: '1500000000000000002' }), 'Cite');
    expect(markdownOf(pressed)).toMatch(/ask again in/);
    expect(markdownOf(await line.command('para', '72', { userId: '1500000000000000001' }))).toContain('Paragraph 72');
  });

  it('closes with 1000 when told to stop', async () => {
    await line.running.stop(1000);
    await until(() => discord.gateway.closes.length > 0);
    expect(discord.gateway.closes.at(-1)).toBe(1000);
  });
});

it('what takes long is announced to the asker alone, then given', async () => {
  const double = await openDiscordDouble();
  const client = new Client({ intents: [], rest: { api: double.api, version: '10' } });
  client.on('interactionCreate', (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    void answerPrivately(interaction, async () => {
      await new Promise((go) => setTimeout(go, 2000));
      return { message: fixed('late, and here') };
    });
  });
  await client.login(TOKEN);
  const shown = await double.interact(slash('rednotice', 'para', { numbers: '72' }));
  expect([shown.type, shown.data.flags]).toEqual([5, 64]);
  expect(markdownOf(await double.edited(shown.token))).toBe('late, and here');
  await client.destroy();
  await double.close();
  expect(double.refused).toEqual([]);
});
