// The commands, once: adapters render this registry and never list commands themselves.

/** What an adapter may offer while an argument is typed. */
export type Suggestion = 'paragraph' | 'note' | 'speaker' | 'country' | 'term' | 'topic' | 'question';

export type CommandName =
  | 'ask'
  | 'para'
  | 'note'
  | 'findings'
  | 'who'
  | 'country'
  | 'define'
  | 'check'
  | 'trail'
  | 'cite'
  | 'compare'
  | 'about'
  | 'privacy'
  | 'help';

export interface Command {
  readonly name: CommandName;
  /** One line, for a menu: at most 100 characters, so that every platform can show it. */
  readonly help: string;
  readonly argument: {
    readonly name: string;
    readonly help: string;
    readonly required: boolean;
    readonly suggest: Suggestion | null;
  } | null;
  readonly example: string;
}

const argument = (name: string, help: string, suggest: Suggestion | null, required = true) => ({
  name,
  help,
  required,
  suggest,
});

export const COMMANDS: readonly Command[] = [
  {
    name: 'ask',
    help: 'Ask in your own words',
    argument: argument('question', 'What you want to know', 'question'),
    example: 'ask does anybody have to warn the person?',
  },
  {
    name: 'para',
    help: 'Show paragraphs of the report by number',
    argument: argument('numbers', 'One or more paragraphs, such as 71-75, 79', 'paragraph'),
    example: 'para 71-75, 79',
  },
  {
    name: 'note',
    help: 'Show footnotes of the report by number',
    argument: argument('numbers', 'One or more footnotes, such as 138', 'note'),
    example: 'note 144',
  },
  {
    name: 'findings',
    help: 'The conclusions, each with its recommendations',
    argument: null,
    example: 'findings',
  },
  {
    name: 'who',
    help: 'Everything a person or body is cited for',
    argument: argument('name', 'A witness, a Government body, an organisation', 'speaker'),
    example: 'who Rhys Davies',
  },
  {
    name: 'country',
    help: 'Everything said of a country',
    argument: argument('country', 'A country, its people or its capital', 'country'),
    example: 'country Turkey',
  },
  {
    name: 'define',
    help: 'Where a term is explained, in any language held',
    argument: argument('term', 'A term or an abbreviation', 'term'),
    example: 'define CCF',
  },
  {
    name: 'check',
    help: 'Check a quotation word for word against the report',
    argument: argument('quotation', 'The words to check', null),
    example: 'check "the ship is being steered by others"',
  },
  {
    name: 'trail',
    help: 'From a finding to its evidence and its recommendations',
    argument: argument('paragraph', 'One paragraph, such as 72', 'paragraph'),
    example: 'trail 72',
  },
  {
    name: 'cite',
    help: 'The citation of a paragraph or note: OSCOLA and plain',
    argument: argument('reference', 'A paragraph or note, such as 72 or fn 138', 'paragraph'),
    example: 'cite 72',
  },
  {
    name: 'compare',
    help: "The Government's position beside the Committee's and the witnesses'",
    argument: argument('topic', 'A topic of the chapter', 'topic', false),
    example: 'compare visas',
  },
  {
    name: 'about',
    help: 'What is held, how current it is, and the licence',
    argument: null,
    example: 'about',
  },
  { name: 'privacy', help: 'What happens to your question', argument: null, example: 'privacy' },
  { name: 'help', help: 'What you can ask', argument: null, example: 'help' },
];

export interface Called {
  readonly name: CommandName;
  readonly argument: string;
  /** Typed or chosen as a command, not merely begun like one: its argument is then never read as a question. */
  readonly explicit: boolean;
}

/** The command a text begins with, if any. `who called it …` begins like one; the caller decides by the argument. */
export function commandOf(text: string): Called | null {
  const match = /^(\/)?(?:red-?notice\s+)?(\/)?([a-z]+)\b[:\s]*([\s\S]*)$/i.exec(text.trim());
  const name = COMMANDS.find((c) => c.name === match?.[3]?.toLowerCase())?.name;
  if (!match || !name) return null;
  return { name, argument: (match[4] ?? '').trim(), explicit: Boolean(match[1] ?? match[2]) };
}
