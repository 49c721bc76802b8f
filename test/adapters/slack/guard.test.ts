import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signed } from './double.ts';
import { type Line, openLine } from './line.ts';

const JSON_KIND = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

describe('the HTTP front of the desk in Slack', () => {
  let line: Line;
  beforeAll(async () => {
    line = await openLine('http');
  });
  afterAll(() => line.close());
  afterEach(async () => {
    expect((await fetch(`http://127.0.0.1:${line.running.port}/healthz`)).status).toBe(200);
  });

  const send = (body: string, kind: string, shift = 0, secret?: string) =>
    line.post(body, signed(body, kind, shift, secret));
  const quick = async (answer: Promise<Response>) => {
    const began = Date.now();
    const { status } = await answer;
    expect(Date.now() - began).toBeLessThan(2000);
    return status;
  };

  it.each(['null', '{}', '[]', '"x"', '7', '{"type":5}', '{', ''])('refuses the body %s at once', async (body) => {
    expect(await quick(send(body, JSON_KIND))).toBe(400);
  });

  it.each(['payload=null', 'payload=[]', 'payload={', 'payload=%7B%7D', 'x=1', ''])(
    'refuses the form %s at once',
    async (body) => {
      expect(await quick(send(body, FORM, -2))).toBe(400);
    },
  );

  it('refuses wrong types inside a well-formed body without ending', async () => {
    for (const body of [
      '{"type":"event_callback"}',
      '{"type":"event_callback","event":null}',
      '{"type":"event_callback","event":{"type":[]}}',
    ])
      expect(await quick(send(body, JSON_KIND))).toBe(400);
    const odd = { type: 'block_actions', actions: 'none', user: 3, response_url: {} };
    expect((await send(`payload=${encodeURIComponent(JSON.stringify(odd))}`, FORM)).status).toBe(400);
  });

  it('refuses 5 MB and keeps serving, on the same port and on a new connection', async () => {
    const body = `{"type":"x","y":"${'z'.repeat(5 * 1024 * 1024)}"}`;
    const status = await send(body, JSON_KIND).then(
      (r) => r.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect(await quick(send('[5]', JSON_KIND))).toBe(400);
  });

  it('refuses a body that claims to be short and goes on and on', async () => {
    const socket = connect(line.running.port, '127.0.0.1');
    socket.write(
      'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    );
    const chunk = 'z'.repeat(64 * 1024);
    const closed = new Promise((go) => socket.on('close', go).on('error', () => undefined));
    for (let i = 0; i < 40 && !socket.destroyed; i++) socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
    socket.resume();
    await closed;
  });

  it('refuses signatures that are wrong, old, from the future or used before', async () => {
    const body = new URLSearchParams({
      command: '/rednotice',
      text: 'help',
      team_id: 'T1',
      user_id: 'U1',
      channel_id: 'C1',
      response_url: line.slack.responseUrl(),
    }).toString();
    expect((await send(body, FORM, 0, 'another-secret')).status).toBe(401);
    expect((await send(body, FORM, -301)).status).toBe(401);
    expect((await send(body, FORM, 3600)).status).toBe(401);
    expect((await line.post(body, { 'content-type': FORM })).status).toBe(401);
    const headers = signed(body, FORM);
    expect((await line.post(body, headers)).status).toBe(200);
    expect((await line.post(body, headers)).status).toBe(401);
  });

  it('takes a content type with a charset, and answers the checks of Slack', async () => {
    const body = new URLSearchParams({
      command: '/rednotice',
      text: 'para 71',
      team_id: 'T1',
      user_id: 'U1',
      channel_id: 'C1',
      response_url: line.slack.responseUrl(),
    }).toString();
    expect((await line.post(body, { ...signed(body, FORM), 'content-type': `${FORM}; charset=utf-8` })).status).toBe(
      200,
    );
    expect((await line.post('ssl_check=1&command=/rednotice', { 'content-type': FORM })).status).toBe(200);
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    expect(await (await send(challenge, JSON_KIND)).json()).toEqual({ challenge: 'abc' });
  });

  it('knows no other path', async () => {
    const at = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${line.running.port}${path}`, { method });
    expect((await at('/')).status).toBe(404);
    expect((await at('/slack/events')).status).toBe(404);
    expect((await at('/metrics')).status).toBe(200);
  });

  it('listens on the host it is given and no other', async () => {
    const other = await fetch(`http://127.0.0.2:${line.running.port}/healthz`).then(
      () => 'answered',
      () => 'refused',
    );
    expect(other).toBe('refused');
  });

  it('finishes an answer under way before it stops', async () => {
    const own = await openLine('http', {}, line.slack);
    line.slack.faults.next.set('respond', { status: 429, after: 1 });
    const { url } = await own.command('para 72');
    await own.running.stop(5000);
    expect(line.slack.responses.some((r) => r.url === url)).toBe(true);
  });

  it('gives up waiting for answers after the time it is given', async () => {
    const own = await openLine('http', {}, line.slack);
    line.slack.faults.next.set('respond', { status: 429, after: 3 });
    await own.command('para 72');
    const began = Date.now();
    await own.running.stop(200);
    expect(Date.now() - began).toBeLessThan(1500);
    expect(own.log.join('')).toContain('stopped with answers unfinished');
  });
});
