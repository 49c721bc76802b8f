import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { autocomplete, button, menu, modal, select, slash } from './interactions.ts';
import { buttonsOf, CURATORS, isPrivate, type Line, markdownOf, openLine } from './line.ts';
import { readMarkdown } from './read-markdown.ts';

let line: Line;
beforeAll(async () => {
  line = await openLine();
});
afterAll(() => line.close());
afterEach(() => {
  expect(line.discord.refused).toEqual([]);
});

const MANAGER = { memberPermissions: '32' };
const wordsOf = (shown: unknown) => readMarkdown(markdownOf(shown)).words;

describe('a command', () => {
  it('is answered at once, to the asker alone, with the voice before the words and the citation', async () => {
    const shown = await line.command('para', '72');
    expect(shown.type).toBe(4);
    expect(isPrivate(shown)).toBe(true);
    const words = wordsOf(shown);
    expect(words.indexOf('Committee recommendation:')).toBeGreaterThan(words.indexOf('Paragraph 72'));
    expect(words.indexOf('Committee recommendation:')).toBeLessThan(words.indexOf('HL 160, HC 681) para 72'));
    expect(words).toContain('Report published 2025-07-30');
  });

  it('marks the sentence that answers', async () => {
    const words = wordsOf(await line.command('ask', 'does anybody have to warn the person?'));
    expect(words).toMatch(/→ here Currently there is no requirement or mechanism for INTERPOL or the\s+Home Office/);
  });

  it.each(['findings', 'about', 'privacy', 'help'])('without an argument works: %s', async (name) => {
    expect(isPrivate(await line.command(name))).toBe(true);
  });

  it('of another desk gets a private word', async () => {
    const shown = await line.discord.interact(slash('notices', null, {}));
    expect(isPrivate(shown)).toBe(true);
    expect(wordsOf(shown)).toContain('does not know this command');
  });

  it('takes text that was never suggested', async () => {
    expect(wordsOf(await line.command('para', 'seventy nine and some more'))).toContain('Not held');
    expect(wordsOf(await line.command('define', 'notice rouge'))).toContain('Red Notice');
  });

  it('remembers what a follow-up leans on, for the same person in the same channel only', async () => {
    const mine = { userId: '1200000000000000001', channelId: '1200000000000000009' };
    await line.command('para', '71', mine);
    const followed = wordsOf(await line.command('ask', 'and the recommendation?', mine));
    expect(followed).toContain('Paragraph 72');
    expect(followed).not.toContain('Paragraph 79');
    const elsewhere = { ...mine, channelId: '1200000000000000010' };
    expect(wordsOf(await line.command('ask', 'and the recommendation?', elsewhere))).toContain('Paragraph 79');
  });

  it('puts signposts first when a question shows danger, in the language of the client as well', async () => {
    const shown = await line.command('ask', 'i think i am being followed', { locale: 'tr' });
    const words = wordsOf(shown);
    expect(words.indexOf('999')).toBeLessThan(600);
    expect(words).toMatch(/[şğı]/);
    expect(isPrivate(shown)).toBe(true);
  });

  it('in the wrong place still tells somebody in danger where to turn', async () => {
    expect(wordsOf(await line.command('define', 'i am being followed'))).toContain('999');
  });

  it('works in a direct message, where nobody is and nothing can be shared', async () => {
    const shown = await line.command('para', '72', { guildId: null });
    expect(buttonsOf(shown).map((b) => b.label)).not.toContain('Share');
    expect(wordsOf(shown)).toContain('Paragraph 72');
  });
});

describe('share', () => {
  it('as an option shows everybody the excerpt and the citation, and nothing of the question', async () => {
    const asked = await line.command('ask', 'does anybody have to warn the person?', { share: true });
    expect(isPrivate(asked)).toBe(true);
    expect(wordsOf(await line.discord.edited(asked.token))).toContain('Shared:');
    const [open] = await followUps(asked.token);
    expect(open.flags & 64).toBe(0);
    expect(wordsOf(open)).toContain('Paragraph 64');
    expect(wordsOf(open)).toContain('HC 681) para 64');
  });

  it('never shows a refusal, or where somebody was told to turn', async () => {
    for (const question of ['i think i am being followed', 'how many people in leeds have a red notice']) {
      const shown = await line.command('ask', question, { share: true });
      expect(isPrivate(shown)).toBe(true);
      expect(wordsOf(shown)).toContain('This answer was not shared');
      await line.command('para', '72');
      await new Promise((go) => setTimeout(go, 50));
      expect(line.discord.followUps(shown.token)).toEqual([]);
    }
  });

  it.each([
    ['cite', '72', 'OSCOLA'],
    ['compare', 'visas', 'Committee'],
    ['trail', '72', 'How these passages hang together'],
  ])('shows %s too', async (name, argument, words) => {
    const asked = await line.command(name, argument, { share: true });
    const [open] = await followUps(asked.token);
    expect(wordsOf(open)).toContain(words);
  });

  it('is not offered where nobody reads along, nor where Discord would show it to the asker alone', async () => {
    const alone = { owners: { 1: '1100000000000000004' }, memberPermissions: '0' };
    for (const more of [{ guildId: null }, alone]) {
      const shown = await line.command('para', '72', { ...more, share: true });
      expect(wordsOf(shown)).toContain('stay private here');
      expect(wordsOf(shown)).toContain('Paragraph 72');
      expect(buttonsOf(shown).map((b) => b.label)).not.toContain('Share');
    }
  });

  it('as a button shows the page that was read', async () => {
    const second = await line.press(await line.command('para', '64-79'), 'Next page');
    expect(wordsOf(await line.press(second, 'Share'))).toContain('page 2 of');
  });

  it('as a button posts the excerpt for everybody', async () => {
    const posted = await line.press(await line.command('para', '72'), 'Share');
    expect(isPrivate(posted)).toBe(false);
    expect(posted.type).toBe(4);
    expect(buttonsOf(posted).map((b) => b.label)).not.toContain('Share');
  });
});

async function followUps(token: string) {
  for (let tries = 0; tries < 400; tries++) {
    const sent = line.discord.followUps(token);
    if (sent.length > 0) return sent;
    await new Promise((go) => setTimeout(go, 5));
  }
  return [];
}

describe('a button', () => {
  it('turns the pages of a private answer in place, to the last and back', async () => {
    let shown = await line.command('para', '64-79');
    const seen = [wordsOf(shown)];
    while (buttonsOf(shown).some((b) => b.label === 'Next page')) {
      shown = await line.press(shown, 'Next page');
      expect(shown.type).toBe(7);
      seen.push(wordsOf(shown));
    }
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.join('')).toContain('para 79');
    expect(wordsOf(await line.press(shown, 'Previous page'))).toBe(seen.at(-2));
  });

  it('of a shared answer opens the page for whoever pressed it, alone', async () => {
    const open = await line.press(await line.command('para', '64-70'), 'Share');
    const page = await line.press(open, 'Next page', { userId: '1200000000000000002' });
    expect(page.type).toBe(4);
    expect(isPrivate(page)).toBe(true);
  });

  it.each([
    ['In context', 'Paragraph 73'],
    ['Trail', 'How these passages hang together'],
    ['Cite', 'OSCOLA'],
    ['Helpful', 'Only the count is kept'],
    ['Not helpful', 'Only the count is kept'],
  ])('"%s" shows "%s" to whoever pressed it', async (label, words) => {
    const shown = await line.press(await line.command('para', '72'), label);
    expect(isPrivate(shown)).toBe(true);
    expect(wordsOf(shown)).toContain(words);
  });

  it('"Notes" shows the notes', async () => {
    expect(wordsOf(await line.press(await line.command('para', '64'), 'Notes'))).toContain('Note 126');
  });

  it.each([
    '',
    '1',
    '0.page.1|1|a||72||||',
    '1.page.0|x',
    '1.page.2|1|a||999||||',
    '1.gone.1|72',
    'x'.repeat(100),
    '1.cite.1|999',
  ])('that is old, unknown or made up gets a private word: "%s"', async (id) => {
    const shown = await line.discord.interact(button(id || 'x', { content: 'old' }));
    expect(isPrivate(shown)).toBe(true);
    expect(wordsOf(shown)).toMatch(/no longer|older desk/);
  });
});

describe('the curators', () => {
  it('are sent what the form shows, as the reader left it and as text', async () => {
    const form = await line.press(await line.command('para', '72'), 'Tell curators');
    expect(form.type).toBe(9);
    expect(JSON.stringify(form.data)).toContain('Shown: jchr-tnr/72');
    const sent = await line.discord.interact(
      modal(form.data.custom_id, { words: '@everyone **look** [x](https://evil.example)' }),
    );
    expect(wordsOf(sent)).toContain('Sent to the curators');
    const [told] = line.discord.posted(CURATORS);
    const read = readMarkdown(markdownOf(told));
    expect(read.words).toContain('@everyone **look** [x](https://evil.example)');
    expect(read.links).toEqual([]);
  });

  it('are not blamed when Discord refuses the message', async () => {
    line.discord.forbidden.add(CURATORS);
    const sent = await line.discord.interact(modal('1.tell', { words: 'hello' }));
    expect(wordsOf(sent)).toContain('could not reach the curators');
    line.discord.forbidden.delete(CURATORS);
  });
});

describe('a message menu', () => {
  it('finds the words of a message in the report', async () => {
    const shown = await line.discord.interact(menu('Find in the report', 'does anybody have to warn the person?'));
    expect(isPrivate(shown)).toBe(true);
    expect(wordsOf(shown)).toContain('→ here Currently there is no requirement');
  });

  it('checks the words of a message as a quotation', async () => {
    const shown = await line.discord.interact(menu('Check this quotation', 'the ship is being steered by others'));
    expect(wordsOf(shown)).toMatch(/Exact|Not exact|Not found/);
  });

  it('says so when a message has no words, and when the menu is not ours', async () => {
    expect(wordsOf(await line.discord.interact(menu('Find in the report', '')))).toContain('no words');
    expect(wordsOf(await line.discord.interact(menu('Gone', 'x')))).toContain('does not know this shortcut');
  });
});

describe('suggestions', () => {
  it.each([
    ['para', 'numbers', '7', '72'],
    ['para', 'numbers', 'currently there', '73'],
    ['note', 'numbers', '13', '138'],
    ['define', 'term', 'kırmızı', 'Red Notice'],
    ['who', 'name', 'brow', 'Sir William Browder'],
    ['country', 'country', 'tur', 'Turkey'],
    ['compare', 'topic', 'vis', 'visas'],
    ['cite', 'reference', '72', '72'],
    ['para', 'numbers', '71-75, 7', '71-75, 79'],
    ['note', 'numbers', '126-15', '126-153'],
  ])('for %s are offered while typing %s', async (sub, name, typed, wanted) => {
    const began = Date.now();
    const shown = await line.discord.interact(autocomplete('rednotice', sub, { [name]: typed }, name));
    expect(shown.type).toBe(8);
    expect(shown.data.choices.map((c: { value: string }) => c.value)).toContain(wanted);
    expect(Date.now() - began).toBeLessThan(1000);
  });

  it('never fail, whatever is typed, for whatever command', async () => {
    for (const typed of ['', '\u0000', '['.repeat(4000), '😀'.repeat(500), '(?<'])
      for (const [name, sub, option] of [
        ['rednotice', 'ask', 'question'],
        ['rednotice', 'check', 'quotation'],
        ['rednotice', 'gone', 'x'],
        ['other', null, 'x'],
      ] as const) {
        const shown = await line.discord.interact(autocomplete(name, sub, { [option]: typed }, option));
        expect(shown.type).toBe(8);
      }
  });
});

describe('the settings of a community', () => {
  const guildId = '900000000000000001';
  const here = { guildId, ...MANAGER };
  const openForm = async () => (await line.discord.interact(slash('rednotice-settings', null, {}, here))).data;
  const set = async (id: string, values: string[], more: object = here) =>
    line.discord.interact(select(id, values, await openForm(), more));

  it('are shown to those who may manage the server, and to nobody else', async () => {
    const form = await line.discord.interact(slash('rednotice-settings', null, {}, here));
    expect(wordsOf(form)).toContain('Where the desk answers');
    const other = await line.discord.interact(slash('rednotice-settings', null, {}, { guildId }));
    expect(wordsOf(other)).toContain('Only members who may manage this server');
    expect(wordsOf(await set('1.set.sharing', ['off'], { guildId }))).toContain('Only members who may');
  });

  it('keep answers private when sharing is off', async () => {
    await set('1.set.sharing', ['off']);
    const shown = await line.command('para', '72', { guildId, share: true });
    expect(isPrivate(shown)).toBe(true);
    expect(wordsOf(shown)).toContain('stay private here');
    expect(buttonsOf(shown).map((b) => b.label)).not.toContain('Share');
    const pressed = await line.press(await line.command('para', '72'), 'Share', { guildId });
    expect(isPrivate(pressed)).toBe(true);
    await set('1.set.sharing', ['on']);
  });

  it('keep the desk to some channels, where danger is still answered everywhere', async () => {
    await set('1.set.channels', ['900000000000000077']);
    expect(wordsOf(await line.command('para', '72', { guildId }))).toContain('other channels');
    expect(wordsOf(await line.command('ask', 'i think i am being followed', { guildId }))).toContain('999');
    expect(wordsOf(await line.command('para', '72', { guildId, channelId: '900000000000000077' }))).toContain(
      'Paragraph 72',
    );
    const thread = { type: 11, parent_id: '900000000000000077' };
    const inside = slash('rednotice', 'para', { numbers: '72' }, { guildId, channelId: '900000000000000078' });
    const asked = { ...inside, channel: { id: '900000000000000078', ...thread } } as typeof inside;
    expect(wordsOf(await line.discord.interact(asked))).toContain('Paragraph 72');
    const family = 'they threaten my mother at home because of me, does the report say anything on visas';
    expect(wordsOf(await line.command('ask', family, { guildId }))).toContain('999');
    await set('1.set.channels', []);
    expect(wordsOf(await line.command('para', '72', { guildId }))).toContain('Paragraph 72');
  });

  it('show where to turn in the language that was set, and are forgotten when asked', async () => {
    await set('1.set.language', ['fr']);
    expect(wordsOf(await line.command('ask', 'i think i am being followed', { guildId }))).toMatch(/appelez/i);
    await line.discord.interact(button('1.set.reset', await openForm(), here));
    expect(wordsOf(await line.command('ask', 'i think i am being followed', { guildId }))).not.toMatch(/appelez/i);
  });

  it('exist in servers alone', async () => {
    const shown = await line.discord.interact(slash('rednotice-settings', null, {}, { guildId: null }));
    expect(wordsOf(shown)).toContain('nothing to set');
  });
});

/** The lines of the excerpts shown: the report's and the guide's own words. */
const quotedLines = (shown: Parameters<typeof markdownOf>[0]) =>
  markdownOf(shown)
    .split('\n')
    .filter((l) => l.startsWith('> '));

describe('hostile words', () => {
  it.each([
    '<@123456789012345678> @everyone @here <@&1>',
    '``` [x](https://evil.example) `',
    '# heading\n- list\n> quote',
    '\u202eabc\u202c a\u200bb',
    '😀'.repeat(2000),
  ])('change nothing but what the answer says (%#)', async (words) => {
    for (const [name, text] of [
      ['check', `${words} the ship is being steered by others`],
      ['para', `999 ${words}`],
      ['who', words],
      ['ask', words],
    ] as const) {
      const shown = await line.command(name, text.slice(0, 4000));
      const { kinds, links } = readMarkdown(markdownOf(shown));
      for (const kind of kinds)
        expect([
          'br',
          'newline',
          'strong',
          'blockQuote',
          'codeBlock',
          'escape',
          'autolink',
          'url',
          'link',
          'subtext',
          'heading',
          'inlineCode',
          'text',
        ]).toContain(kind);
      expect(links.filter((l) => l.includes('evil'))).toEqual([]);
      if (name !== 'check') expect(markdownOf(shown)).not.toMatch(/[\u200b\u202a-\u202e]|<@|@everyone|\]\(/);
      expect(shown.data.allowed_mentions).toEqual({ parse: [], replied_user: false });
    }
    // Beside a question they leave its answer as it is, or make the desk decline.
    const question = 'how long does it take to remove a politically motivated red notice';
    const harmless = quotedLines(await line.command('ask', question));
    expect(harmless.length).toBeGreaterThan(0);
    for (const said of quotedLines(await line.command('ask', `${question}? ${words}`.slice(0, 4000))))
      expect(harmless).toContain(said);
  });
});
