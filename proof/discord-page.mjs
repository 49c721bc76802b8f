// A Discord message, as sent, as the page a phone shows: Components V2 or an embed, its Markdown read as Discord does.
import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';

const START = /^$|\n$/;
const LIST = /^ *(?:[-*]|\d+\.) +([^\n]+)(?:\n|$)/;
const atStart = (match) => (rest, _, before) => (START.test(before) ? match(rest, { prevCapture: null }) : null);
const { heading, subtext } = rulesExtended;
const parse = SimpleMarkdown.parserFor({
  ...rulesExtended,
  // As the package has them, headings and small letters are not seen after a quotation, and lists never.
  heading: { ...heading, match: atStart(heading.match) },
  subtext: { ...subtext, match: atStart(subtext.match) },
  list: {
    order: heading.order,
    match: atStart((rest) => LIST.exec(rest)),
    parse: ([, words], parser, state) => ({ content: parser(words, state) }),
  },
});

const escaped = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const tagged = (tag, nodes, kind = '') => `<${tag} class="${kind}">${nodes}</${tag}>`;

/** Discord's Markdown as HTML. What would notify or be drawn by Discord itself is set off, so that it is seen. */
export const markdown = (words) => inner(parse(words, { inline: true }));

function inner(nodes) {
  if (typeof nodes === 'string') return escaped(nodes);
  // A line that ends before or behind a block gives no empty line.
  const isBlock = (node) => ['blockQuote', 'codeBlock', 'subtext', 'heading', 'list'].includes(node?.type);
  const kept = nodes.filter((n, i) => n.type !== 'br' || (i < nodes.length - 1 && !isBlock(nodes[i - 1])));
  return kept.map(html).join('');
}

function html(node) {
  const { type, content } = node;
  switch (type) {
    case 'text':
      return escaped(content);
    case 'br':
      return '\n';
    case 'strong':
    case 'em':
      return tagged(type, inner(content));
    case 'underline':
      return tagged('u', inner(content));
    case 'strikethrough':
      return tagged('s', inner(content));
    case 'inlineCode':
      return tagged('code', escaped(content));
    case 'codeBlock':
      return tagged('pre', escaped(content));
    case 'blockQuote':
      return tagged('blockquote', inner(content));
    case 'subtext':
    case 'list':
      return tagged('div', inner(content), type);
    case 'heading':
      return tagged(`h${node.level}`, inner(content));
    case 'url':
    case 'autolink':
    case 'link':
      return tagged('a', inner(content));
    case 'twemoji':
      return tagged('span', escaped(node.name), 'emoji');
    default:
      return tagged('mark', escaped(`${type} ${node.id ?? ''}`));
  }
}

const [ROW, BUTTON, SELECT, TEXT, LINE, CONTAINER, CHANNELS] = [1, 2, 3, 10, 14, 17, 8];
const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'secondary'];

function component(part) {
  const nested = () => (part.components ?? []).map(component).join('');
  switch (part.type) {
    case ROW:
      return tagged('div', nested(), 'row');
    case BUTTON:
      return tagged('div', escaped(part.label), `button ${STYLES[part.style]}`);
    case SELECT:
    case CHANNELS: {
      const chosen = (part.options ?? []).filter((o) => o.default).map((o) => o.label);
      return tagged('div', escaped(chosen.join(', ') || part.placeholder || 'Make a selection'), 'select');
    }
    case TEXT:
      return tagged('div', markdown(part.content), 'text');
    case LINE:
      return tagged('div', '', 'line');
    case CONTAINER:
      return tagged('div', nested(), 'container').replace('>', ` style="--bar:${colour(part.accent_color)}">`);
    default:
      throw new Error(`no picture of component ${part.type}`);
  }
}

function embed({ title, description, fields, footer, color }) {
  const parts = [
    tagged('div', markdown(title), 'title'),
    tagged('div', markdown(description)),
    ...fields.map(({ name, value }) => tagged('div', tagged('b', markdown(name)) + tagged('div', markdown(value)))),
    tagged('div', escaped(footer.text), 'foot'),
  ];
  return tagged('div', parts.join(''), 'embed').replace('>', ` style="--bar:${colour(color)}">`);
}

const colour = (value) => (value === undefined ? '#242429' : `#${value.toString(16).padStart(6, '0')}`);

/** One message: `used` is the command before it, `own` whether only the asker sees it. */
function shown({ message, used, own }) {
  const body = [...(message.embeds ?? []).map(embed), ...(message.components ?? []).map(component)].join('');
  const asked = used ? tagged('div', `<b>Sam</b> used <a>/${escaped(used)}</a>`, 'used') : '';
  const name = '<b>Red Notice Desk</b> <span class="app">APP</span> <time>09:41</time>';
  const seen = own ? tagged('div', 'Only you can see this · <a>Dismiss message</a>', 'own') : '';
  return tagged('article', `${asked}<i class="face">¶</i>${tagged('div', name, 'name')}${body}${seen}`);
}

/** The page; its title becomes its width and height as drawn. */
export function page(messages) {
  const measure =
    'const { scrollWidth, offsetHeight } = document.body; document.title = scrollWidth + "x" + offsetHeight;';
  const head = `<!doctype html><meta charset="utf-8"><style>${CSS}</style>`;
  return `${head}<body>${messages.map(shown).join('')}<script>${measure}</script>`;
}

// Discord's dark theme; its own typeface, gg sans, cannot be had, and Liberation Sans comes nearest in width.
const CSS = `
* { box-sizing: border-box; margin: 0 }
body { width: 390px; padding: 10px 0; background: #1a1a1e; color: #dbdee1;
  font: 16px/22px 'Liberation Sans', 'DejaVu Sans', sans-serif }
article { position: relative; padding: 6px 12px 6px 64px }
a { color: #7b9cff }
strong, b { font-weight: bold }
mark { background: #f23f43 }
time, .own, .used { color: #949ba4; font-size: 12px }
.own { margin-top: 4px }
.used { margin-bottom: 4px }
.used b { color: #dbdee1 }
.used::before { content: ''; position: absolute; left: 32px; top: 16px; width: 26px; height: 8px;
  border: 2px solid #4e5058; border-width: 2px 0 0 2px; border-radius: 6px 0 0 0 }
.face { position: absolute; left: 12px; width: 40px; height: 40px; border-radius: 50%; background: #1d3557;
  color: #fff; text-align: center; font: bold 20px/40px 'Liberation Sans' }
.name b { color: #fff }
.app { padding: 1px 5px; background: #5865f2; border-radius: 4px; color: #fff; vertical-align: 2px;
  font: bold 10px/14px 'Liberation Sans' }
.container { display: flex; flex-direction: column; gap: 8px; margin-top: 4px; padding: 14px 14px 14px 16px;
  background: linear-gradient(90deg, var(--bar) 4px, #242429 4px); border: 1px solid #323239; border-radius: 8px }
.embed { display: grid; gap: 8px; margin: 4px 0 8px; padding: 10px 14px 14px 16px; border-radius: 4px;
  background: linear-gradient(90deg, var(--bar) 4px, #242429 4px); font-size: 14px; line-height: 18px }
.title { color: #fff; font: bold 16px/22px 'Liberation Sans' }
.foot { color: #949ba4; font-size: 12px }
.text, .embed div { white-space: pre-wrap; overflow-wrap: anywhere }
.line { height: 1px; background: #3b3b42 }
blockquote { margin: 1px 0; padding-left: 12px; border-left: 4px solid #4e5058; border-radius: 4px }
.subtext { color: #949ba4; font-size: 13px; line-height: 18px }
.list { display: list-item; margin-left: 24px }
pre { margin-top: 6px; padding: 7px; background: #1c1c20; border: 1px solid #37373e; border-radius: 4px;
  white-space: pre-wrap; font: 14px/18px 'DejaVu Sans Mono', monospace }
.embed pre { font-size: 12px; line-height: 16px }
h1 { font-size: 24px }
h2 { font-size: 20px }
h3 { font-size: 16px }
.emoji { display: inline-block; width: 20px; height: 20px; background: #3b88c3; border-radius: 3px; color: #fff;
  text-align: center; font: 13px/20px 'DejaVu Sans' }
.row { display: flex; flex-wrap: wrap; gap: 8px }
article > .row + .row { margin-top: 8px }
.button { padding: 0 14px; border-radius: 8px; color: #fff; font: bold 14px/36px 'Liberation Sans' }
.primary { background: #5865f2 }
.secondary { background: #3e3e46 }
.success { background: #248046 }
.danger { background: #da373c }
.select { width: 100%; padding: 0 12px; background: #1c1c20; border: 1px solid #3f3f46; border-radius: 8px;
  line-height: 42px }
.select::after { content: '⌄'; float: right; font-weight: bold }`;
