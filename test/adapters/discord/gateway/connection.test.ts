import { describe, expect, test, vi } from 'vitest';
import { callback, gatewayBot } from '../../../support/discord/gateway-bot.ts';
import { command } from '../../../support/discord/interactions.ts';

const bot = gatewayBot();

describe('a connection that drops', () => {
  test('is resumed at once', async () => {
    await bot.adapter.start();
    bot.discord.gateway.drop(1_001);
    await vi.waitFor(() => expect(bot.discord.gateway.sessions().resumed).toBe(1), { timeout: 3_000 });
    await vi.waitFor(() => expect(bot.adapter.isReady()).toBe(true));
    bot.discord.gateway.dispatch('INTERACTION_CREATE', command());
    await bot.received(callback);
  });

  test('for good is made anew', async () => {
    await bot.adapter.start();
    bot.discord.gateway.drop(4_004);
    await vi.waitFor(() => expect(bot.logged).toContain('the gateway refuses this bot'));
    await vi.waitFor(() => expect(bot.discord.gateway.sessions().identified).toBe(2), { timeout: 3_000 });
    await vi.waitFor(() => expect(bot.adapter.isReady()).toBe(true));
    bot.discord.gateway.dispatch('INTERACTION_CREATE', command());
    await bot.received(callback);
  });

  test('that drops again and again is tried with pauses', async () => {
    await bot.adapter.start();
    bot.discord.gateway.shut(true);
    bot.discord.gateway.drop(1_001);
    await new Promise((resolve) => setTimeout(resolve, 2_600));
    // The first connection, one after half a second, and one after half a second and a second; without pauses six.
    expect(bot.discord.gateway.sessions().connected).toBeLessThanOrEqual(3);
    expect(bot.adapter.isReady()).toBe(false);
    bot.discord.gateway.shut(false);
    await vi.waitFor(() => expect(bot.adapter.isReady()).toBe(true), { timeout: 4_500 });
  }, 10_000);

  test('a gateway that refuses is asked again with pauses', async () => {
    await bot.adapter.start();
    bot.discord.gateway.refuse(4_004);
    bot.discord.gateway.drop(4_004);
    await new Promise((resolve) => setTimeout(resolve, 1_800));
    expect(bot.adapter.isReady()).toBe(false);
    const asked = bot.discord.requests.filter(({ path }) => path === '/gateway/bot').length;
    expect(asked).toBeGreaterThanOrEqual(2);
    expect(asked).toBeLessThanOrEqual(3);
  });
});

describe('stopping', () => {
  test('waits for what runs, and takes nothing new', async () => {
    await bot.adapter.start();
    bot.discord.fail(callback, 'never');
    bot.discord.gateway.dispatch('INTERACTION_CREATE', command());
    await bot.received(callback);
    const start = Date.now();
    const stopped = bot.adapter.stop();
    bot.discord.gateway.dispatch('INTERACTION_CREATE', command());
    await stopped;
    expect(Date.now() - start).toBeGreaterThan(2_000);
    expect(bot.adapter.isReady()).toBe(false);
    await bot.received(callback, 1);
  });

  test('before it was started', async () => {
    await bot.adapter.stop();
    expect(bot.adapter.isReady()).toBe(false);
  });
});
