import { describe, expect, test } from 'vitest';
import { questionIn } from '../../../../adapters/discord/messages/question-in.ts';
import { userId } from '../../../support/discord/interactions.ts';
import { message } from '../../../support/discord/messages.ts';
import { botId } from '../../../support/discord/small-discord.ts';

/** What Discord makes of a text that is too long for a message. */
const pasted = {
  filename: 'message.txt',
  size: 12_000,
  url: 'https://cdn.discordapp.com/attachments/1/2/message.txt',
  content_type: 'text/plain; charset=utf-8',
};

const inServer = (content: string, rest = {}) => questionIn(message(content, rest), botId)?.words;

describe('in a server', () => {
  test.each([
    [`<@${botId}> 7 512 512`, '7 512 512'],
    [`<@!${botId}> 7 512 512`, '7 512 512'],
    [`7 512 512 <@${botId}>`, '7 512 512'],
    [`<@${botId}> <@${userId}> <:nice:9> 7 512 512`, '7 512 512'],
    [`<@${botId}>`, ''],
    [`<@${botId}>\n\`\`\`py\nnn.Conv2d(3, 64, 7)\n\`\`\``, '```py\nnn.Conv2d(3, 64, 7)\n```'],
  ])('%j', (content, question) => {
    expect(inServer(content)).toBe(question);
  });

  test.each(['7 512 512', '@ConvParams 7 512 512', `<@${userId}> 7 512 512`, `<@&${botId}> 7`, ''])(
    'without a mention nothing is asked: %j',
    (content) => {
      expect(inServer(content)).toBeUndefined();
    },
  );

  test('a reply asks as well, if the mention was typed', () => {
    expect(inServer(`<@${botId}> 7`, { type: 19 })).toBe('7');
    expect(inServer('thanks', { type: 19, mentions: [{ id: botId }] })).toBeUndefined();
  });

  test.each([
    ['a bot', { author: { id: '1', bot: true } }],
    ['itself', { author: { id: botId } }],
    ['a webhook', { webhook_id: '1' }],
    ['the system: a pin', { type: 6 }],
  ])('%s asks nothing', (_, rest) => {
    expect(inServer(`<@${botId}> 7 512 512`, rest)).toBeUndefined();
  });
});

describe('in a direct message', () => {
  const { guild_id: _, ...direct } = message('');

  test.each([
    ['7 512 512', '7 512 512'],
    [`<@${botId}> help`, 'help'],
    [`<@${botId}>`, ''],
  ])('%j', (content, question) => {
    expect(questionIn({ ...direct, content }, botId)?.words).toBe(question);
  });

  test('a picture without a word asks nothing', () => {
    const picture = { filename: 'plot.png', size: 7, url: '', content_type: 'image/png' };
    expect(questionIn({ ...direct, content: '', attachments: [picture] }, botId)).toBeUndefined();
  });

  test('a file of text asks without a word', () => {
    expect(questionIn({ ...direct, content: '', attachments: [pasted] }, botId)).toEqual({
      words: '',
      files: [pasted],
    });
  });

  test('a forwarded message asks what it says, with its files', () => {
    const forwarded = { content: 'nn.Conv2d(3, 64, 7)', attachments: [pasted] };
    expect(
      questionIn({ ...direct, content: '', message_snapshots: [{ message: forwarded }] }, botId),
    ).toEqual({
      words: 'nn.Conv2d(3, 64, 7)',
      files: [pasted],
    });
  });
});
