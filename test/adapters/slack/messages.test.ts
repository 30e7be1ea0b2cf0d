import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buttonsIn } from '../../support/slack/interactions.ts';
import { type SlackBot, slackBot } from '../../support/slack/slack-bot.ts';

let bot: SlackBot;
beforeAll(async () => {
  bot = await slackBot();
});
afterAll(() => bot.stop());
beforeEach(() => bot.reset());
afterEach(() => expect(bot.faults()).toEqual([]));

/** A mention as Slack sends it: of a message that is really there. */
async function mention(
  text: string,
  { thread, ...more }: { thread?: string } & Record<string, unknown> = {},
) {
  const { botUserId, channel, userId } = bot.slack;
  const said = `<@${botUserId}> ${text}`;
  const ts = await bot.slack.say(said, { thread_ts: thread });
  const event = {
    type: 'app_mention',
    channel,
    user: userId,
    text: said,
    ts,
    ...(thread ? { thread_ts: thread } : {}),
  };
  const response = await bot.event({ ...event, ...more });
  return { ts, response };
}

function direct(text: string, more: Record<string, unknown> = {}) {
  const { directChannel: channel, userId: user } = bot.slack;
  return bot.event({
    type: 'message',
    channel_type: 'im',
    channel,
    user,
    text,
    ts: '1700000000.000200',
    ...more,
  });
}

async function lastIn(channel: string) {
  return (await bot.slack.messages(channel)).at(-1);
}

describe('a mention', () => {
  test('in a channel is answered in its thread, before Slack is told that it was handled', async () => {
    const { ts, response } = await mention('7 512 512 nobias');
    expect([response.status, response.text]).toEqual([200, '']);
    const answer = await lastIn(bot.slack.channel);
    expect(answer).toMatchObject({ thread_ts: ts, user: bot.slack.botUserId });
    expect(answer?.text).toContain('12,845,056');
  });

  test('in a thread is answered there', async () => {
    const thread = await bot.slack.say('how large is it?');
    await mention('3 64 64', { thread });
    expect(await lastIn(bot.slack.channel)).toMatchObject({ thread_ts: thread });
  });

  test('can do what the command can: stacks, pasted code, lectures', async () => {
    await mention('3 3 32 s2 @224 + 3 dw + 1 64');
    expect((await lastIn(bot.slack.channel))?.text).toContain('3,328 parameters');
    await mention('```\nnn.Sequential(\n  nn.Conv2d(3, 16, 3),\n  nn.Conv2d(16, 32, 3),\n)\n```');
    expect((await lastIn(bot.slack.channel))?.text).toContain('5,088 parameters');
    await mention('explain bias');
    expect((await lastIn(bot.slack.channel))?.text).toContain('bias');
  });

  test.each([
    [': 7 512 512 nobias', '12,845,056'],
    ['hey <@U0ADA>, how large is this? `nn.Conv2d(3, 64, 3)` thanks', '1,792'],
    ['what is the difference between `nn.Conv2d(3, 64, 3)` and `nn.Conv2d(3, 64, 5)`?', '1,792'],
    ['what is separable?', 'looks first and mixes afterwards'],
    ['thank you!', 'What a convolution layer costs'],
  ])('is read amid what people say around it: %s', async (text, shown) => {
    await mention(text);
    expect((await lastIn(bot.slack.channel))?.text).toContain(shown);
  });

  test('is read from its rich text, where that is there', async () => {
    await mention('ignored', {
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'user', user_id: bot.slack.botUserId },
                { type: 'text', text: ' 3 128->' },
                { type: 'text', text: '256', style: { bold: true } },
              ],
            },
          ],
        },
      ],
    });
    expect((await lastIn(bot.slack.channel))?.text).toContain('128 → 256');
  });

  test('without a question gives help', async () => {
    await mention('');
    expect((await lastIn(bot.slack.channel))?.text).toContain('What a convolution layer costs');
  });

  test('with a mistake is told to its author alone', async () => {
    await mention('7 512 512 nobais');
    const [told] = bot.slack.ephemerals();
    expect(told).toMatchObject({ user: bot.slack.userId, channel: bot.slack.channel });
    expect(told?.text).toContain('Did you mean nobias?');
    expect(told).not.toHaveProperty('thread_ts');
    expect(bot.slack.calls.map(({ method }) => method)).toEqual(['chat.postEphemeral']);
  });

  test('with a mistake in a thread is told in that thread', async () => {
    const thread = await bot.slack.say('how large is it?');
    await mention('7 512 512 nobais', { thread });
    expect(bot.slack.ephemerals()).toMatchObject([{ thread_ts: thread }]);
  });

  test('that wishes to edit gets a button that opens the calculator', async () => {
    await mention('edit 7 512 512');
    const answer = await lastIn(bot.slack.channel);
    expect(buttonsIn(answer?.blocks)).toMatchObject([{ action_id: 'edit', value: 't:7 512 512' }]);
  });

  test('to edit what is too long for the calculator is answered instead', async () => {
    const layers = Array.from({ length: 300 }, () => 'nn.Conv2d(3, 3, 3)').join('\n');
    await mention(`edit ${layers}`);
    expect((await lastIn(bot.slack.channel))?.text).toContain('300 convolutions');
  });

  test('a mistake that only its author sees can be dismissed', async () => {
    await mention('7 512 512 nobais');
    const labels = buttonsIn(bot.slack.ephemerals()[0]?.blocks).map(({ text }) => text.text);
    expect(labels).toEqual(['7 512 512 nobias', 'Help', 'Edit', 'Dismiss']);
  });

  test('public answers have no button that only an asker may press', async () => {
    await mention('7 512 512 nobias');
    const labels = buttonsIn((await lastIn(bot.slack.channel))?.blocks).map(({ text }) => text.text);
    expect(labels).toEqual(['With bias', 'At 56×56', '32 groups', 'Against 3×3', 'Edit']);
  });
});

describe('a direct message', () => {
  test('needs no mention', async () => {
    await direct('7 512 512 nobias');
    expect((await lastIn(bot.slack.directChannel))?.text).toContain('12,845,056');
  });

  test('a mistake is told as an answer is, since nobody else is there', async () => {
    await direct('7 512 512 nobais');
    expect((await lastIn(bot.slack.directChannel))?.text).toContain('Did you mean nobias?');
  });

  test('is answered in its thread, if it has one', async () => {
    const thread = await bot.slack.say('hello', { channel: bot.slack.directChannel });
    await direct('3 64 64', { thread_ts: thread });
    expect(await lastIn(bot.slack.directChannel)).toMatchObject({ thread_ts: thread });
  });

  test('with a file is answered for its words', async () => {
    await direct('3 64 64', { subtype: 'file_share' });
    expect((await lastIn(bot.slack.directChannel))?.text).toContain('36,928');
  });
});

describe('what is attached', () => {
  test('is read: a snippet that Slack shows whole, a message that was forwarded', async () => {
    await direct('', {
      subtype: 'file_share',
      files: [{ mode: 'snippet', preview: 'nn.Conv2d(3, 64, 3)', lines_more: 0 }],
    });
    expect((await lastIn(bot.slack.directChannel))?.text).toContain('1,792');
    await direct('', { attachments: [{ is_share: true, text: 'nn.Conv2d(3, 64, 5)' }] });
    expect((await lastIn(bot.slack.directChannel))?.text).toContain('4,864');
  });

  test('and can’t be read is told, not taken for a wish for help', async () => {
    await mention('how large is this?', { files: [{ mode: 'hosted', mimetype: 'text/x-python' }] });
    expect((await lastIn(bot.slack.channel))?.text).toContain('I can’t read files');
    await mention('7 512 512 nobias', { files: [{ mimetype: 'image/png' }] });
    expect((await lastIn(bot.slack.channel))?.text).toContain('12,845,056');
  });
});

describe('is left alone:', () => {
  test.each([
    ['a bot', { bot_id: 'B1', subtype: 'bot_message' }],
    ['a bot without a subtype', { bot_id: 'B1' }],
    ['an edit', { subtype: 'message_changed' }],
    ['a message that was edited, and sent again', { edited: { user: 'U1', ts: '1.2' } }],
    ['a deletion', { subtype: 'message_deleted' }],
    ['a message of a channel', { channel_type: 'channel' }],
    ['nobody', { user: undefined }],
  ])('%s', async (_, more) => {
    expect((await direct('7 512 512', more)).status).toBe(200);
    expect(bot.slack.calls).toEqual([]);
  });

  test('a mention that was edited: it was answered when it was written', async () => {
    await mention('7 512 512', { edited: { user: bot.slack.userId, ts: '1.2' } });
    expect(bot.slack.calls).toEqual([]);
  });

  test('what the app itself said', async () => {
    await direct('7 512 512', { user: bot.slack.botUserId });
    await mention('7 512 512', { user: bot.slack.botUserId });
    expect(bot.slack.calls).toEqual([]);
  });
});
