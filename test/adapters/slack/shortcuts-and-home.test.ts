import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blockTexts } from '../../support/slack/block-texts.ts';
import { buttonCalled, buttonsIn } from '../../support/slack/interactions.ts';
import { inputsOf } from '../../support/slack/modal-state.ts';
import { type SlackBot, slackBot } from '../../support/slack/slack-bot.ts';

let bot: SlackBot;
beforeAll(async () => {
  bot = await slackBot();
});
afterAll(() => bot.stop());
beforeEach(() => bot.reset());
afterEach(() => expect(bot.faults()).toEqual([]));

describe('Price conv layers', () => {
  async function priced(message: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { status, text } = await bot.interact({
      type: 'message_action',
      callback_id: 'price_conv_layers',
      channel: { id: bot.slack.channel, name: 'layers' },
      message: { type: 'message', user: bot.slack.otherUserId, ts: '1.1', ...message },
      message_ts: '1.1',
      action_ts: '1',
      response_url: bot.slack.responseUrl(),
    });
    expect([status, text]).toEqual([200, '']);
    const [response] = await bot.responses(1);
    return response ?? {};
  }

  test('reads the code amid a message, and answers privately, with Share', async () => {
    const text = 'Look:\n```self.conv = nn.Conv2d(512, 512, 7, bias=False)```\nthat is &gt; 12 M';
    const response = await priced({ text });
    expect(response).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(response['text']).toContain('12,845,056');
    expect(response['text']).toContain('Only the layers of the message were read');
    expect(buttonCalled('Share', response)).toBeDefined();
  });

  test('reads rich text and its code blocks, in the message’s thread', async () => {
    const code = { type: 'text', text: 'nn.Conv2d(3, 64, 3, padding=1)\nnn.Conv2d(64, 64, 1)' };
    const response = await priced({
      text: '',
      thread_ts: '1.0',
      blocks: [
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: 'My stem, all two of it:' }] },
            { type: 'rich_text_preformatted', elements: [code], border: 0 },
          ],
        },
      ],
    });
    expect(response).toMatchObject({ thread_ts: '1.0' });
    expect(response['text']).toContain('5,952');
  });

  test('reads what another app wrote into sections and attachments', async () => {
    const response = await priced({
      text: '',
      bot_id: 'B1',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '`nn.Conv2d(3, 64, 3)`' } }],
      attachments: [
        { blocks: [{ type: 'section', text: { type: 'plain_text', text: 'nn.Conv2d(64, 64, 1)' } }] },
      ],
    });
    expect(response['text']).toContain('5,952');
  });

  test('reads a message that was forwarded with a comment', async () => {
    const rich = (text: string) => ({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
    });
    const response = await priced({
      text: 'what does this cost?',
      blocks: [rich('what does this cost?')],
      attachments: [{ message_blocks: [{ team: 'T1', message: { blocks: [rich('nn.Conv2d(3, 64, 3)')] } }] }],
    });
    expect(response['text']).toContain('1,792');
  });

  test('on the message that a thread began with, answers in the conversation', async () => {
    const response = await priced({ text: 'nn.Conv2d(3, 64, 3)', thread_ts: '1.1' });
    expect(response).not.toHaveProperty('thread_ts');
  });

  test('a mistake in the code is told', async () => {
    const response = await priced({ text: '```nn.Conv2d(3, 64, 3, groups=2)```' });
    expect(response['text']).toContain('2 groups do not divide 3 input channels');
  });

  test.each([['hello'], [''], ['What is this?'], ['We had 3 issues <https://a.example/1|here>']])(
    'a message without any layer says so kindly: %j',
    async (text) => {
      const response = await priced({ text });
      expect(response['text']).toMatch(/^There is no layer in that message that I can read\./);
    },
  );
});

test('Price conv layers on a file that can’t be read says that', async () => {
  await bot.interact({
    type: 'message_action',
    callback_id: 'price_conv_layers',
    message: { type: 'message', text: '', ts: '1.1', files: [{ mode: 'hosted', name: 'model.py' }] },
    response_url: bot.slack.responseUrl(),
  });
  expect((await bot.responses(1))[0]?.['text']).toMatch(/^I can’t read files/);
});

describe('App Home', () => {
  async function home() {
    const published = bot.slack.nextCall('views.publish');
    await bot.event({
      type: 'app_home_opened',
      user: bot.slack.userId,
      channel: 'D1',
      tab: 'home',
      event_ts: '1',
    });
    await published;
    const view = bot.slack.home(bot.slack.userId);
    if (!view) throw new Error('nothing was published');
    return view;
  }

  /** The modal that a button of the home opens. */
  async function openedBy(label: string) {
    const button = buttonCalled(label, (await home()).blocks);
    const opened = bot.slack.nextCall('views.open');
    await bot.interact({
      type: 'block_actions',
      container: { type: 'view', view_id: 'V1' },
      view: { type: 'home', id: 'V1', hash: '1', private_metadata: '', state: { values: {} } },
      actions: [{ ...button, block_id: 'b', action_ts: '1' }],
      trigger_id: await bot.slack.triggerId(),
    });
    await opened;
    const [view] = bot.slack.openViews();
    return view;
  }

  test('says what the app can do, with the examples of help as buttons', async () => {
    const view = await home();
    expect(blockTexts(view.blocks).join('\n')).toContain('/convparams');
    expect(buttonsIn(view.blocks).filter(({ text }) => text.text === 'Ask')).toHaveLength(6);
  });

  test.each([
    ['Open the calculator', 'kernel', '295,168'],
    ['Ask', 'kernel', '12,845,056'],
  ])('%s opens the calculator, which asks where to post', async (label, input, shown) => {
    const view = await openedBy(label);
    expect([...(view ? inputsOf(view).keys() : [])].slice(0, 2)).toEqual(['conversation', input]);
    expect(blockTexts(view?.blocks).join('\n')).toContain(shown);
  });

  test('All words opens help, to be read', async () => {
    const view = await openedBy('All words');
    const texts = blockTexts(view?.blocks).join('\n');
    expect(texts).toContain('What a convolution layer costs');
    expect(texts).toContain(': one number added to each output channel. When absent: on');
    expect(view).not.toHaveProperty('submit.text');
  });

  test.each([
    ['7 512 512 nobias', 'the calculator', 'no bias'],
    ['explain separable', 'a lecture to be read', 'MobileNets'],
  ])('help has its examples as buttons there: %s becomes %s', async (label, _, shown) => {
    const button = buttonCalled('All words', (await home()).blocks);
    const opened = bot.slack.nextCall('views.open');
    await bot.interact({
      type: 'block_actions',
      view: { type: 'home', id: 'V1', hash: '1', private_metadata: '', state: { values: {} } },
      actions: [{ ...button, block_id: 'b', action_ts: '1' }],
      trigger_id: await bot.slack.triggerId(),
    });
    await opened;
    const [help] = bot.slack.openViews();
    expect(buttonsIn(help?.blocks)).toHaveLength(6);
    const updated = bot.slack.nextCall('views.update');
    await bot.interact({
      type: 'block_actions',
      view: { ...help, state: { values: {} } },
      actions: [{ ...buttonCalled(label, help?.blocks), block_id: 'b', action_ts: '2' }],
    });
    await updated;
    const view = bot.slack.openViews().at(-1);
    expect(blockTexts(view?.blocks).join('\n')).toContain(shown);
    expect(inputsOf(view ?? { blocks: [] }).has('kernel')).toBe(shown === 'no bias');
  });

  test('its messages tab needs nothing', async () => {
    await bot.event({ type: 'app_home_opened', user: bot.slack.userId, channel: 'D1', tab: 'messages' });
    expect(bot.slack.calls).toEqual([]);
  });
});
