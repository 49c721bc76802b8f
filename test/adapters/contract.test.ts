import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canvasOf, draw } from '../../adapters/terminal/draw.ts';
import { answerLines } from '../../adapters/terminal/jsonl.ts';
import { type AnswerRecord, ask, layOut } from '../../src/index.ts';
import { theDesk } from '../the-desk.ts';
import { until } from '../until.ts';
import { buttonsOf, type Line as DiscordLine, markdownOf, openLine as openDiscordLine } from './discord/line.ts';
import { readMarkdown } from './discord/read-markdown.ts';
import { type Line, openLine } from './slack/line.ts';

/** One question, whole, as a reader of an adapter gets it: every page, as bare text. */
interface Adapter {
  readonly name: string;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly answer: (question: string) => Promise<string>;
}

let line: Line;
let discord: DiscordLine;
// biome-ignore lint/suspicious/noExplicitAny: blocks as JSON
const textOf = (value: any): string => {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  if (value.type === 'button') return '';
  if (value.type === 'link') return value.url;
  return Object.entries(value)
    .map(([k, v]) => (k === 'text' && typeof v === 'string' ? v : k === 'value' ? '' : textOf(v)))
    .join(' ');
};

const ADAPTERS: Adapter[] = [
  {
    name: 'terminal',
    open: async () => undefined,
    close: async () => undefined,
    answer: async (question) => {
      const desk = await theDesk();
      return draw(layOut(ask(desk, question).answer, desk), canvasOf({ isTTY: false, columns: 100 }, {}));
    },
  },
  {
    name: 'slack',
    open: async () => {
      line = await openLine('http');
    },
    close: () => line.close(),
    answer: async (question) => {
      const { url } = await line.command(question, { user_id: `U${QUESTIONS.indexOf(question)}` });
      let body = await until(() => line.slack.responses.find((r) => r.url === url)?.body);
      let whole = textOf(body.blocks);
      for (;;) {
        // biome-ignore lint/suspicious/noExplicitAny: blocks as JSON
        const next = body.blocks.flatMap((b: any) => b.elements ?? []).find((e: any) => e.text?.text === 'Next page');
        if (!next) return whole;
        const at = line.slack.responseUrl();
        await line.interact({
          type: 'block_actions',
          response_url: at,
          container: { is_ephemeral: true },
          actions: [{ type: 'button', block_id: 'b', action_ts: '1', ...next }],
        });
        body = await until(() => line.slack.responses.find((r) => r.url === at)?.body);
        whole += textOf(body.blocks);
      }
    },
  },
  {
    name: 'discord',
    open: async () => {
      discord = await openDiscordLine();
    },
    close: () => discord.close(),
    answer: async (question) => {
      const from = { userId: `16000000000000${10_000 + QUESTIONS.indexOf(question)}` };
      let shown = await discord.command('ask', question, from);
      let whole = readMarkdown(markdownOf(shown)).words;
      while (buttonsOf(shown).some((b) => b.label === 'Next page')) {
        shown = await discord.press(shown, 'Next page', from);
        whole += readMarkdown(markdownOf(shown)).words;
      }
      expect(discord.discord.refused).toEqual([]);
      return whole;
    },
  },
];

const QUESTIONS = [
  'para 72',
  'para 64-66',
  'note 138',
  'findings',
  'who Rhys Davies',
  'country Turkey',
  'define CCF',
  'compare visas',
  'trail 72',
  'does anybody have to warn the person?',
  'what is a silver notice',
  'i think i am being followed',
  'how many people in leeds have a red notice',
  'kırmızı bülten nedir',
];

/** White space, and the margin of a quotation set off, are the platform's own. */
const bare = (text: string) => text.replace(/[\s│]+/g, '');

async function recordFor(question: string): Promise<AnswerRecord> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const said: Buffer[] = [];
  output.on('data', (d: Buffer) => said.push(d));
  input.end(`${JSON.stringify({ id: 1, question })}\n`);
  await answerLines(await theDesk(), input, output);
  return JSON.parse(Buffer.concat(said).toString()) as AnswerRecord;
}

describe.each(ADAPTERS)('the contract: $name', (adapter) => {
  beforeAll(adapter.open);
  afterAll(adapter.close);

  it.each(QUESTIONS)(
    '"%s" gives the same references, voices, words and citations as the machine-readable answer',
    async (question) => {
      const [record, shown] = [await recordFor(question), bare(await adapter.answer(question))];
      for (const excerpt of [...record.excerpts, ...record.nearest]) {
        expect(shown).toContain(bare(excerpt.citation.replace(/ <[^>]*>/, '')));
        for (const sentence of excerpt.sentences)
          expect(shown.replace(/\[\d+\]/g, ''), sentence.ref).toContain(bare(sentence.text));
      }
      const desk = await theDesk();
      const labels = layOut(ask(desk, question).answer, desk).flatMap((b) =>
        b.kind === 'excerpt' ? b.spoken.map((s) => s.voice) : [],
      );
      for (const voice of labels) expect(shown).toContain(bare(voice));
      for (const b of layOut(ask(desk, question).answer, desk))
        if (b.kind === 'words') expect(shown).toContain(bare(b.text.split('\n')[0] ?? ''));
    },
  );
});
