import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SlackBot, slackBot } from '../../support/slack/slack-bot.ts';

let bot: SlackBot;
beforeEach(async () => {
  bot = await slackBot();
});
afterEach(() => bot.slack.stop());

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

test('what runs for longer than ten seconds is left behind, and said so', async () => {
  bot.slack.failNext('response_url', { delayMs: 20_000 });
  await bot.interact({
    type: 'block_actions',
    container: { type: 'message', is_ephemeral: true },
    response_url: bot.slack.responseUrl(),
    actions: [{ type: 'button', action_id: 'dismiss', block_id: 'b', action_ts: '1' }],
  });
  const start = performance.now();
  await bot.service.stop();
  // A post to Slack has a limit of its own, below the ten seconds.
  expect(performance.now() - start).toBeLessThan(11_000);
}, 15_000);
