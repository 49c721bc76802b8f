// The rules themselves: one body for each thing Discord refuses, and good ones of every kind that pass.
import { describe, expect, it } from 'vitest';
import { type Asked, faultsOf, type Kind, IS_COMPONENTS_V2 as V2 } from './payload-rules.ts';

const message = (body: object) => ({ allowed_mentions: { parse: [] }, ...body });
const said = (content: string, more: object = {}) => message({ content, ...more });
const embeds = (...list: object[]) => message({ embeds: list });
const parts = (...components: object[]) => message({ components });
const second = (...components: object[]) => message({ components, flags: V2 });
const text = (content: string) => ({ type: 10, content });
const press = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, label: 'More', custom_id, ...more });
const link = (url: string, more: object = {}) => ({ type: 2, style: 5, label: 'Source', url, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const box = (...components: object[]) => ({ type: 17, components });
const menu = (values: string[], more: object = {}) => ({
  type: 3,
  custom_id: 'menu',
  options: values.map((value) => ({ label: 'x', value })),
  ...more,
});
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const command = (more: object = {}) => ({ name: 'notice', description: 'Ask', ...more });
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'What', ...more });
const sub = (name: string, ...options: object[]) => ({ type: 1, name, description: 'Do', options });
const commands = (...options: object[]) => [command({ options })];
const input = (custom_id: string, more: object = {}) => ({
  type: 18,
  label: 'Question',
  component: { type: 4, custom_id, style: 1, ...more },
});
const modal = (title: string, ...components: object[]) => ({ type: 9, data: { custom_id: 'm', title, components } });
const choices = (...list: unknown[]) => ({ type: 8, data: { choices: list } });
const reply = { type: 4, data: said('x') };
const update = { type: 7, data: said('x') };
const ASKED: Asked = { type: 2 };
const PRESSED: Asked = { type: 3, message: {} };
const TYPING: Asked = { type: 4, data: { options: [sub('find', { name: 'q', type: 3, value: '', focused: true })] } };
const SUBMITTED: Asked = { type: 5 };

/** Why it is refused, the kind of body, the body, a part of the fault, what a callback answers. */
type Bad = [string, Kind, unknown, string, Asked?];

const messages: Bad[] = [
  ['content of 2001', 'message', said('x'.repeat(2001)), '2000 at most'],
  ['1001 emoji, 2002 as JavaScript counts', 'message', said('📘'.repeat(1001)), '2000 at most'],
  ['channel content of 2001', 'channel', said('x'.repeat(2001)), '2000 at most'],
  ['nothing to show', 'message', message({}), 'empty message'],
  ['only spaces', 'message', said('  '), 'empty message'],
  ['an edit of nothing', 'edit', said(''), 'empty message'],
  ['a misspelt key', 'message', said('x', { ephemeral: true }), 'ephemeral: unknown key'],
  ['a misspelt key inside', 'message', embeds({ title: 't', colour: 1 }), 'colour: unknown key'],
  ['no allowed_mentions', 'message', { content: '@everyone' }, 'allowed_mentions'],
  ['mentions of people', 'message', said('x', { allowed_mentions: { parse: ['users'] } }), 'allowed_mentions'],
  [
    'a ping by reply',
    'channel',
    said('x', { allowed_mentions: { parse: [], replied_user: true } }),
    'allowed_mentions',
  ],
  ['a person to ping', 'message', said('x', { allowed_mentions: { parse: [], users: ['1'] } }), 'allowed_mentions'],
  ['a mention that does not exist', 'message', said('x', { allowed_mentions: { parse: ['all'] } }), 'allowed_mentions'],
  ['an ephemeral channel message', 'channel', said('x', { flags: 64 }), 'flags 64'],
  ['an edit that makes it ephemeral', 'edit', said('x', { flags: 64 }), 'flags 64'],
  ['a flag no bot may set', 'message', said('x', { flags: 128 }), 'flags 128'],
  ['embeds of 6001', 'message', embeds(...[4000, 2001].map((n) => ({ description: 'x'.repeat(n) }))), '6000 at most'],
  ['an embed title of 257', 'message', embeds({ title: 'x'.repeat(257) }), 'embeds.0.title'],
  ['an embed description of 4097', 'message', embeds({ description: 'x'.repeat(4097) }), 'embeds.0.description'],
  ['11 embeds', 'message', embeds(...many(11, () => ({ title: 't' }))), 'embeds'],
  ['26 fields', 'message', embeds({ fields: many(26, () => ({ name: 'n', value: 'v' })) }), 'embeds.0.fields'],
  ['an empty embed', 'message', embeds({}), 'an empty embed'],
  ['an empty field', 'message', embeds({ fields: [{ name: 'n', value: '' }] }), 'an embed field without'],
  ['a field of 1025', 'message', embeds({ fields: [{ name: 'n', value: 'x'.repeat(1025) }] }), 'fields.0.value'],
  ['an embed url of a script', 'message', embeds({ title: 't', url: 'javascript:x' }), 'embed url javascript'],
  [
    'an icon of a script',
    'message',
    embeds({ footer: { text: 't', icon_url: 'javascript:x' } }),
    'embed url javascript',
  ],
];

const components: Bad[] = [
  ['6 rows', 'message', parts(...many(6, (n) => row(press(`${n}`)))), '5 at most'],
  ['6 buttons in a row', 'message', parts(row(...many(6, (n) => press(`${n}`)))), 'components.0.components'],
  ['a custom id twice', 'message', parts(row(press('a')), row(press('a'))), 'custom_id a stands twice'],
  ['a custom id of 101', 'message', parts(row(press('a'.repeat(101)))), 'custom_id'],
  ['a label of 81', 'message', parts(row(press('a', { label: 'x'.repeat(81) }))), 'label'],
  ['a button without label', 'message', parts(row(press('a', { label: '' }))), 'without label'],
  ['a word for an emoji', 'message', parts(row(press('a', { emoji: { name: 'book' } }))), 'emoji book'],
  ['a button without custom id', 'message', parts(row({ type: 2, style: 1, label: 'x' })), 'without custom_id'],
  ['a button that is also a link', 'message', parts(row(press('a', { url: 'https://a.b' }))), 'no link button'],
  ['a link with custom id', 'message', parts(row(link('https://a.b', { custom_id: 'a' }))), 'with custom_id'],
  ['a link to a script', 'message', parts(row(link('javascript:x'))), 'url javascript'],
  ['a link that is none', 'message', parts(row(link('somewhere'))), 'url'],
  ['a button outside a row', 'message', parts(press('a')), 'components.0'],
  ['a select value twice', 'message', parts(row(menu(['a', 'a']))), 'value stands twice'],
  ['26 select options', 'message', parts(row(menu(many(26, String)))), 'options'],
  ['a select of more than it has', 'message', parts(row(menu(['a'], { max_values: 2 }))), 'above the number'],
  ['a select beside a button', 'message', parts(row(menu(['a']), press('a'))), 'shares its row'],
  ['a placeholder of 151', 'message', parts(row(menu(['a'], { placeholder: 'x'.repeat(151) }))), 'placeholder'],
  ['V2 parts without the flag', 'message', parts(text('x')), 'without the flag'],
  ['content beside V2', 'message', { ...second(text('x')), content: 'x' }, 'content beside'],
  ['embeds beside V2', 'message', { ...second(text('x')), embeds: [{ title: 't' }] }, 'embeds beside'],
  ['the V2 flag alone', 'message', message({ flags: V2 }), 'empty message'],
  ['V2 text of 4001 in two', 'message', second(text('x'.repeat(2000)), text('x'.repeat(2001))), '4000 at most'],
  ['an empty text display', 'message', second(text('')), 'content'],
  ['41 components, nested', 'message', second(box(...many(40, () => text('x')))), '40 at most'],
  ['a container in a container', 'message', second(box(box(text('x')))), 'components.0'],
  ['a section without accessory', 'message', second({ type: 9, components: [text('x')] }), 'accessory'],
  [
    'a thumbnail of a script',
    'message',
    second({ type: 12, items: [{ media: { url: 'javascript:x' } }] }),
    'media url',
  ],
  ['an id twice', 'message', second({ ...text('x'), id: 3 }, { ...text('y'), id: 3 }), 'id 3 stands twice'],
];

const callbacks: Bad[] = [
  ['an unknown callback type', 'callback', { type: 99 }, 'callback type 99', ASKED],
  ['a body that is no object', 'callback', [], 'body is no object', ASKED],
  ['an update to a command', 'callback', update, 'to an interaction of type 2', ASKED],
  ['choices to a command', 'callback', choices(), 'to an interaction of type 2', ASKED],
  ['choices to a button', 'callback', choices(), 'to an interaction of type 3', PRESSED],
  ['a message to what is being typed', 'callback', reply, 'to an interaction of type 4', TYPING],
  ['a modal to a modal', 'callback', modal('Ask', input('q')), 'to an interaction of type 5', SUBMITTED],
  ['an update to a modal of no message', 'callback', update, 'without a message', SUBMITTED],
  ['a deferral with V2', 'callback', { type: 5, data: { flags: V2 } }, 'only EPHEMERAL', ASKED],
  ['a deferral with content', 'callback', { type: 5, data: said('x') }, 'only flags', ASKED],
  ['a deferred update with data', 'callback', { type: 6, data: said('x') }, 'carries nothing', PRESSED],
  ['a reply that may ping', 'callback', { type: 4, data: { content: 'x' } }, 'allowed_mentions', ASKED],
  ['an empty reply', 'callback', { type: 4 }, 'empty message', ASKED],
  ['26 choices', 'callback', choices(...many(26, (n) => ({ name: `${n}`, value: `${n}` }))), 'choices', TYPING],
  ['a choice name of 101', 'callback', choices({ name: 'x'.repeat(101), value: 'a' }), 'choice name', TYPING],
  ['a choice without name', 'callback', choices({ name: '', value: 'a' }), 'choice name', TYPING],
  ['a choice value of 101', 'callback', choices({ name: 'a', value: 'x'.repeat(101) }), 'choice value, 1', TYPING],
  ['a number where a text is asked', 'callback', choices({ name: 'a', value: 1 }), 'is no string', TYPING],
  ['a choice that is null', 'callback', choices(null), 'a choice is null', TYPING],
  ['no choices at all', 'callback', { type: 8, data: {} }, 'no list of choices', TYPING],
  ['a modal title of 46', 'callback', modal('x'.repeat(46), input('q')), 'title', ASKED],
  ['a modal of 6 parts', 'callback', modal('Ask', ...many(6, (n) => input(`${n}`))), '1 to 5', ASKED],
  ['a modal field twice', 'callback', modal('Ask', input('q'), input('q')), 'stands twice', ASKED],
  ['too long a value', 'callback', modal('Ask', input('q', { max_length: 3, value: 'long' })), 'max_length', ASKED],
  ['a text input labelled twice', 'callback', modal('Ask', input('q', { label: 'x' })), 'label of a text', ASKED],
];

const lists: Bad[] = [
  ['a command with capitals', 'commands', [command({ name: 'Notice' })], 'name Notice'],
  ['a command with a space', 'commands', [command({ name: 'red notice' })], 'name red notice'],
  ['a command name of 33', 'commands', [command({ name: 'x'.repeat(33) })], 'name'],
  ['a command without description', 'commands', [{ name: 'notice' }], 'description of notice is missing'],
  ['a description of 101', 'commands', [command({ description: 'x'.repeat(101) })], 'description'],
  ['a misspelt key of a command', 'commands', [command({ context: [0] })], 'context: unknown key'],
  ['26 options', 'commands', commands(...many(26, (n) => option(`o${n}`))), 'options'],
  [
    'a required option that comes late',
    'commands',
    commands(option('a'), option('b', { required: true })),
    'after an opt',
  ],
  ['an option twice', 'commands', commands(option('a'), option('a')), 'option name stands twice'],
  [
    'autocomplete with choices',
    'commands',
    commands(option('a', { autocomplete: true, choices: [{ name: 'a', value: 'a' }] })),
    'autocomplete with',
  ],
  ['autocomplete of a yes or no', 'commands', commands(option('a', { type: 5, autocomplete: true })), 'autocomplete'],
  ['a subcommand beside an option', 'commands', commands(sub('a'), option('b')), 'beside other'],
  ['a fault inside a subcommand', 'commands', commands(sub('a', option('B'))), 'name B'],
  ['an unknown locale', 'commands', [command({ name_localizations: { tlh: 'notice' } })], 'unknown locale tlh'],
  [
    'a translated name with capitals',
    'commands',
    [command({ name_localizations: { de: 'Fahndung' } })],
    'Fahndung in de',
  ],
  ['a command twice', 'commands', [command(), command()], 'command name stands twice'],
  ['101 commands', 'commands', many(101, (n) => command({ name: `c${n}` })), '100 at most'],
  ['16 message commands', 'commands', many(16, (n) => ({ type: 3, name: `c${n}` })), '15 at most'],
  ['a message command with description', 'commands', [{ type: 3, name: 'Look', description: 'x' }], 'with description'],
  [
    'more than 8000 characters',
    'commands',
    commands(
      ...many(25, (n) => option(`o${n}`, { choices: many(25, (m) => ({ name: `the choice ${m}`, value: `${m}` })) })),
    ),
    '8000 at most',
  ],
  ['other direct messages without user installs', 'commands', [command({ contexts: [0, 2] })], 'USER_INSTALL'],
];

describe('a body is refused with', () => {
  it.each([...messages, ...components, ...callbacks, ...lists])('%s', (_, kind, body, fault, asked) => {
    expect(faultsOf(kind, body, asked).join('\n')).toContain(fault);
  });
});

const good: [string, Kind, unknown, Asked?][] = [
  ['a text', 'message', said('x'.repeat(2000))],
  ['what discord.js always adds', 'edit', said('x', { tts: false, enforce_nonce: false })],
  ['a silent reply', 'channel', said('x', { allowed_mentions: { parse: [], replied_user: false } })],
  ['an ephemeral follow-up', 'followup', said('x', { flags: 64 })],
  ['an edit of only the components', 'edit', parts()],
  ['embeds of 6000', 'message', embeds(...[4000, 2000].map((n) => ({ description: 'x'.repeat(n) })))],
  ['five rows', 'message', parts(...many(4, (n) => row(press(`${n}`), link('https://a.b'))), row(menu(['a', 'b'])))],
  ['V2 of 4000 characters and 40 parts', 'message', second(box(text('x'.repeat(3962)), ...many(38, () => text('x'))))],
  [
    'V2 of every part',
    'message',
    second(
      {
        ...box({ type: 9, components: [text('x')], accessory: press('a') }, { type: 14, spacing: 2 }),
        accent_color: 1,
      },
      row(link('https://a.b'), { type: 2, style: 2, custom_id: 'b', emoji: { name: '👍' } }),
    ),
  ],
  ['a V2 edit that clears what was', 'edit', { ...second(text('x')), content: null, embeds: [] }],
  ['a deferral', 'callback', { type: 5, data: { flags: 64 } }, ASKED],
  ['a bare deferral', 'callback', { type: 5 }, ASKED],
  ['a deferred update', 'callback', { type: 6 }, PRESSED],
  ['an update', 'callback', update, PRESSED],
  ['a reply', 'callback', reply, SUBMITTED],
  ['25 choices', 'callback', choices(...many(25, (n) => ({ name: `${n}`, value: `${n}` }))), TYPING],
  ['no choice', 'callback', choices(), TYPING],
  ['a modal', 'callback', modal('Ask', text('Read this'), input('q', { required: true, max_length: 300 })), PRESSED],
  ['an older modal', 'callback', modal('Ask', row({ type: 4, custom_id: 'q', label: 'Question', style: 2 })), ASKED],
  [
    'commands of every type',
    'commands',
    [
      command({
        contexts: [0, 1, 2],
        integration_types: [0, 1],
        nsfw: false,
        default_member_permissions: '8',
        name_localizations: { fr: 'notice-rouge' },
        options: [
          { type: 2, name: 'rules', description: 'd', options: [sub('find', option('q', { autocomplete: true }))] },
        ],
      }),
      { type: 3, name: 'Look this up', contexts: [0], integration_types: [0] },
      { type: 2, name: 'notice' },
    ],
  ],
];

describe('a body is taken with', () => {
  it.each(good)('%s', (_, kind, body, asked) => {
    expect(faultsOf(kind, body, asked)).toEqual([]);
  });
});
