import { describe, expect, test } from 'vitest';
import { discordAdapter } from '../../../../adapters/discord/discord-adapter.ts';
import { createLog } from '../../../../adapters/log.ts';
import { aMoment, gatewayBot, token } from '../../../support/discord/gateway-bot.ts';
import { applicationId } from '../../../support/discord/small-discord.ts';

const bot = gatewayBot();

describe('login', () => {
  test('joins with the two intents that it needs, and is ready then', async () => {
    expect(bot.adapter.isReady()).toBe(false);
    await bot.adapter.start();
    expect(bot.adapter.isReady()).toBe(true);
    expect(bot.discord.gateway.identity()).toMatchObject({
      token,
      intents: (1 << 9) | (1 << 12),
      shard: [0, 1],
    });
  });

  test('registers the commands, and not again where Discord has them', async () => {
    await bot.adapter.start();
    const [put] = await bot.received(/^PUT /);
    expect(put).toMatchObject({
      path: `/applications/${applicationId}/commands`,
      authorization: `Bot ${token}`,
    });
    await bot.adapter.stop();
    bot.adapter = discordAdapter({ token, apiUrl: bot.discord.apiUrl }, createLog('silent'));
    await bot.adapter.start();
    await bot.received(/^GET \/applications/, 2);
    await aMoment();
    await bot.received(/^PUT /, 1);
  });

  test('a token that Discord refuses rejects the start, and the process goes on', async () => {
    bot.discord.fail(/^GET \/gateway/, 401);
    await expect(bot.adapter.start()).rejects.toThrow('invalid token');
    expect(bot.adapter.isReady()).toBe(false);
  });

  test('as many shards as asked for', async () => {
    await bot.adapter.stop();
    bot.adapter = discordAdapter({ token, apiUrl: bot.discord.apiUrl, shards: 2 }, createLog('silent'));
    await bot.adapter.start();
    expect(bot.discord.gateway.sessions().identified).toBe(2);
    expect(bot.adapter.isReady()).toBe(true);
  });
});
