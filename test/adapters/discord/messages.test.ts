import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../until.ts';
import type { DiscordDouble } from './double.ts';
import { button, select, slash } from './interactions.ts';
import { type Line, markdownOf, openLine } from './line.ts';
import { BOT, GUILD, snowflake, userOf } from './objects.ts';
import { readMarkdown } from './read-markdown.ts';

let line: Line;
beforeAll(async () => {
  line = await openLine({ DISCORD_MESSAGES: 'on' });
});
afterAll(() => line.close());
afterEach(() => {
  expect(line.discord.refused).toEqual([]);
});

const CHANNEL = '1300000000000000001';
const wordsOf = (shown: unknown) => readMarkdown(markdownOf(shown)).words;

function say(
  content: string,
  more: { guild?: string; channel?: string; user?: string; bot?: boolean; mentions?: object[] } = {},
) {
  const { guild, channel = CHANNEL, user = '1300000000000000002', bot = false, mentions = [] } = more;
  line.discord.send('MESSAGE_CREATE', {
    id: snowflake(),
    channel_id: channel,
    ...(guild ? { guild_id: guild } : {}),
    author: { ...userOf(user), bot },
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions,
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
  });
}
const ME = [userOf(BOT)];
const directTo = (discord: DiscordDouble, user: string) =>
  until(() => {
    const opened = discord.calls.find((c) => c.path === '/users/@me/channels' && c.body?.recipient_id === user);
    return (
      opened &&
      discord.calls.find((c) => c.method === 'POST' && /^\/channels\/\d+\/messages$/.test(c.path) && c.at >= opened.at)
    );
  });

it('asks for the intents of messages, neither of which needs permission, and for no other', () => {
  expect(line.discord.gateway.identifies.map((i) => i.intents)).toEqual([(1 << 9) | (1 << 12)]);
});

describe('a direct message', () => {
  it('is answered where it was asked, with its follow-up', async () => {
    const channel = '1300000000000000011';
    say('para 71', { channel });
    await until(() => line.discord.posted(channel).length === 1);
    say('and the recommendation?', { channel });
    const posted = await until(() => line.discord.posted(channel)[1]);
    expect(wordsOf(posted)).toContain('Paragraph 72');
    expect(posted.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  it('of a bot, of the desk itself among them, is dropped', async () => {
    const channel = '1300000000000000012';
    say('para 71', { channel, bot: true });
    say('para 72', { channel });
    await until(() => line.discord.posted(channel).length > 0);
    expect(line.discord.posted(channel)).toHaveLength(1);
  });
});

describe('a mention', () => {
  it('is answered in a direct message, and the channel sees nothing', async () => {
    const user = '1300000000000000021';
    say(`<@${BOT}> is a red notice an arrest warrant?`, { guild: GUILD, user, mentions: ME });
    const sent = await directTo(line.discord, user);
    expect(wordsOf(sent.body)).toContain('Committee footnote:');
    expect(line.discord.posted(CHANNEL)).toEqual([]);
  });

  it('where direct messages are closed is answered in the channel with the excerpt alone', async () => {
    const [user, channel] = ['1300000000000000022', '1300000000000000122'];
    line.discord.closedDms.add(user);
    say(`<@${BOT}> para 72`, { guild: GUILD, user, channel, mentions: ME });
    const posted = await until(() => line.discord.posted(channel)[0]);
    expect(wordsOf(posted)).toContain('Paragraph 72');
    expect(posted.message_reference).toMatchObject({ fail_if_not_exists: false });
  });

  it('never tells a channel what a person fears, or that nothing was found', async () => {
    const [user, channel] = ['1300000000000000023', '1300000000000000123'];
    line.discord.closedDms.add(user);
    for (const [i, words] of ['i think i am being followed', 'check "zebrafinch by others"', 'para 999'].entries()) {
      say(`<@${BOT}> ${words}`, { guild: GUILD, user, channel, mentions: ME });
      const posted = await until(() => line.discord.posted(channel)[i]);
      expect(wordsOf(posted)).toContain('could not reach you by direct message');
      expect(wordsOf(posted)).not.toMatch(/Paragraph|101|zebrafinch|followed/);
    }
  });

  it('in a community that keeps answers private shows the channel no excerpt', async () => {
    const [user, channel, guild] = ['1300000000000000024', '1300000000000000124', '900000000000000002'];
    const here = { guildId: guild, memberPermissions: '32' };
    const form = (await line.discord.interact(slash('rednotice-settings', null, {}, here))).data;
    await line.discord.interact(select('1.set.sharing', ['off'], form, here));
    line.discord.closedDms.add(user);
    say(`<@${BOT}> para 72`, { guild, user, channel, mentions: ME });
    expect(wordsOf(await until(() => line.discord.posted(channel)[0]))).not.toContain('Paragraph');
    await line.discord.interact(button('1.set.reset', form, here));
  });
});

it('every other message is dropped unread: no call, no word in the log, nothing counted', async () => {
  const before = [line.discord.calls.length, line.log.length];
  for (const [content, mentions] of [
    ['is a red notice a warrant', []],
    ['@everyone para 72', []],
    ['thanks!', ME],
    [`<@1300000000000000099> para 72`, [userOf('1300000000000000099')]],
  ] as const)
    say(content, { guild: GUILD, mentions: [...mentions] });
  say('para 72', { channel: '1300000000000000031' });
  await until(() => line.discord.posted('1300000000000000031').length === 1);
  expect(line.discord.calls.length - (before[0] ?? 0)).toBe(1);
  expect(line.log.length - (before[1] ?? 0)).toBe(1);
});
