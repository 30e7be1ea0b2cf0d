import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signedCommand } from '../../support/slack/signed.ts';
import { type SlackBot, slackBot } from '../../support/slack/slack-bot.ts';

let bot: SlackBot;
beforeEach(async () => {
  bot = await slackBot();
});
afterEach(async () => {
  expect(bot.faults()).toEqual([]);
  await bot.slack.stop();
});

function direct(text: string) {
  const { directChannel: channel, userId: user } = bot.slack;
  return bot.event({ type: 'message', channel_type: 'im', channel, user, text, ts: '1.1' });
}

test('work that runs is finished, and its request answered', async () => {
  bot.slack.failNext('chat.postMessage', { delayMs: 400 });
  const running = direct('3 64 64');
  await expect.poll(() => bot.slack.calls.length).toBe(2); // auth.test, and this one
  await bot.service.stop();
  expect((await running).status).toBe(200);
  expect((await bot.slack.messages(bot.slack.directChannel)).at(-1)?.text).toContain('36,928');
});

test('work behind an answered request is finished as well', async () => {
  bot.slack.failNext('response_url', { delayMs: 400 });
  await bot.interact({
    type: 'block_actions',
    container: { type: 'message', is_ephemeral: true },
    response_url: bot.slack.responseUrl(),
    actions: [{ type: 'button', action_id: 'ask:0', value: 't:3 64 64', block_id: 'b', action_ts: '1' }],
  });
  await bot.service.stop();
  expect(bot.slack.responses).toMatchObject([{ status: 200 }]);
});

test('no new work is taken', async () => {
  bot.slack.failNext('chat.postMessage', { delayMs: 400 });
  const running = direct('3 64 64');
  await expect.poll(() => bot.slack.calls.length).toBe(2);
  const stopped = bot.service.stop();
  await expect(bot.command('3 64 64').then(({ status }) => status)).rejects.toThrow();
  await Promise.all([running, stopped]);
});

test('a request whose body is still arriving is refused, so that nothing of it gets lost', async () => {
  const { headers, body } = signedCommand('3 64 64');
  const { port } = new URL(bot.url);
  const socket = connect(Number(port), '127.0.0.1');
  const reply = new Promise<string>((resolve) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    socket.on('close', () => resolve(text));
  });
  const head = Object.entries({ host: 'a', 'content-length': String(body.length), ...headers });
  socket.write(`POST /slack/events HTTP/1.1\r\n${head.map((line) => line.join(': ')).join('\r\n')}\r\n\r\n`);
  socket.write(body.slice(0, 50));
  // Long enough for the server to have begun to read.
  await bot.command('3 64 64');
  const stopped = bot.service.stop();
  socket.write(body.slice(50));
  expect(await reply).toMatch(/^HTTP\/1\.1 503 /);
  await stopped;
});
