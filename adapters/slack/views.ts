// The Home tab and the forms: what the desk holds, examples to press, a quotation to check, findings to browse, a word to the curators.
import type { types } from '@slack/bolt';
import { type Answer, ask, type Desk, layOut, splitPages } from '../../src/index.ts';
import { today } from '../host/today.ts';
import { blocksOf, PAGE, small } from './blocks.ts';
import { button } from './buttons.ts';
import { linked, section, text } from './rich-text.ts';

const EXAMPLES = [
  ['Does anybody have to warn the person?', 'does anybody have to warn a person about a red notice?'],
  ['Is a Red Notice an arrest warrant?', 'is a red notice an arrest warrant?'],
  ['What is the CCF?', 'define CCF'],
  ['Paragraph 72', 'para 72'],
  ['All findings', 'findings'],
  ['Who says what about visas', 'compare visas'],
] as const;

/** Prompts for a new conversation with the desk. */
export const PROMPTS = EXAMPLES.slice(0, 4).map(([title, message]) => ({ title, message }));

/** What the desk holds and how current it is, examples, forms, privacy: at most 100 blocks. */
export function homeView(desk: Desk): types.HomeView {
  const of = (command: string) => splitPages(layOut(ask(desk, command).answer, desk, today()), PAGE)[0];
  const [about, privacy] = [of('/about'), of('/privacy')];
  const asks = EXAMPLES.map(([label, q]) => button('ask', label, { q })).filter((b) => b !== null);
  const forms = [
    button('check_form', 'Check a quotation', {}, 'primary'),
    button('browse_form', 'Browse the findings', {}),
  ];
  const blocks: types.KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: 'Red Notice Desk', emoji: false } },
    paragraph(
      'Ask in a message to the desk, with "/rednotice" anywhere, or by mentioning it in a channel. You get the passage, who is speaking, and the citation.',
    ),
    { type: 'actions', elements: asks.map((b, i) => ({ ...b, action_id: `ask.${i}` })) },
    { type: 'actions', elements: forms.filter((b) => b !== null) },
    { type: 'divider' },
    ...(about ? blocksOf(about) : []),
    { type: 'divider' },
    ...(privacy ? blocksOf(privacy) : []),
  ];
  return { type: 'home', callback_id: 'home', blocks: blocks.slice(0, 100) };
}

/** Characters of a window: it has no pages, and Slack allows it twice the blocks of a message. */
const WINDOW = 9000;

/** An answer in a window: for buttons of the Home tab and for forms, where there is no channel to reply in. */
export function answerModal(answer: Answer, desk: Desk): types.ModalView {
  const [first, ...more] = splitPages(layOut(answer, desk, today()), WINDOW);
  const rest =
    more.length > 0 ? [small('This is not all. Ask the same with "/rednotice" and turn the pages there.')] : [];
  const blocks = first ? blocksOf({ ...first, of: 1 }) : [];
  return { ...window('answer', 'Red Notice Desk'), blocks: [...blocks.slice(0, 99), ...rest] };
}

/** Fixed words in a window. */
export function noticeModal(words: string): types.ModalView {
  return { ...window('notice', 'Red Notice Desk'), blocks: [paragraph(words)] };
}

/** A quotation to compare with the report. */
export function checkForm(words = ''): types.ModalView {
  return {
    ...window('check', 'Check a quotation'),
    submit: plain('Check'),
    blocks: [
      {
        type: 'input',
        block_id: 'words',
        label: plain('The words to check'),
        hint: plain('They are compared with the report word for word and are not kept.'),
        element: {
          type: 'plain_text_input',
          action_id: 'words',
          multiline: true,
          max_length: 3000,
          ...(words ? { initial_value: words.slice(0, 3000) } : {}),
        },
      },
    ],
  };
}

/** The conclusions and recommendations to choose from. */
export function browseForm(desk: Desk): types.ModalView {
  const findings = ask(desk, '/findings').answer.excerpts.flatMap((s) => {
    const passage = desk.held.passage(s.ref);
    const label = passage ? `${passage.number} ${passage.kind}: ${passage.sentences[0]?.text ?? ''}` : '';
    return passage
      ? [{ text: plain(label.length > 75 ? `${label.slice(0, 73)} …` : label), value: `para ${passage.number}` }]
      : [];
  });
  return {
    ...window('browse', 'Browse the findings'),
    submit: plain('Show'),
    blocks: [
      {
        type: 'input',
        block_id: 'finding',
        label: plain('Conclusion or recommendation'),
        element: { type: 'static_select', action_id: 'finding', options: findings.slice(0, 100) },
      },
    ],
  };
}

/** Shows what will be sent to the curators, all of it, to be changed at will. */
export function tellForm(refs: readonly string[]): types.ModalView {
  return {
    ...window('tell', 'Tell the curators'),
    submit: plain('Send'),
    blocks: [
      paragraph(
        'Only the words in this box are sent, without your name. Change or delete anything; please leave out names and details of people.',
      ),
      {
        type: 'input',
        block_id: 'words',
        label: plain('What will be sent'),
        element: {
          type: 'plain_text_input',
          action_id: 'words',
          multiline: true,
          max_length: 2500,
          initial_value: `Shown: ${refs.join(', ') || 'nothing'}\nWhat was wrong or missing: `,
        },
      },
    ],
  };
}

export function paragraph(words: string): types.RichTextBlock {
  return { type: 'rich_text', elements: [section(...linked(words))] };
}

/** What the curators read: the words as text, never as markup. */
export function toldBlocks(words: string): types.KnownBlock[] {
  return [
    { type: 'rich_text', elements: [section(text('From a reader, as written:', { bold: true }))] },
    { type: 'rich_text', elements: [section(text(words.slice(0, 2500)))] },
  ];
}

const plain = (words: string): types.PlainTextElement => ({ type: 'plain_text', text: words, emoji: false });
const window = (id: string, title: string) => ({
  type: 'modal' as const,
  callback_id: id,
  title: plain(title),
  close: plain('Close'),
});
