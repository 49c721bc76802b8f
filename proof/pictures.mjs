// Draws the main Slack messages, the Home tab and a form to docs/images/, with Slack's blocks rendered by slack-blocks-to-jsx in Debian's Chromium.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { createElement } = require('react');
const { renderToStaticMarkup } = require('react-dom/server');
const { Message } = require('slack-blocks-to-jsx');
const root = join(import.meta.dirname, '..');
const { openPrepared } = await import(join(root, 'dist/adapters/host/prepared.js'));
const { reply, shared } = await import(join(root, 'dist/adapters/slack/reply.js'));
const { homeView, checkForm } = await import(join(root, 'dist/adapters/slack/views.js'));
const { ask } = await import(join(root, 'dist/src/index.js'));

const out = join(root, 'docs/images');
const scratch = mkdtempSync(join(tmpdir(), 'pictures-'));
mkdirSync(out, { recursive: true });
const css = readFileSync(join(import.meta.dirname, 'node_modules/slack-blocks-to-jsx/dist/style.css'), 'utf8');
const logo =
  'data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" rx="6" fill="%231d3557"/></svg>';

const desk = await openPrepared(() => undefined);
const full = { shareable: true, curators: true };
const answer = (text) => ask(desk, text).answer;
const pictures = {
  'slack-answer': { ...reply(answer('does anybody have to warn the person?'), desk, full), height: 1010 },
  'slack-recommendation': { ...reply(answer('para 72'), desk, full), height: 370 },
  'slack-not-covered': { ...reply(answer('how many people in leeds have a red notice'), desk, full), height: 1190 },
  'slack-danger': { ...reply(answer('i think i am being followed'), desk, full), height: 660 },
  'slack-check': {
    ...reply(
      answer('check "Currently there is no duty or mechanism for INTERPOL or the Home Office to alert people at risk"'),
      desk,
      full,
    ),
    height: 900,
  },
  'slack-shared': { ...shared(answer('para 72'), desk), height: 340 },
  'slack-home': { blocks: homeView(desk).blocks, height: 1360 },
  'slack-form': { blocks: checkForm().blocks, height: 220 },
};
for (const [name, { blocks, height }] of Object.entries(pictures)) {
  const hooks = { user: (d) => `@${d.id}`, channel: (d) => `#${d.id}` };
  const html = renderToStaticMarkup(
    createElement(Message, { blocks, name: 'Red Notice Desk', logo, time: new Date(0), theme: 'light', hooks }),
  );
  const file = join(scratch, `${name}.html`);
  writeFileSync(
    file,
    `<!doctype html><meta charset=utf-8><style>${css}</style><body style="margin:16px;width:680px;font-family:Lato,DejaVu Sans,sans-serif;background:#fff">${html}</body>`,
  );
  const picture = join(out, `${name}.png`);
  execFileSync(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--hide-scrollbars',
      `--screenshot=${picture}`,
      `--window-size=720,${height}`,
      `file://${file}`,
    ],
    { stdio: 'ignore' },
  );
  process.stdout.write(`${picture.slice(root.length + 1)}\n`);
}
