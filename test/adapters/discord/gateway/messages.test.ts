import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aMoment, gatewayBot } from '../../../support/discord/gateway-bot.ts';
import { message } from '../../../support/discord/messages.ts';
import { shownText } from '../../../support/discord/shown.ts';
import { botId, botRoleId } from '../../../support/discord/small-discord.ts';
import { resnet50Print } from '../../../support/resnet50-print.ts';

const bot = gatewayBot();
const newMessage = /^POST \/channels\//;
const editedMessage = /^PATCH \/channels\//;
const deletedMessage = /^DELETE \/channels\//;

describe('messages', () => {
  beforeEach(() => bot.adapter.start());

  test('a mention is answered with a public reply that tells nobody', async () => {
    const question = message(`<@${botId}> 7 512 512 nobias`);
    bot.discord.gateway.dispatch('MESSAGE_CREATE', question);
    const body = await bot.lastBody(newMessage);
    expect(body).toMatchObject({
      flags: 1 << 15,
      message_reference: { message_id: question.id, fail_if_not_exists: false },
      nonce: BigInt(question.id).toString(36),
      enforce_nonce: true,
    });
    expect(shownText(body)).toContain('12,845,056');
  });

  test('a direct message needs no mention', async () => {
    bot.discord.gateway.dispatch('MESSAGE_CREATE', message('3 64 64', { guild_id: undefined }));
    expect(shownText(await bot.lastBody(newMessage))).toContain('36,928');
  });

  test('a mention of the bot’s role, whose text Discord withholds, is told what to mention; edited, it is answered', async () => {
    const question = message('', { mention_roles: ['7', botRoleId] });
    bot.discord.gateway.dispatch('MESSAGE_CREATE', question);
    bot.discord.gateway.dispatch('MESSAGE_CREATE', message('', { mention_roles: ['7'] }));
    bot.discord.gateway.dispatch('MESSAGE_CREATE', message('', { mention_roles: [botRoleId] }));
    const [told] = await bot.received(newMessage, 2);
    expect(told?.body).toMatchObject({ message_reference: { message_id: question.id } });
    expect(shownText(told?.body)).toContain('You mentioned my role');
    expect(bot.discord.requests.filter(({ path }) => path.endsWith('/roles'))).toHaveLength(1);
    bot.discord.gateway.dispatch('MESSAGE_UPDATE', {
      ...question,
      content: `<@${botId}> 3 64 64`,
      edited_timestamp: at(1),
    });
    expect(shownText(await bot.lastBody(editedMessage))).toContain('36,928');
  });

  test('a role of others, of a bot or where roles can’t be asked for is left alone', async () => {
    bot.discord.fail(/^GET \/guilds\//, 403);
    bot.discord.gateway.dispatch('MESSAGE_CREATE', message('', { mention_roles: [botRoleId] }));
    await vi.waitFor(() => expect(bot.logged).toContain('the roles of a server could not be asked for'));
    for (const rest of [
      { mention_roles: ['7'] },
      { mention_roles: [botRoleId], author: { id: '1', bot: true } },
    ])
      bot.discord.gateway.dispatch('MESSAGE_CREATE', message('', rest));
    await aMoment();
    await bot.received(newMessage, 0);
  });

  test('an edited question has an edited answer, a deleted one none', async () => {
    const question = message(`<@${botId}> 7 512 512 nobais`);
    bot.discord.gateway.dispatch('MESSAGE_CREATE', question);
    expect(shownText(await bot.lastBody(newMessage))).toContain('Did you mean nobias?');
    const content = `<@${botId}> 7 512 512 nobias`;
    bot.discord.gateway.dispatch('MESSAGE_UPDATE', {
      ...question,
      content,
      edited_timestamp: '2026-08-01T00:00:00Z',
    });
    const [edit] = await bot.received(editedMessage);
    expect(shownText(edit?.body)).toContain('12,845,056');
    bot.discord.gateway.dispatch('MESSAGE_DELETE', { id: question.id, channel_id: question.channel_id });
    const [deletion] = await bot.received(deletedMessage);
    expect(deletion?.path).toBe(edit?.path);
  });

  test('a question without its mention has no answer, and with it one again, which follows it', async () => {
    const question = message(`<@${botId}> 3 64 64`);
    bot.discord.gateway.dispatch('MESSAGE_CREATE', question);
    await bot.received(newMessage);
    bot.discord.gateway.dispatch('MESSAGE_UPDATE', { ...question, content: 'no', edited_timestamp: at(1) });
    await bot.received(deletedMessage);
    bot.discord.gateway.dispatch('MESSAGE_UPDATE', { ...question, edited_timestamp: at(2) });
    await bot.received(newMessage, 2);
    bot.discord.gateway.dispatch('MESSAGE_UPDATE', { ...question, edited_timestamp: at(3) });
    const [edit] = await bot.received(editedMessage);
    expect(bot.discord.messages()).toEqual([edit?.path.split('/').at(-1)]);
  });

  test('an answer that a moderator deleted comes back with the next edit', async () => {
    const question = message(`<@${botId}> 3 64 64`);
    bot.discord.gateway.dispatch('MESSAGE_CREATE', question);
    await bot.received(newMessage);
    bot.discord.fail(editedMessage, 404, 10_008);
    bot.discord.gateway.dispatch('MESSAGE_UPDATE', { ...question, edited_timestamp: at(1) });
    await bot.received(newMessage, 2);
    bot.discord.fail(deletedMessage, 404, 10_008);
    bot.discord.gateway.dispatch('MESSAGE_DELETE', { id: question.id, channel_id: question.channel_id });
    await bot.received(deletedMessage);
    await aMoment();
    expect(bot.logged).not.toContain('a message could not be answered');
  });

  describe('a paste that Discord made a file of', () => {
    const pasted = (path: string) => ({
      filename: 'message.txt',
      size: 12_000,
      url: `${bot.discord.apiUrl}${path}`,
      content_type: 'text/plain; charset=utf-8',
    });

    beforeEach(() => {
      bot.discord.files.set('/api/message.txt', resnet50Print());
    });

    test.each(['', 'what does this cost?'])('is read behind a mention: %j', async (words) => {
      const attachments = [pasted('/message.txt')];
      bot.discord.gateway.dispatch('MESSAGE_CREATE', message(`<@${botId}> ${words}`, { attachments }));
      expect(shownText(await bot.lastBody(newMessage))).toContain('25,557,032');
    });

    test('is read in a direct message that is forwarded', async () => {
      const message_snapshots = [{ message: { content: '', attachments: [pasted('/message.txt')] } }];
      const question = message('', { guild_id: undefined, message_snapshots });
      bot.discord.gateway.dispatch('MESSAGE_CREATE', question);
      expect(shownText(await bot.lastBody(newMessage))).toContain('25,557,032');
    });

    test('and that can’t be had is told', async () => {
      const attachments = [pasted('/gone.txt')];
      bot.discord.gateway.dispatch('MESSAGE_CREATE', message(`<@${botId}>`, { attachments }));
      expect(shownText(await bot.lastBody(newMessage))).toBe(
        'message.txt could not be had from Discord, so it was not read.',
      );
      expect(bot.logged).toContain('a file could not be read');
    });

    test('and has no layer is left aside', async () => {
      bot.discord.files.set('/api/message.txt', '2024-01-01 12:00 error 5 at line 3');
      const attachments = [pasted('/message.txt')];
      for (const words of ['7 512 512 nobias', 'help', '']) {
        bot.discord.gateway.dispatch('MESSAGE_CREATE', message(`<@${botId}> ${words}`, { attachments }));
      }
      const shown = (await bot.received(newMessage, 3)).map(({ body }) => shownText(body)).join('\n\n');
      expect(shown).toContain('12,845,056');
      expect(shown).toContain('What a convolution layer costs');
      expect(shown.match(/There is no layer in message.txt: it was left aside\./g)).toHaveLength(3);
    });

    test('and is far too long, or one of too many, is told beside the rest', async () => {
      const long = { ...pasted('/message.txt'), filename: 'long.txt', size: 400_001 };
      const attachments = [long, ...Array.from({ length: 4 }, () => pasted('/message.txt'))];
      bot.discord.gateway.dispatch('MESSAGE_CREATE', message(`<@${botId}>`, { attachments }));
      const shown = shownText(await bot.lastBody(newMessage));
      expect(shown).toContain(
        'long.txt was not read: it has more than 400,000 bytes. Only the first 4 files',
      );
      expect(shown).toContain('76,671,096'); // three times the model
    });
  });

  test('a link that Discord looked up in a question is no edit', async () => {
    const question = message(`<@${botId}> help`);
    bot.discord.gateway.dispatch('MESSAGE_CREATE', question);
    await bot.received(newMessage);
    bot.discord.gateway.dispatch('MESSAGE_UPDATE', { ...question, edited_timestamp: null });
    await aMoment();
    await bot.received(editedMessage, 0);
  });

  test('questions that are deleted together', async () => {
    const questions = [message(`<@${botId}> 3 64 64`), message(`<@${botId}> 3 64 32`)];
    for (const question of questions) bot.discord.gateway.dispatch('MESSAGE_CREATE', question);
    await bot.received(newMessage, 2);
    const [{ channel_id } = { channel_id: '' }] = questions;
    bot.discord.gateway.dispatch('MESSAGE_DELETE_BULK', { ids: questions.map(({ id }) => id), channel_id });
    await bot.received(deletedMessage, 2);
  });

  test('a reply that fails is sent again, as the same message', async () => {
    bot.discord.fail(newMessage, 500);
    bot.discord.gateway.dispatch('MESSAGE_CREATE', message(`<@${botId}> 3 64 64`));
    const [first, second] = await bot.received(newMessage, 2);
    expect(first?.body).toEqual(second?.body);
  });

  test('a channel in which the bot may not write ends nothing', async () => {
    bot.discord.fail(newMessage, 403, 50_013);
    bot.discord.gateway.dispatch('MESSAGE_CREATE', message(`<@${botId}> 3 64 64`));
    await vi.waitFor(() => expect(bot.logged).toContain('a message could not be answered'));
    expect(bot.logged).toContain('50013');
    bot.discord.gateway.dispatch('MESSAGE_CREATE', message(`<@${botId}> 3 64 32`));
    await bot.received(newMessage, 2);
  });
});

/** The time of an edit. */
function at(second: number): string {
  return `2026-08-01T00:00:0${second}.000000+00:00`;
}
