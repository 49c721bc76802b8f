import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { until } from '../../until.ts';
import { autocomplete, button, menu, modal, slash } from './interactions.ts';
import { buttonsOf, CURATORS, openLine } from './line.ts';
import { BOT, GUILD, snowflake, userOf } from './objects.ts';

const WORD = 'zebrafinch';
const PERSON = '1777777777777777777';
const OPEN = '1777777777777777000';

it('a marker sent through every surface is found in no log line, store key or value, metric, button or open message', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'desk-'));
  const path = join(directory, 'desk.db');
  const line = await openLine({ STORE_URL: `file:${path}`, DISCORD_MESSAGES: 'on' });
  const { discord } = line;
  discord.closedDms.add(PERSON);
  const from = { userId: PERSON };
  const ids: string[] = [];
  const asked: string[] = [];
  const marked = [
    `is a red notice a warrant ${WORD}`,
    `${WORD} ${WORD} ${WORD}`,
    `check "${WORD} by others"`,
    `para 999 ${WORD}`,
    `/who ${WORD}`,
    `i am afraid ${WORD}`,
  ];
  for (const [i, text] of marked.entries()) {
    for (const share of [true, false]) {
      const shown = await line.command('ask', text, { ...from, share });
      ids.push(...buttonsOf(shown).map((b) => b.custom_id));
      asked.push(shown.token);
    }
    await discord.interact(autocomplete('rednotice', 'ask', { question: text }, 'question', from));
    await discord.interact(menu('Find in the report', text, from));
    await discord.interact(menu('Check this quotation', text, from));
    await discord.interact(slash(WORD, null, {}, from));
    await discord.interact(button(text.slice(0, 90), { content: text }, from));
    await discord.interact(modal(`${WORD}${i}`, { words: text }, from));
    await discord.interact(modal('1.tell', { words: 'nothing of mine' }, from));
    const message = {
      content: `<@${BOT}> ${text}`,
      author: userOf(PERSON),
      mentions: [userOf(BOT)],
      mention_roles: [],
      attachments: [],
      embeds: [],
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      pinned: false,
      type: 0,
    };
    discord.send('MESSAGE_CREATE', { ...message, id: snowflake(), channel_id: OPEN, guild_id: GUILD });
    discord.send('MESSAGE_CREATE', { ...message, id: snowflake(), channel_id: `17777777777777771${10 + i}` });
  }
  await until(() => discord.posted(OPEN).length === marked.length);
  const metrics = await (await fetch(`http://127.0.0.1:${line.running.port}/metrics`)).text();
  const open = [...discord.posted(OPEN), ...discord.posted(CURATORS), ...asked.flatMap((t) => discord.followUps(t))];
  await line.close();
  const kept = readFileSync(path, 'utf8');
  expect(kept).toContain('desk:conversation:');
  expect(open.length).toBeGreaterThan(marked.length);
  for (const trace of [line.log.join(''), kept, metrics, JSON.stringify(open), ids.join('')])
    expect(trace).not.toMatch(new RegExp(`${WORD}|${PERSON}`, 'i'));
  expect(discord.refused).toEqual([]);
  rmSync(directory, { recursive: true, force: true });
});
