import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmulatedSlack, emulatedSlack } from './emulated-slack.ts';
import { waitFor } from './wait-for.ts';

const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*3* × 3' } }];
const modal = {
  type: 'modal',
  callback_id: 'ask',
  title: { type: 'plain_text', text: 'Layer' },
  blocks,
} satisfies webApi.ViewsOpenArguments['view'];

let slack: EmulatedSlack;
let bot: webApi.WebClient;

beforeEach(async () => {
  slack = await emulatedSlack();
  bot = clientOf({ minTimeout: 1, maxTimeout: 1, retries: 2 });
});

afterEach(() => slack.stop());

function clientOf(retryConfig: webApi.WebClientOptions['retryConfig'] & object): webApi.WebClient {
  const logLevel = webApi.LogLevel.ERROR;
  return new webApi.WebClient(slack.token, { slackApiUrl: slack.apiUrl, retryConfig, logLevel });
}

test('the bot is who it is said to be', async () => {
  const { botUserId: user_id, botId: bot_id, teamId: team_id, appId: app_id } = slack;
  expect(await bot.auth.test()).toMatchObject({ ok: true, user_id, bot_id, team_id, app_id });
  const { members } = await bot.conversations.members({ channel: slack.channel });
  expect(members).toEqual(expect.arrayContaining([slack.userId, slack.otherUserId, slack.botUserId]));
  const { channel } = await bot.conversations.info({ channel: slack.directChannel });
  expect(channel).toMatchObject({ is_im: true, user: slack.userId });
});

describe('calls', () => {
  test('are recorded with their arguments, token and answer', async () => {
    await bot.chat.postMessage({ channel: slack.channel, text: 'true', blocks, unfurl_links: false });
    expect(slack.calls).toEqual([
      {
        method: 'chat.postMessage',
        arguments: { channel: slack.channel, text: 'true', blocks, unfurl_links: false },
        token: slack.token,
        response: expect.objectContaining({ ok: true, channel: slack.channel }),
      },
    ]);
  });

  test('are awaited', async () => {
    const next = slack.nextCall('chat.postMessage');
    await bot.auth.test();
    await bot.chat.postMessage({ channel: slack.channel, text: '[1, 2]' });
    expect((await next).arguments['text']).toBe('[1, 2]');
    await expect(slack.nextCall('views.open', 10)).rejects.toThrow('no views.open within 10 ms');
  });

  test('of a method that the emulator has not fail at once', async () => {
    const setStatus = { channel_id: slack.channel, thread_ts: '1.1', status: 'counts' };
    await expect(bot.assistant.threads.setStatus(setStatus)).rejects.toThrow('unknown_method');
  });

  test('are not recorded where a test makes them', async () => {
    await slack.say('hello');
    await slack.messages(slack.channel);
    expect(slack.calls).toEqual([]);
  });
});

describe('messages', () => {
  test('are those of a channel and of its threads, with their blocks', async () => {
    const { channel } = slack;
    const asked = await slack.say('3 64 128');
    await bot.chat.postMessage({ channel, text: 'in the thread', thread_ts: asked, blocks });
    await slack.say('and beside it', { userId: slack.otherUserId });
    const unheard = { text: 'to one that only an event told of', thread_ts: '1700000000.000100' };
    await bot.chat.postMessage({ channel, ...unheard });
    expect(await slack.messages(channel)).toMatchObject([
      { user: slack.userId, text: '3 64 128', ts: asked, blocks: [] },
      { user: slack.botUserId, text: 'in the thread', thread_ts: asked, blocks },
      { user: slack.otherUserId, text: 'and beside it' },
      unheard,
    ]);
  });

  test('are updated and deleted', async () => {
    const { channel } = slack;
    const { ts = '' } = await bot.chat.postMessage({ channel, text: 'one' });
    await bot.chat.update({ channel, ts, text: 'two', blocks });
    expect(await slack.messages(channel)).toMatchObject([{ ts, text: 'two', blocks }]);
    await bot.chat.delete({ channel, ts });
    expect(await slack.messages(channel)).toEqual([]);
  });

  test('are direct', async () => {
    await bot.chat.postMessage({ channel: slack.userId, text: 'hello' });
    await slack.say('hello too', { channel: slack.directChannel });
    const texts = (await slack.messages(slack.directChannel)).map(({ text }) => text);
    expect(texts).toEqual(['hello', 'hello too']);
  });

  test('are ephemeral', async () => {
    const { channel, userId: user } = slack;
    const { message_ts } = await bot.chat.postEphemeral({ channel, user, text: 'for you', blocks });
    await expect(bot.chat.postEphemeral({ channel, user: 'U1', text: 'for nobody' })).rejects.toThrow();
    expect(slack.ephemerals()).toEqual([{ channel, user, text: 'for you', blocks, ts: message_ts }]);
    expect(await slack.messages(channel)).toEqual([]);
  });
});

describe('views', () => {
  test('are opened with a trigger id, once', async () => {
    const trigger_id = await slack.triggerId();
    const { view } = await bot.views.open({ trigger_id, view: modal });
    expect(slack.openViews()).toMatchObject([{ id: view?.id, hash: view?.hash, callback_id: 'ask', blocks }]);
    await expect(bot.views.open({ trigger_id, view: modal })).rejects.toThrow('exchanged_trigger_id');
    await expect(bot.views.open({ trigger_id: '1.2.3', view: modal })).rejects.toThrow('invalid_trigger_id');
    expect(slack.openViews()).toHaveLength(1);
  });

  test('are updated by their hash', async () => {
    await bot.views.open({ trigger_id: await slack.triggerId(), view: modal });
    const [{ id: view_id, hash } = { id: '', hash: '' }] = slack.openViews();
    const update = (callback_id: string) =>
      bot.views.update({ view_id, hash, view: { ...modal, callback_id } });
    await update('second');
    await expect(update('third')).rejects.toThrow('hash_conflict');
    expect(slack.openViews()).toMatchObject([{ id: view_id, callback_id: 'second' }]);
    expect(slack.openViews()[0]?.hash).not.toBe(hash);
  });

  test('are pushed', async () => {
    const { view } = await bot.views.open({ trigger_id: await slack.triggerId(), view: modal });
    const trigger_id = await slack.triggerId({ view_id: view?.id ?? '' });
    await bot.views.push({ trigger_id, view: { ...modal, callback_id: 'on top' } });
    expect(slack.openViews().map(({ callback_id }) => callback_id)).toEqual(['ask', 'on top']);
  });

  test('are published for a user', async () => {
    const publish = (user_id: string, callback_id: string) =>
      bot.views.publish({ user_id, view: { type: 'home', callback_id, blocks } });
    await publish(slack.userId, 'old');
    await publish(slack.userId, 'new');
    expect(slack.home(slack.userId)).toMatchObject({ type: 'home', callback_id: 'new', blocks });
    expect(slack.home(slack.otherUserId)).toBeUndefined();
    expect(slack.openViews()).toEqual([]);
  });
});

describe('faults', () => {
  const post = () => bot.chat.postMessage({ channel: slack.channel, text: 'once' });
  const errors = () => slack.calls.map(({ response }) => response);

  test('are an error of Slack', async () => {
    slack.failNext('chat.postMessage', { error: 'channel_is_archived' });
    await expect(post()).rejects.toThrow('channel_is_archived');
    expect(errors()).toEqual([{ ok: false, error: 'channel_is_archived' }]);
    expect(await slack.messages(slack.channel)).toEqual([]);
  });

  test('are one of HTTP and a broken connection, each once', async () => {
    slack.failNext('chat.postMessage', { status: 500 });
    slack.failNext('chat.postMessage', { drop: true });
    expect(await post()).toMatchObject({ ok: true });
    expect(errors()).toEqual(['Internal Server Error', undefined, expect.objectContaining({ ok: true })]);
    expect(await slack.messages(slack.channel)).toHaveLength(1);
  });

  test('are a rate limit', async () => {
    slack.failNext('chat.postMessage', { retryAfter: 0 });
    slack.failNext('chat.postMessage', { retryAfter: 30 });
    const logLevel = webApi.LogLevel.ERROR;
    const options = { slackApiUrl: slack.apiUrl, rejectRateLimitedCalls: true, logLevel };
    const impatient = new webApi.WebClient(slack.token, options);
    for (const retryAfter of [0, 30]) {
      const refused = impatient.chat.postMessage({ channel: slack.channel, text: 'once' });
      await expect(refused).rejects.toMatchObject({ code: webApi.ErrorCode.RateLimitedError, retryAfter });
    }
  });

  test('are a delay', async () => {
    slack.failNext('chat.postMessage', { delayMs: 60 });
    const start = performance.now();
    await post();
    expect(performance.now() - start).toBeGreaterThan(55);
    expect(await slack.messages(slack.channel)).toHaveLength(1);
  });

  test('do not outlive the workspace', async () => {
    slack.failNext('chat.postMessage', { delayMs: 60_000 });
    const late = clientOf({ retries: 0 }).chat.postMessage({ channel: slack.channel, text: 'late' });
    const failed = expect(late).rejects.toThrow();
    await waitFor(() => slack.calls.length > 0);
    await slack.reset();
    await failed;
    expect(await slack.messages(slack.channel)).toEqual([]);
  });
});

test('a response_url takes what is posted to it, and fails where it shall', async () => {
  const url = slack.responseUrl();
  const post = async (to: string, text: string) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(to, { method: 'POST', headers, body: JSON.stringify({ text }) });
    return [answer.status, await answer.text()];
  };
  slack.failNext('response_url', { status: 404, error: 'used_url' });
  expect(await post(url, 'one')).toEqual([404, '{"ok":false,"error":"used_url"}']);
  expect(await post(url, 'two')).toEqual([200, 'ok']);
  expect((await post(`${url}0`, 'three'))[0]).toBe(404);
  expect(slack.responses).toMatchObject([
    { url, body: { text: 'one' }, status: 404 },
    { url, body: { text: 'two' }, status: 200 },
    { body: { text: 'three' }, status: 404 },
  ]);
  expect(slack.responseUrl()).not.toBe(url);
});

test('a reset leaves an empty workspace and nothing recorded', async () => {
  await bot.chat.postMessage({ channel: slack.channel, text: 'before' });
  slack.failNext('chat.postMessage', { error: 'fatal_error' });
  await slack.reset();
  expect(slack.calls).toEqual([]);
  expect(await slack.messages(slack.channel)).toEqual([]);
  await bot.chat.postMessage({ channel: slack.directChannel, text: 'after' });
  expect(await slack.messages(slack.directChannel)).toMatchObject([{ text: 'after' }]);
});

test('files are uploaded past the proxy', async () => {
  const file = { channel_id: slack.channel, filename: 'layer.txt', content: '3 64 128' };
  await bot.filesUploadV2(file);
  expect(slack.calls.map(({ method }) => method)).toEqual([
    'files.getUploadURLExternal',
    'files.completeUploadExternal',
  ]);
  expect(await slack.messages(slack.channel)).toMatchObject([{ files: [{ name: 'layer.txt' }] }]);
});
