// A bare Bolt app that only acknowledges: what the desk in Slack is measured against.
import { App, LogLevel } from '@slack/bolt';

const app = new App({
  signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '',
  authorize: async () => ({ botToken: 'xoxb-bare', botId: 'B', botUserId: 'U' }),
  logLevel: LogLevel.ERROR,
});
app.command(/.*/, async ({ ack }) => ack());
await app.start({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.stdout.write('bare Bolt is ready\n');
