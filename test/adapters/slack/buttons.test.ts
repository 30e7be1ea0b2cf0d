import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blockTexts } from '../../support/slack/block-texts.ts';
import { buttonCalled, clickOnMessage } from '../../support/slack/interactions.ts';
import { type SlackBot, slackBot } from '../../support/slack/slack-bot.ts';

let bot: SlackBot;
beforeAll(async () => {
  bot = await slackBot();
});
afterAll(() => bot.stop());
beforeEach(() => bot.reset());
afterEach(() => expect(bot.faults()).toEqual([]));

async function privateAnswer(question: string) {
  return (await bot.command(question)).json;
}

describe('a next question', () => {
  test('takes the place of a private answer', async () => {
    const button = buttonCalled('With bias', await privateAnswer('7 512 512 nobias'));
    const { status, text } = await bot.interact(clickOnMessage(bot, button));
    expect([status, text]).toEqual([200, '']);
    const [response] = await bot.responses(1);
    expect(response).toMatchObject({ replace_original: true, response_type: 'ephemeral' });
    expect(response?.['text']).toContain('12,845,568');
  });

  test('on a public answer is answered to who clicked alone, in its thread', async () => {
    const button = buttonCalled('With bias', await privateAnswer('7 512 512 nobias'));
    await bot.interact(clickOnMessage(bot, button, { isPrivate: false, thread: '1700000000.000001' }));
    const [response] = await bot.responses(1);
    expect(response).toMatchObject({
      replace_original: false,
      response_type: 'ephemeral',
      thread_ts: '1700000000.000001',
    });
  });

  test('needs nothing that the process remembers: a button of yesterday still works', async () => {
    await bot.interact(clickOnMessage(bot, { action_id: 'ask:3', value: 't:3 64 1' }));
    const [response] = await bot.responses(1);
    expect(response?.['text']).toContain('22.2 % more');
  });

  test.each([
    ['t:', '295,168'],
    ['', '295,168'],
    ['no prefix', 'is not a word I know'],
    ['z:not base64 at all', 'convparams failed, and not because of your question'],
  ])('with a strange value %j does no harm', async (value, shown) => {
    const { status } = await bot.interact(clickOnMessage(bot, { action_id: 'ask:0', value }));
    expect(status).toBe(200);
    const [response] = await bot.responses(1);
    expect(response?.['text']).toContain(shown);
  });
});

describe('Share', () => {
  test('posts the answer with the name of who asked, and takes the private one away', async () => {
    const button = buttonCalled('Share', await privateAnswer('7 512 512 nobias'));
    await bot.interact(clickOnMessage(bot, button));
    const [shared, gone] = await bot.responses(2);
    expect(shared).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(shared?.['text']).toMatch(/^Asked by ada\n\nConv2d 7×7/);
    expect(blockTexts(shared?.['blocks'])).toContain(`Asked by <@${bot.slack.userId}>`);
    expect(gone).toEqual({ delete_original: true });
  });

  test('clicked twice posts once', async () => {
    const button = buttonCalled('Share', await privateAnswer('7 512 512 nobias'));
    const clicks = [1, 2].map(() =>
      bot.interact(
        clickOnMessage(bot, button, {
          container: {
            type: 'message',
            message_ts: '1.5',
            channel_id: bot.slack.channel,
            is_ephemeral: true,
          },
        }),
      ),
    );
    const statuses = (await Promise.all(clicks)).map(({ status }) => status);
    expect(statuses).toEqual([200, 200]);
    const responses = await bot.responses(2);
    expect(responses.filter((response) => response['response_type'] === 'in_channel')).toHaveLength(1);
  });

  test('that failed can be clicked again', async () => {
    const button = buttonCalled('Share', await privateAnswer('7 512 512 nobias'));
    const container = {
      type: 'message',
      message_ts: '1.6',
      channel_id: bot.slack.channel,
      is_ephemeral: true,
    };
    bot.slack.failNext('response_url', { status: 500 });
    await bot.interact(clickOnMessage(bot, button, { container }));
    const [, told] = await bot.responses(2);
    expect(told?.['text']).toMatch(/^convparams failed, and not because of your question/);
    await bot.interact(clickOnMessage(bot, button, { container }));
    const responses = await bot.responses(4);
    expect(responses.slice(2).map((body) => body['response_type'] ?? 'delete')).toEqual([
      'in_channel',
      'delete',
    ]);
  });
});

test('Share whose private answer can’t be taken away has been shared all the same', async () => {
  const button = buttonCalled('Share', await privateAnswer('7 512 512 nobias'));
  const container = { type: 'message', message_ts: '1.7', channel_id: bot.slack.channel, is_ephemeral: true };
  bot.slack.failNext('response_url', { delayMs: 1 });
  bot.slack.failNext('response_url', { status: 500 });
  await bot.interact(clickOnMessage(bot, button, { container }));
  await bot.responses(2);
  await bot.interact(clickOnMessage(bot, button, { container }));
  const kinds = (await bot.responses(2)).map((body) => body['response_type'] ?? 'delete');
  expect(kinds).toEqual(['in_channel', 'delete']);
  expect(bot.log.filter(({ level }) => level === 50)).toEqual([]);
});

test('a message that others have replied to stands in the channel, and not in its thread', async () => {
  const { json } = await bot.command('7 512 512 nobias share');
  const button = buttonCalled('With bias', json);
  await bot.interact(clickOnMessage(bot, button, { isPrivate: false, thread: '1700000000.000100' }));
  const [response] = await bot.responses(1);
  expect(response).not.toHaveProperty('thread_ts');
});

test('Dismiss takes the answer away', async () => {
  await bot.interact(clickOnMessage(bot, buttonCalled('Dismiss', await privateAnswer('7 512 512'))));
  expect(await bot.responses(1)).toEqual([{ delete_original: true }]);
});

test('Edit opens the calculator with the fields of the question', async () => {
  const button = buttonCalled('Edit', await privateAnswer('7 512 512 nobias m=2'));
  const opened = bot.slack.nextCall('views.open');
  await bot.interact({ ...clickOnMessage(bot, button), trigger_id: await bot.slack.triggerId() });
  const { arguments: sent } = await opened;
  const initial = JSON.stringify(sent['view']).match(/"initial_value":"[^"]*"/g);
  expect(initial).toEqual(
    ['7', '512', '512', '1', '1', 'same', '1', 'm=2'].map((value) => `"initial_value":"${value}"`),
  );
});

test('a click that is none of ours is answered with nothing', async () => {
  const { status, text } = await bot.interact(clickOnMessage(bot, { action_id: 'other', value: 'x' }));
  expect([status, text]).toEqual([200, '']);
});
