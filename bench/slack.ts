// `npm run bench -- slack`: slash commands acknowledged and answered through the real adapter, beside a bare Bolt app that only acknowledges.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { projectRoot } from '../adapters/host/place.ts';

const SECRET = 'a-signing-secret-for-the-benchmark';
const CONNECTIONS = 10;
const SECONDS = 4;
const WARM = 1;
/** What issue and README promise. */
export const LEAST_THROUGHPUT = 0.7;
export const MOST_P99 = 2;
export const MOST_ANSWER = 25;

const COMMANDS = ['para 72', 'does anybody have to warn the person?', 'define CCF', 'who Rhys Davies', 'is a red notice an arrest warrant'];

/** Slack's side: takes the Web API calls and the answers. */
const answered = new Map<string, (at: number) => void>();
const slack = createServer((asked, response) => {
  const url = asked.url ?? '';
  asked.resume().on('end', () => {
    answered.get(url)?.(performance.now());
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"user_id":"U","bot_id":"B","team_id":"T1"}');
  });
});
await new Promise<void>((go) => slack.listen(0, '127.0.0.1', go));
const origin = `http://127.0.0.1:${(slack.address() as AddressInfo).port}`;

async function start(file: string, port: number): Promise<ChildProcess> {
  const env = {
    ...process.env,
    PORT: String(port),
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_MODE: 'http',
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_API_URL: `${origin}/api/`,
    STORE_URL: 'memory:',
    LIMIT_PERSON: '100000000',
    LIMIT_COMMUNITY: '100000000',
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, [join(projectRoot(), 'dist', file)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((go, fail) => {
    child.stdout?.on('data', (said: Buffer) => said.includes('ready') && go());
    child.on('exit', () => fail(new Error(`${file} did not start`)));
  });
  return child;
}

interface Load {
  readonly perSecond: number;
  readonly p99: number;
  readonly answerP99: number;
}

let serial = 0;

/** Ten connections, each sending its next command as soon as the last one was acknowledged. */
async function load(port: number, seconds: number, waits: boolean): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const acknowledged: number[] = [];
  const answers: number[] = [];
  const end = performance.now() + seconds * 1000;
  const one = async () => {
    serial += 1;
    const path = `/respond/${serial}`;
    const body = new URLSearchParams({
      command: '/rednotice',
      text: COMMANDS[serial % COMMANDS.length] ?? '',
      user_id: `U${serial % 50}`,
      channel_id: 'C1',
      team_id: 'T1',
      response_url: `${origin}${path}`,
      trigger_id: String(serial),
    }).toString();
    const stamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', SECRET).update(`v0:${stamp}:${body}`).digest('hex');
    const began = performance.now();
    const answer = waits ? new Promise<number>((go) => answered.set(path, go)) : null;
    await new Promise<void>((go, fail) => {
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-slack-request-timestamp': stamp,
        'x-slack-signature': `v0=${signature}`,
      };
      request({ agent, port, host: '127.0.0.1', path: '/slack/events', method: 'POST', headers }, (response) => {
        if (response.statusCode !== 200) fail(new Error(`answered ${response.statusCode}`));
        response.resume().on('end', go);
      })
        .on('error', fail)
        .end(body);
    });
    acknowledged.push(performance.now() - began);
    if (answer) {
      answers.push((await answer) - began);
      answered.delete(path);
    }
  };
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) await one();
    }),
  );
  agent.destroy();
  const p99 = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(0.99 * (times.length - 1))] ?? 0;
  return { perSecond: acknowledged.length / seconds, p99: p99(acknowledged), answerP99: p99(answers) };
}

const line = (text: string) => process.stdout.write(`${text}\n`);
const bare = await start('bench/bare-bolt.js', 47_801);
const desk = await start('adapters/slack/start.js', 47_802);
await load(47_801, WARM, false);
await load(47_802, WARM, true);
const one = await load(47_801, SECONDS, false);
const two = await load(47_802, SECONDS, true);
bare.kill();
desk.kill();
slack.closeAllConnections();
slack.close();
line(`bare Bolt, acknowledging only: ${one.perSecond.toFixed(0)} commands/s, p99 ${one.p99.toFixed(1)} ms`);
line(`the desk, acknowledging and answering: ${two.perSecond.toFixed(0)} commands/s, acknowledged p99 ${two.p99.toFixed(1)} ms, answered p99 ${two.answerP99.toFixed(1)} ms`);
line(`throughput ${(two.perSecond / one.perSecond).toFixed(2)} of bare (least ${LEAST_THROUGHPUT}), p99 ${(two.p99 / one.p99).toFixed(1)} times bare (most ${MOST_P99})`);
