// Draws the main Discord messages at phone width to docs/images/, from the JSON that is sent, with Debian's Chromium.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { page } from './discord-page.mjs';

const WIDTH = 390;
const root = join(import.meta.dirname, '..');
const { openPrepared } = await import(join(root, 'dist/adapters/host/prepared.js'));
const { reply, shared } = await import(join(root, 'dist/adapters/discord/reply.js'));
const { showSettings } = await import(join(root, 'dist/adapters/discord/moderate.js'));
const { USUAL } = await import(join(root, 'dist/adapters/discord/guilds.js'));
const { ask } = await import(join(root, 'dist/src/index.js'));

const out = join(root, 'docs/images');
const scratch = mkdtempSync(join(tmpdir(), 'pictures-'));
mkdirSync(out, { recursive: true });

const desk = await openPrepared(() => undefined);
const options = { shareable: true, curators: true };
const answer = (text) => ask(desk, text).answer;
const own = (message, used) => [{ message, used: `rednotice ${used}`, own: true }];
const asked = (text, used = 'ask') => own(reply(answer(text), desk, options), used);
const turkish = reply({ ...answer('i think i am being followed'), language: 'tr' }, desk, options);

const pictures = {
  'discord-answer': asked('does anybody have to warn the person?'),
  'discord-recommendation': asked('para 72', 'para'),
  'discord-guide': asked('what is a silver notice'),
  'discord-not-covered': asked('how many people in leeds have a red notice'),
  'discord-danger': asked('i think i am being followed'),
  'discord-danger-turkish': own(turkish, 'ask'),
  'discord-check': asked(
    'check "Currently there is no duty or mechanism for INTERPOL or the Home Office to alert people at risk"',
    'check',
  ),
  'discord-shared': [{ message: shared(answer('para 72'), desk) }],
  'discord-settings': [{ message: await settings(), used: 'rednotice-settings', own: true }],
  'discord-embed': [...asked('para 72', 'para'), ...asked('does anybody have to warn the person?')].map((drawn) => ({
    ...drawn,
    message: asEmbed(drawn.message),
  })),
};
for (const [name, messages] of Object.entries(pictures)) {
  const file = join(scratch, `${name}.html`);
  const picture = join(out, `${name}.png`);
  writeFileSync(file, page(messages));
  const [, width, height] = /<title>(\d+)x(\d+)<\/title>/.exec(chromium('--dump-dom', file, 800)) ?? [];
  if (Number(width) > WIDTH) throw new Error(`${name} is ${width} wide, a phone ${WIDTH}`);
  chromium(`--screenshot=${picture}`, file, Number(height));
  process.stdout.write(`${picture.slice(root.length + 1)} ${height}\n`);
}

function chromium(task, file, height) {
  const size = [`--window-size=${WIDTH},${height}`, '--force-device-scale-factor=1.5', '--hide-scrollbars'];
  const run = ['--headless', '--no-sandbox', ...size, task, `file://${file}`];
  return execFileSync('chromium', run, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** The moderators' form, as the command sends it. */
async function settings() {
  const sent = [];
  const asker = { guildId: '1', memberPermissions: { has: () => true }, reply: async (message) => sent.push(message) };
  await showSettings(asker, { guilds: { find: async () => USUAL } });
  return sent[0];
}

/** The same words and buttons as an embed, within its limits: 1,024 characters a field, no separators. */
function asEmbed({ components: [{ components, accent_color: color }] }) {
  const [status, first, ...more] = components.flatMap((c) => c.content ?? []);
  const [title, ...lines] = first.split('\n');
  const fields = more.slice(0, -1).flatMap((text) => {
    const [name, ...value] = text.split('\n');
    return [{ name: value.length > 0 ? name.replaceAll('**', '') : '\u200b', value: value.join('\n') || name }];
  });
  if (fields.some((f) => f.value.length > 1024)) throw new Error('longer than a field of an embed');
  const footer = { text: `${more.at(-1)}\n${status}`.replaceAll('-# ', '') };
  const embed = { title: title.replaceAll('**', ''), description: lines.join('\n'), fields, footer, color };
  return { embeds: [embed], components: components.filter((c) => c.type === 1) };
}
