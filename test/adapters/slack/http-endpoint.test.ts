import { isValidSlackRequest } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signed, signedCommand, signedForm, signedJson, signingSecret } from '../../support/slack/signed.ts';
import { type SlackBot, slackBot } from '../../support/slack/slack-bot.ts';

let bot: SlackBot;
beforeAll(async () => {
  bot = await slackBot();
});
afterAll(() => bot.stop());
beforeEach(() => bot.reset());
afterEach(() => expect(bot.faults()).toEqual([]));

const now = () => Math.floor(Date.now() / 1_000);

describe('a signature', () => {
  test('of ours is one to Bolt, and one to the endpoint', async () => {
    const request = signedCommand('3 64 64');
    const { 'x-slack-signature': signature = '', 'x-slack-request-timestamp': timestamp } = request.headers;
    const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) };
    expect(isValidSlackRequest({ signingSecret, body: request.body, headers })).toBe(true);
    expect((await bot.post(request)).status).toBe(200);
  });

  test.each([
    ['four minutes old', -240],
    ['four minutes ahead', 240],
  ])('%s is accepted', async (_, seconds) => {
    expect((await bot.command('3 64 64', {}, { timestamp: now() + seconds })).status).toBe(200);
  });

  test.each([
    ['six minutes old', -360],
    ['six minutes ahead', 360],
    ['an hour ahead', 3_600],
    ['of 1970', -1_700_000_000],
  ])('%s is refused', async (_, seconds) => {
    expect((await bot.command('3 64 64', {}, { timestamp: now() + seconds })).status).toBe(401);
  });

  test.each([
    ['of another secret', { secret: 'f'.repeat(32) }],
    ['without a time', { timestamp: Number.NaN }],
    ['with an endless time', { timestamp: Number.POSITIVE_INFINITY }],
  ])('%s is refused', async (_, signing) => {
    const { status, text } = await bot.command('3 64 64', {}, signing);
    expect([status, text]).toEqual([401, 'Unauthorized\n']);
  });

  test.each([
    ['none', { 'x-slack-signature': '' }],
    ['half of one', { 'x-slack-signature': 'v0=0123' }],
    ['one of another version', { 'x-slack-signature': `v1=${'0'.repeat(64)}` }],
    ['one in capitals', { 'x-slack-signature': `V0=${'A'.repeat(64)}` }],
    ['a time in hex', { 'x-slack-request-timestamp': '0x6565' }],
    ['an empty time', { 'x-slack-request-timestamp': '' }],
  ])('%s is refused', async (_, headers) => {
    expect((await bot.post(signedCommand('3 64 64'), headers)).status).toBe(401);
  });

  test('does not hold for a body that was changed', async () => {
    const request = signedCommand('3 64 64');
    expect((await bot.post({ ...request, body: request.body.replace('64', '65') })).status).toBe(401);
  });
});

describe('a request that is sent a second time to the letter', () => {
  test('a command is not answered again', async () => {
    const request = signedCommand('3 64 64');
    const first = await bot.post(request);
    const second = await bot.post(request);
    expect(first.json).toMatchObject({ response_type: 'ephemeral' });
    expect([second.status, second.text]).toEqual([200, '']);
  });

  test('an event is handled once, also by ten at the same time', async () => {
    const { directChannel: channel, userId: user } = bot.slack;
    const event = { type: 'message', channel_type: 'im', channel, user, text: '3 64 64', ts: '1.1' };
    const request = signedJson({ type: 'event_callback', event_id: 'Ev1', team_id: bot.slack.teamId, event });
    const responses = await Promise.all(Array.from({ length: 10 }, () => bot.post(request)));
    expect(responses.map(({ status }) => status)).toEqual(Array(10).fill(200));
    await expect.poll(() => bot.slack.calls.length).toBe(1);
  });
});

describe('a retry of an event', () => {
  const message = (text: string) => {
    const { directChannel: channel, userId: user } = bot.slack;
    return { type: 'message', channel_type: 'im', channel, user, text, ts: '1.1' };
  };

  test('that was handled is not handled again', async () => {
    await bot.event(message('3 64 64'), { event_id: 'EvA' });
    const { status } = await bot.event(message('3 64 64'), { event_id: 'EvA' }, { 'x-slack-retry-num': '1' });
    expect(status).toBe(200);
    expect(bot.slack.calls).toHaveLength(1);
  });

  test('that is being handled waits for the end of that', async () => {
    bot.slack.failNext('chat.postMessage', { delayMs: 200 });
    const first = bot.event(message('3 64 64'), { event_id: 'EvB' });
    await expect.poll(() => bot.slack.calls.length).toBe(1);
    const retry = bot.event(message('3 64 64'), { event_id: 'EvB' }, { 'x-slack-retry-num': '1' });
    expect([(await first).status, (await retry).status]).toEqual([200, 200]);
    expect(bot.slack.calls).toHaveLength(1);
  });

  test('that could not be answered at all is handled anew', async () => {
    for (let time = 0; time < 2; time += 1) bot.slack.failNext('chat.postMessage', { status: 500 });
    const failed = await bot.event(message('3 64 64'), { event_id: 'EvC' });
    expect(failed.status).toBe(500);
    const retried = await bot.event(message('3 64 64'), { event_id: 'EvC' }, { 'x-slack-retry-num': '1' });
    expect(retried.status).toBe(200);
    const [answer] = (await bot.slack.messages(bot.slack.directChannel)).slice(-1);
    expect(answer?.text).toContain('36,928');
  });
});

describe('a fault', () => {
  const faultId = /^convparams failed, and not because of your question: error ([0-9a-f]{8})\.$/;

  function loggedFaults() {
    return bot.log.flatMap(({ fault }) => (fault === undefined ? [] : [fault]));
  }

  test('of an answer to a mention is told to its author with the id of the log', async () => {
    bot.slack.failNext('chat.postMessage', { error: 'restricted_action' });
    const { botUserId, channel, userId: user } = bot.slack;
    const { status } = await bot.event({
      type: 'app_mention',
      channel,
      user,
      text: `<@${botUserId}> 3`,
      ts: '1.1',
    });
    expect(status).toBe(200);
    const [, id] = faultId.exec(bot.slack.ephemerals()[0]?.text ?? '') ?? [];
    expect(loggedFaults()).toEqual([id]);
  });

  test('of a command whose form could not be opened is told to its author', async () => {
    const { status } = await bot.command('edit 3 64 64', { trigger_id: 'expired' });
    expect(status).toBe(200);
    const [told] = await bot.responses(1);
    expect(told).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    const [, id] = faultId.exec(String(told?.['text'])) ?? [];
    expect(loggedFaults()).toEqual([id]);
  });

  test('of a click in a form is told on top of the form, which stays', async () => {
    const opened = bot.slack.nextCall('views.open');
    await bot.command('edit 3 64 64', { trigger_id: await bot.slack.triggerId() });
    await opened;
    const [view] = bot.slack.openViews();
    const pushed = bot.slack.nextCall('views.push');
    await bot.interact({
      type: 'block_actions',
      container: { type: 'view' },
      view: { ...view, private_metadata: 'not ours', state: { values: {} } },
      actions: [{ type: 'button', action_id: 'ask:0', block_id: 'b', value: 't:3 64 64', action_ts: '1' }],
      trigger_id: await bot.slack.triggerId({ view_id: view?.id ?? '' }),
    });
    expect(JSON.stringify((await pushed).arguments)).toContain(`error ${loggedFaults()[0]}`);
  });

  test('of a submit is told on top of the form', async () => {
    const { json } = await bot.interact({
      type: 'view_submission',
      view: {
        type: 'modal',
        id: 'V1',
        hash: '1',
        callback_id: 'calculator',
        private_metadata: '',
        state: { values: {} },
      },
    });
    expect(json).toMatchObject({ response_action: 'push' });
    expect(JSON.stringify(json)).toContain(`error ${loggedFaults()[0]}`);
  });

  test('of a click whose response_url is away is logged, and harms nobody else', async () => {
    bot.slack.failNext('response_url', { drop: true });
    bot.slack.failNext('response_url', { drop: true });
    const click = {
      type: 'block_actions',
      container: { type: 'message' },
      response_url: bot.slack.responseUrl(),
    };
    const actions = [{ type: 'button', action_id: 'ask:0', value: 't:3', block_id: 'b', action_ts: '1' }];
    expect((await bot.interact({ ...click, actions })).status).toBe(200);
    await expect.poll(loggedFaults).toHaveLength(1);
    expect((await bot.command('3 64 64')).status).toBe(200);
  });
});

describe('what Slack asks besides', () => {
  test('the challenge of a new address', async () => {
    const { status, json } = await bot.post(
      signedJson({ type: 'url_verification', token: 't', challenge: 'abc' }),
    );
    expect([status, json]).toEqual([200, { challenge: 'abc' }]);
  });

  test('a check of TLS, which is not signed and executes nothing', async () => {
    const body = 'ssl_check=1&token=t&payload=%7B%22type%22%3A%22block_actions%22%7D';
    const { status, text } = await bot.post({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect([status, text]).toEqual([200, '']);
    expect(bot.slack.calls).toEqual([]);
  });

  test('the words ssl_check=1 in an event are none, and need a signature', async () => {
    const body = JSON.stringify({
      type: 'event_callback',
      event: { type: 'message', text: '&ssl_check=1&' },
    });
    expect((await bot.post({ headers: { 'content-type': 'application/json' }, body })).status).toBe(401);
  });
});

describe('what can’t be read', () => {
  test.each([
    ['broken JSON', signed('{"type":', 'application/json')],
    ['a list', signed('[1]', 'application/json')],
    ['nothing', signed('', 'application/json')],
    ['a form with broken JSON', signedForm({ payload: '{' })],
  ])('%s: 400', async (_, request) => {
    expect((await bot.post(request)).status).toBe(400);
  });

  test.each([
    ['a form without a command', signedForm({ text: 'x' })],
    ['an object of no type', signedJson({ a: 1 })],
    ['an event without an event', signedJson({ type: 'event_callback', event: { type: 'unheard_of' } })],
  ])('%s is answered with nothing', async (_, request) => {
    const { status, text } = await bot.post(request);
    expect([status, text]).toEqual([200, '']);
  });

  test('a body over 1 MB: 413, and the connection ends', async () => {
    const response = await bot.post(signed(`{"a":"${'x'.repeat(1_000_000)}"}`, 'application/json'));
    expect(response.status).toBe(413);
  });

  test('a body of nearly 1 MB is read', async () => {
    const { status, json } = await bot.command('x'.repeat(900_000));
    expect(status).toBe(200);
    expect(json['text']).toContain('131,072');
  });
});

test.each([
  ['GET', '/slack/events', 405],
  ['PUT', '/slack/events', 405],
  ['GET', '/', 404],
  ['POST', '/slack/events/', 404],
  ['GET', '/__proto__', 404],
  ['GET', '/healthz', 200],
  ['GET', '/readyz?verbose', 200],
])('%s %s: %s', async (method, path, status) => {
  const response = await fetch(new URL(path, bot.url), { method });
  expect(response.status).toBe(status);
  if (status === 405) expect(response.headers.get('allow')).toBe('POST');
});

test('what is ready is told by name', async () => {
  const response = await fetch(new URL('/readyz', bot.url));
  expect(await response.json()).toEqual({ status: 'ready', slack: 'ready' });
});

test('neither questions nor secrets are logged, whatever fails', async () => {
  await bot.command('7 512 512 secretword');
  bot.slack.failNext('chat.postMessage', { error: 'invalid_auth' });
  const { directChannel: channel, userId: user } = bot.slack;
  await bot.event({ type: 'message', channel_type: 'im', channel, user, text: 'secretword', ts: '1.1' });
  const lines = bot.log.filter(({ level }) => Number(level) >= 30).map((line) => JSON.stringify(line));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join('\n')).not.toMatch(/secretword|xoxb-|0123456789abcdef/);
});
