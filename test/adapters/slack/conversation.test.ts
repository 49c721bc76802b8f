import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../until.ts';
import { type Line, openLine, type Transport } from './line.ts';

/** All the words of a message, as a reader sees them. */
const words = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(words).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([k, v]) => (k === 'text' && typeof v === 'string' ? `${v}\n` : k === 'value' ? '' : words(v)))
    .join('');
};
// biome-ignore lint/suspicious/noExplicitAny: blocks as JSON
const buttonOf = (body: any, label: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: blocks as JSON
  body.blocks.flatMap((b: any) => b.elements ?? []).find((e: any) => e.type === 'button' && e.text.text === label);

describe.each<Transport>(['socket', 'http'])('the desk in Slack over %s', (transport) => {
  let line: Line;
  beforeAll(async () => {
    line = await openLine(transport);
  });
  afterAll(() => line.close());
  afterEach(() => expect(line.slack.refused).toEqual([]));

  const answerTo = async (text: string) => {
    const { url, status } = await line.command(text);
    expect(status).toBe(200);
    return until(() => line.slack.responses.find((r) => r.url === url)?.body);
  };
  /** What the asker sees after a message's menu was used. */
  const fromMessage = async (callback_id: string, text: string) => {
    const at = line.slack.responseUrl();
    await line.interact({
      type: 'message_action',
      callback_id,
      response_url: at,
      trigger_id: line.slack.trigger(),
      channel: { id: 'C1' },
      message: { text, ts: '1' },
    });
    return words((await until(() => line.slack.responses.find((r) => r.url === at)?.body)).blocks);
  };
  const press = async (body: unknown, label: string, more: object = {}) => {
    const url = line.slack.responseUrl();
    const action = buttonOf(body, label);
    expect(action, label).toBeDefined();
    await line.interact({
      type: 'block_actions',
      response_url: url,
      trigger_id: line.slack.trigger(),
      channel: { id: 'C1' },
      container: { type: 'message', is_ephemeral: true },
      actions: [{ type: 'button', block_id: 'b', action_ts: '1', ...action }],
      ...more,
    });
    return { url, seen: () => until(() => line.slack.responses.find((r) => r.url === url)?.body) };
  };

  it('answers a command to the asker alone, voice before words, with notes and a citation to copy', async () => {
    const body = await answerTo('para 72');
    expect(body.response_type).toBe('ephemeral');
    const shown = words(body.blocks);
    expect(shown.indexOf('Committee recommendation:')).toBeLessThan(shown.indexOf('We recommend'));
    expect(shown).toContain('(2024–25, HL 160, HC 681) para 72');
    expect(body.text).toBe('Red Notice Desk: Paragraph 72 · Committee recommendation');
  });

  it('shows help when nothing is asked, and every command of the registry answers', async () => {
    expect(words((await answerTo('')).blocks)).toContain('para');
    for (const text of [
      'findings',
      'who Rhys Davies',
      'country Turkey',
      'define CCF',
      'trail 72',
      'cite 72',
      'compare visas',
      'about',
      'privacy',
      'note 138',
    ])
      expect(words((await answerTo(text)).blocks).length, text).toBeGreaterThan(60);
  });

  it('tells an unknown command, an unknown button and an unknown shortcut so, privately', async () => {
    const { url } = await line.command('x', { command: '/somethingelse' });
    expect(words((await until(() => line.slack.responses.find((r) => r.url === url)?.body)).blocks)).toContain(
      'does not know this command',
    );
    for (const value of ['{"v":9}', 'nonsense', '{"v":1,"a":"1|a||999||||"}', undefined]) {
      const at = line.slack.responseUrl();
      await line.interact({
        type: 'block_actions',
        response_url: at,
        actions: [{ type: 'button', action_id: 'page', block_id: 'b', value }],
      });
      const body = await until(() => line.slack.responses.find((r) => r.url === at)?.body);
      expect(body.response_type).toBe('ephemeral');
      expect(words(body.blocks)).toMatch(/no longer/);
    }
    expect(await fromMessage('old', 'x')).toContain('does not know this shortcut');
  });

  it('tells an unknown shortcut without a message so, in a window', async () => {
    await line.interact({ type: 'shortcut', callback_id: 'old', trigger_id: line.slack.trigger() });
    const opened = await until(() => line.slack.calls.find((c) => c.body.view?.callback_id === 'notice'));
    expect(words(opened.body.view.blocks)).toContain('does not know this shortcut');
  });

  it('turns pages in place, forwards and back, losing nothing', async () => {
    const first = await answerTo('para 64-66');
    const { seen } = await press(first, 'Next page');
    const second = await seen();
    expect(second.replace_original).toBe(true);
    expect(words(second.blocks)).toContain('Page 2 of');
    expect(words((await (await press(second, 'Previous page')).seen()).blocks)).toBe(words(first.blocks));
  });

  it('shows notes, context, trail and citations behind their buttons', async () => {
    const body = await answerTo('para 68');
    expect(words((await (await press(body, 'Notes in full')).seen()).blocks)).toContain('Note 14');
    expect(words((await (await press(body, 'In context')).seen()).blocks)).toContain('Paragraph 67');
    expect(words((await (await press(body, 'Trail')).seen()).blocks)).toContain('recommendation');
    expect(words((await (await press(body, 'Cite')).seen()).blocks)).toContain('OSCOLA');
    expect(words((await (await press(body, 'Helpful')).seen()).blocks)).toContain('Thank you');
  });

  it('shares the excerpt and its citation, never the question or the asker', async () => {
    const body = await answerTo('does anybody have to warn a person zebrafinch about a red notice?');
    const { url } = await press(body, 'Share to channel');
    const shared = await until(() => line.slack.responses.filter((r) => r.url === url)[0]?.body);
    expect(shared.response_type).toBe('in_channel');
    expect(JSON.stringify(shared)).not.toMatch(/zebrafinch|U1\b/);
    expect(words(shared.blocks)).toContain('HL 160, HC 681) para');
    expect(await until(() => line.slack.responses.filter((r) => r.url === url)[1]?.body)).toMatchObject({
      response_type: 'ephemeral',
    });
  });

  it('answers a mention in its thread, a refusal only to the asker', async () => {
    await line.event({ type: 'app_mention', channel: 'C1', user: 'U1', ts: '10.1', text: '<@UBOT> para 72' });
    const said = await until(() =>
      line.slack.calls.find((c) => c.method === 'chat.postMessage' && c.body.thread_ts === '10.1'),
    );
    expect(words(said.body.blocks)).toContain('Committee recommendation:');
    await line.event({
      type: 'app_mention',
      channel: 'C1',
      user: 'U1',
      ts: '11.1',
      text: '<@UBOT> should i fly to dubai with a red notice on me?',
    });
    const quiet = await until(() => line.slack.calls.find((c) => c.method === 'chat.postEphemeral'));
    expect(quiet.body.user).toBe('U1');
    expect(line.slack.calls.some((c) => c.method === 'chat.postMessage' && c.body.thread_ts === '11.1')).toBe(false);
  });

  it('follows up in the thread it was addressed in, and is silent elsewhere', async () => {
    await line.event({ type: 'app_mention', channel: 'C2', user: 'U1', ts: '20.1', text: '<@UBOT> para 71' });
    await until(() => line.slack.calls.find((c) => c.body.thread_ts === '20.1'));
    const before = line.slack.calls.length;
    await line.event({
      type: 'message',
      channel_type: 'channel',
      channel: 'C2',
      user: 'U1',
      ts: '99.2',
      text: 'para 72',
    });
    await line.event({
      type: 'message',
      channel_type: 'channel',
      channel: 'C2',
      user: 'U1',
      ts: '99.3',
      thread_ts: '99.1',
      text: 'para 72',
    });
    await line.event({
      type: 'message',
      channel_type: 'channel',
      channel: 'C2',
      user: 'U9',
      ts: '20.2',
      thread_ts: '20.1',
      text: 'para 72',
    });
    await line.event({
      type: 'message',
      channel_type: 'channel',
      channel: 'C2',
      user: 'U1',
      ts: '20.3',
      thread_ts: '20.1',
      text: 'ok lunch at one?',
    });
    await line.event({
      type: 'message',
      channel_type: 'channel',
      channel: 'C2',
      user: 'U1',
      ts: '20.4',
      thread_ts: '20.1',
      text: 'and the recommendation?',
    });
    const said = await until(() => line.slack.calls.slice(before).find((c) => c.method === 'chat.postMessage'));
    expect(words(said.body.blocks)).toContain('Paragraph 72');
    expect(line.slack.calls.slice(before).filter((c) => c.method.startsWith('chat.'))).toHaveLength(1);
  });

  it('answers direct messages, each a thread of its own, with a status while it works', async () => {
    await line.event({
      type: 'message',
      channel_type: 'im',
      channel: 'D1',
      user: 'U1',
      ts: '30.1',
      text: 'define CCF',
    });
    const said = await until(() =>
      line.slack.calls.find((c) => c.method === 'chat.postMessage' && c.body.channel === 'D1'),
    );
    expect(said.body.thread_ts).toBe('30.1');
    expect(line.slack.calls.some((c) => c.method === 'assistant.threads.setStatus')).toBe(true);
    await line.event({
      type: 'message',
      channel_type: 'im',
      channel: 'D1',
      user: 'U1',
      ts: '30.2',
      thread_ts: '30.1',
      text: 'para 72',
    });
    await until(
      () => line.slack.calls.filter((c) => c.method === 'chat.postMessage' && c.body.thread_ts === '30.1')[1],
    );
    for (const more of [{ subtype: 'message_changed' }, { bot_id: 'B9' }])
      await line.event({
        type: 'message',
        channel_type: 'im',
        channel: 'D9',
        user: 'U1',
        ts: '31.1',
        text: 'para 72',
        ...more,
      });
    expect(line.slack.calls.some((c) => c.body.channel === 'D9')).toBe(false);
  });

  it('answers an event that Slack repeats only once', async () => {
    const event = { type: 'app_mention', channel: 'C5', user: 'U1', ts: '50.1', text: '<@UBOT> para 72' };
    await Promise.all([line.event(event, { event_id: 'EvSame' }), line.event(event, { event_id: 'EvSame', retry: 1 })]);
    await line.event(event, { event_id: 'EvSame', retry: 2 });
    await until(() => line.slack.calls.find((c) => c.body.channel === 'C5'));
    await line.event({ type: 'app_mention', channel: 'C6', user: 'U1', ts: '51.1', text: '<@UBOT> para 72' });
    await until(() => line.slack.calls.find((c) => c.body.channel === 'C6'));
    expect(line.slack.calls.filter((c) => c.body.channel === 'C5')).toHaveLength(1);
  });

  it('publishes the Home tab, suggests prompts, and answers its buttons in a window', async () => {
    await line.event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' });
    const home = await until(() => line.slack.calls.find((c) => c.method === 'views.publish'));
    expect(words(home.body.view.blocks)).toMatch(/Red Notice Desk[\s\S]*Open Parliament Licence/);
    await line.event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages' });
    expect(
      (await until(() => line.slack.calls.find((c) => c.method.endsWith('setSuggestedPrompts')))).body.prompts,
    ).toHaveLength(4);
    await press(home.body.view, 'Paragraph 72', { channel: undefined, response_url: undefined });
    const opened = await until(() => line.slack.calls.find((c) => c.body.view?.callback_id === 'answer'));
    expect(words(opened.body.view.blocks)).toContain('Committee recommendation:');
  });

  it('checks a quotation from a form and from a message, and shows findings from a list', async () => {
    await line.command('check');
    await until(() => line.slack.calls.find((c) => c.method === 'views.open' && c.body.view.callback_id === 'check'));
    await line.command('browse');
    await until(() => line.slack.calls.find((c) => c.method === 'views.open' && c.body.view.callback_id === 'browse'));
    expect(await fromMessage('check_quotation', 'the ship is being steered by others &amp; nobody knows')).toMatch(
      /exact|report/i,
    );
    expect(
      await line.interact({
        type: 'view_submission',
        view: {
          type: 'modal',
          callback_id: 'check',
          id: 'V1',
          state: { values: { words: { words: { value: 'steered by others' } } } },
        },
      }),
    ).toBe(200);
  });

  it('tells the curators exactly what the reader leaves in the box, without a name', async () => {
    const body = await answerTo('para 72');
    await press(body, 'Tell the curators');
    const form = await until(() =>
      line.slack.calls.find((c) => c.method === 'views.open' && c.body.view.callback_id === 'tell'),
    );
    expect(JSON.stringify(form.body.view)).toContain('jchr-tnr/72');
    await line.interact({
      type: 'view_submission',
      view: {
        type: 'modal',
        callback_id: 'tell',
        id: 'V2',
        state: { values: { words: { words: { value: '<!channel> a note is wrong' } } } },
      },
    });
    const told = await until(() => line.slack.calls.find((c) => c.body.channel === 'C0CURATORS'));
    expect(told.body.blocks[1].elements[0].elements[0]).toEqual({ type: 'text', text: '<!channel> a note is wrong' });
    expect(JSON.stringify(told.body)).not.toContain('U1');
  });

  it('waits as long as Slack asks, and falls back when a response_url has expired', async () => {
    line.slack.faults.next.set('respond', { status: 429, after: 1 });
    const began = Date.now();
    await answerTo('para 73');
    expect(Date.now() - began).toBeGreaterThanOrEqual(900);
    line.slack.faults.next.set('respond', { status: 404 });
    await line.command('para 75', { user_id: 'U7' });
    expect(
      (await until(() => line.slack.calls.find((c) => c.method === 'chat.postEphemeral' && c.body.user === 'U7'))).body
        .channel,
    ).toBe('C1');
  });

  it('says so when something fails, and logs no more than a code', async () => {
    line.slack.faults.next.set('views.open', { status: 200 });
    const { url } = await line.command('browse');
    const body = await until(() => line.slack.responses.find((r) => r.url === url)?.body);
    expect(words(body.blocks)).toContain('Something went wrong');
    expect(line.log.some((l) => l.includes('"failed"'))).toBe(true);
  });

  it('sends nothing to an address that is not Slack', async () => {
    await line.command('para 76', { response_url: 'http://127.0.0.1:9/steal', user_id: 'U8' });
    await until(() => line.slack.calls.find((c) => c.method === 'chat.postEphemeral' && c.body.user === 'U8'));
  });

  it('asks a person who asks too fast to wait, kindly', async () => {
    for (let i = 0; i < 201; i++) await line.command('para 79', { user_id: 'UFAST' });
    await until(() => line.slack.responses.some((r) => words(r.body.blocks).includes('Please ask again in')));
  });

  it('logs nothing that was asked and nobody who asked', async () => {
    const { url } = await line.command('zebrafinch quokka question of mine');
    await until(() => line.slack.responses.find((r) => r.url === url));
    expect(line.log.join('')).not.toMatch(/zebrafinch|quokka|U1\b|xoxb/);
    expect(line.log.length).toBeGreaterThan(3);
  });
});
