// `npm run bench -- slack`: slash commands acknowledged and answered through the real adapter, beside a bare Bolt app that only acknowledges.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { projectRoot } from '../adapters/host/place.ts';
import { load, middle, p99 } from './load.ts';

const SECRET = 'a-signing-secret-for-the-benchmark';
const CONNECTIONS = 10;
const SECONDS = 3;
const WARM = 1;
const ROUNDS = 5;
/** Commands a second that both are offered: a busy workspace asks fewer in an hour. */
const OFFERED = 100;
const LEAST_THROUGHPUT = 0.7;
/** Times the bare p99, and a millisecond on top, since the load generator shares the machine. */
const MOST_P99 = 2;
const ROOM = 1;
/** Milliseconds from the command to the answer at Slack's door, 99 in 100. */
const MOST_ANSWER = 25;

const COMMANDS = [
  'para 72',
  'does anybody have to warn the person?',
  'define CCF',
  'who Rhys Davies',
  'is a red notice an arrest warrant',
];

/** Slack's side: takes the Web API calls and the answers. */
const answered = new Map<string, (at: number) => void>();
const slack = createServer((asked, response) => {
  const url = asked.url ?? '';
  asked.resume().on('end', () => {
    answered.get(url)?.(performance.now());
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"ok":true,"user_id":"U","bot_id":"B","team_id":"T1"}');
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
  const child = spawn(process.execPath, [join(projectRoot(), 'dist', file)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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

/**
 * Ten connections. With a pace, each sends its share of so many commands a second; without, its next command as soon
 * as the last one was done with.
 */
async function measure(port: number, seconds: number, waits: boolean, pace = 0): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const acknowledged: number[] = [];
  const answers: number[] = [];
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
  await load(one, CONNECTIONS, seconds, pace);
  agent.destroy();
  return { perSecond: acknowledged.length / seconds, p99: p99(acknowledged), answerP99: p99(answers) };
}

const line = (text: string) => process.stdout.write(`${text}\n`);
const bare = await start('bench/bare-bolt.js', 47_801);
const desk = await start('adapters/slack/start.js', 47_802);
await measure(47_801, WARM, false);
await measure(47_802, WARM, true);
const runs: { one: Load; two: Load }[] = [];
for (let round = 0; round < ROUNDS; round++)
  runs.push({
    one: await measure(47_801, SECONDS, false, OFFERED),
    two: await measure(47_802, SECONDS, true, OFFERED),
  });
const full = { one: await measure(47_801, 2, false), two: await measure(47_802, 2, true) };
bare.kill();
desk.kill();
slack.closeAllConnections();
slack.close();
const throughput = middle(runs, (r) => r.two.perSecond / r.one.perSecond);
const [bareP99, deskP99, answerP99] = [
  middle(runs, (r) => r.one.p99),
  middle(runs, (r) => r.two.p99),
  middle(runs, (r) => r.two.answerP99),
];
line(`offered ${OFFERED} commands/s over ${CONNECTIONS} connections, middle of ${ROUNDS} rounds:`);
line(`  bare Bolt, acknowledging only: p99 ${bareP99.toFixed(1)} ms`);
line(
  `  the desk, acknowledging: ${throughput.toFixed(2)} of bare's throughput (least ${LEAST_THROUGHPUT}), p99 ${deskP99.toFixed(1)} ms (most ${MOST_P99} times bare and ${ROOM} ms)`,
);
line(`  the desk, answering: p99 ${answerP99.toFixed(1)} ms (most ${MOST_ANSWER})`);
line(
  `as fast as each can: bare ${full.one.perSecond.toFixed(0)} acknowledged/s; the desk ${full.two.perSecond.toFixed(0)} answered/s, answers p99 ${full.two.answerP99.toFixed(1)} ms`,
);
const over = [
  ...(throughput < LEAST_THROUGHPUT ? ['throughput'] : []),
  ...(deskP99 > MOST_P99 * bareP99 + ROOM ? ['the acknowledgement'] : []),
  ...(answerP99 > MOST_ANSWER ? ['the answer'] : []),
];
if (over.length > 0) {
  line(`too slow: ${over.join(', ')}`);
  process.exitCode = 1;
}
