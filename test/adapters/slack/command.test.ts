import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { printOf } from '../../support/questions.ts';
import { blockTexts } from '../../support/slack/block-texts.ts';
import { buttonCalled, buttonsIn, clickOnMessage } from '../../support/slack/interactions.ts';
import { type SlackBot, slackBot } from '../../support/slack/slack-bot.ts';

let bot: SlackBot;
beforeAll(async () => {
  bot = await slackBot();
});
afterAll(() => bot.stop());
beforeEach(() => bot.reset());
afterEach(() => expect(bot.faults()).toEqual([]));

test('is answered in its own response, to its asker alone, without any call of Slack', async () => {
  const { status, json } = await bot.command('7 512 512 nobias');
  expect(status).toBe(200);
  expect(json).toMatchObject({ response_type: 'ephemeral', mrkdwn: false, unfurl_links: false });
  expect(json['text']).toContain('Separable needs 287,232 parameters instead of 12,845,056');
  expect(bot.slack.calls).toEqual([]);
  expect(bot.slack.responses).toEqual([]);
});

test('with `share`, in the channel, with the name of who asked', async () => {
  const { json } = await bot.command('7 512 512 nobias share');
  expect(json).toMatchObject({ response_type: 'in_channel' });
  expect(json['text']).toMatch(/^Asked by ada\n/);
  expect(blockTexts(json['blocks'])).toContain(`Asked by <@${bot.slack.userId}>`);
  const labels = buttonsIn(json).map(({ text }) => text.text);
  expect(labels).toContain('Edit');
  expect(labels).not.toContain('Share');
  expect(labels).not.toContain('Dismiss');
});

test.each(['help', '?', 'usage'])('%s: examples as buttons, and the table of words', async (text) => {
  const { json } = await bot.command(text);
  expect(json).toMatchObject({ response_type: 'ephemeral' });
  expect(json['text']).toContain('What a convolution layer costs');
  expect(buttonCalled('5 32 64 vs 3 32 64', json).value).toBe('t:5 32 64 vs 3 32 64');
});

test('alone it prices the default layer', async () => {
  const { json } = await bot.command('');
  expect(json['text']).toContain('295,168');
});

test('a mistake is told to its author alone, also with `share`, and its fix is a button', async () => {
  const { json } = await bot.command('3 128 250 g=32 share');
  expect(json).toMatchObject({ response_type: 'ephemeral' });
  expect(json['text']).toContain('32 groups do not divide 250 output channels');
  const [fix, ...others] = buttonsIn(json);
  expect(fix).toMatchObject({ text: { text: '3 128 256 g=32 share' }, style: 'primary' });
  expect(others.map(({ text }) => text.text)).toEqual(['Help', 'Edit', 'Dismiss']);
});

test.each([
  ['3 128-&gt;256', '128 → 256'],
  ['`nn.Conv2d(3, 64, 3)`', '3 → 64'],
  ['<http://nn.li|nn.Li>near(3, 4)', '16 parameters'],
])('reads what Slack made of what was typed: %s', async (text, shown) => {
  const { json } = await bot.command(text);
  expect(json['text']).toContain(shown);
});

test('a form with a charset is read', async () => {
  const contentType = 'application/x-www-form-urlencoded; charset=utf-8';
  const { status, json } = await bot.command('3 64 64', {}, { contentType });
  expect(status).toBe(200);
  expect(json['text']).toContain('36,928');
});

test('a whole pasted model can be shared, though it is longer than a button’s value', async () => {
  const print = printOf('densenet121');
  const { json } = await bot.command(print);
  const share = buttonCalled('Share', json);
  expect(share.value?.length).toBeLessThan(print.length / 10);
  await bot.interact(clickOnMessage(bot, share));
  const [shared] = await bot.responses(1);
  expect(shared?.['text']).toContain('7,978,856 parameters');
});

test('`edit` opens the calculator, and answers the command with nothing', async () => {
  const opened = bot.slack.nextCall('views.open');
  const { status, text } = await bot.command('edit 7 512 512 nobias', {
    trigger_id: await bot.slack.triggerId(),
  });
  expect([status, text]).toEqual([200, '']);
  expect((await opened).response).toMatchObject({ ok: true, view: { callback_id: 'calculator' } });
});

test('is answered as well where a workspace has given it another name', async () => {
  const { json } = await bot.command('3 64 64', { command: '/conv-dev' });
  expect(json['text']).toContain('36,928');
});

describe('asked again', () => {
  test.each(['3 64 96', '3 64 96 nobais', 'help', 'explain groups'])(
    'it is answered to the byte as before, whoever asks, and counted as any other: %s',
    async (text) => {
      const first = await bot.command(text);
      bot.log.length = 0;
      const again = await bot.command(text, { user_id: 'U0EVE', user_name: 'eve', channel_id: 'C0OTHER' });
      expect(again).toEqual(first);
      const { problem } = bot.log.find(({ msg }) => msg === 'a request is over') ?? {};
      expect(problem).toBe(text.endsWith('nobais') ? 'unknown-word' : undefined);
      expect(bot.log).toMatchObject([{ platform: 'slack', kind: 'command' }]);
    },
  );

  test('with `share` it names who asks now', async () => {
    await bot.command('3 64 97 share');
    const { json } = await bot.command('3 64 97 share', { user_name: 'eve' });
    expect(json['text']).toMatch(/^Asked by eve\n/);
  });

  test('`edit` opens another calculator', async () => {
    const open = async () => {
      const opened = bot.slack.nextCall('views.open');
      await bot.command('edit 3 64 99', { trigger_id: await bot.slack.triggerId() });
      return (await opened).response;
    };
    await open();
    expect(await open()).toMatchObject({ ok: true });
  });
});
