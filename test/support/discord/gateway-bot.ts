import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Adapter } from '../../../adapters/adapter.ts';
import { discordAdapter } from '../../../adapters/discord/discord-adapter.ts';
import { createLog } from '../../../adapters/log.ts';
import { type Received, type SmallDiscord, smallDiscord } from './small-discord.ts';

/** Of the form of a bot's token, and nobody's. */
export const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;

/** A bot of each test's own at a small Discord of its own, not started yet. */
export type GatewayBot = {
  discord: SmallDiscord;
  adapter: Adapter;
  /** All that was logged. */
  logged: string;
  /** The requests whose method and path match, once there are so many. */
  received(pattern: RegExp, count?: number): Promise<Received[]>;
  /** The body of the last of them. */
  lastBody(pattern: RegExp, count?: number): Promise<unknown>;
};

export const callback = /^POST \/interactions\//;

/** Sets a bot up before each test of a file, and checks after each what holds of everything that was sent. */
export function gatewayBot(): GatewayBot {
  // What is missing here is there before a test runs.
  const bot = { logged: '', received, lastBody } as GatewayBot;

  beforeEach(async () => {
    bot.discord = await smallDiscord();
    bot.logged = '';
    const write = (line: string) => {
      bot.logged += line;
    };
    bot.adapter = discordAdapter({ token, apiUrl: bot.discord.apiUrl }, createLog('debug', { write }));
  });

  afterEach(async () => {
    await bot.adapter.stop();
    await bot.discord.close();
    expect(bot.discord.faults, 'what the real Discord would have refused').toEqual([]);
    expect(bot.logged).not.toContain(token);
    expect(bot.logged).not.toMatch(/token-of-|512 512/);
  });

  function received(pattern: RegExp, count = 1): Promise<Received[]> {
    const find = () => {
      const lines = bot.discord.requests.map(
        (request) => [`${request.method} ${request.path}`, request] as const,
      );
      const found = lines.filter(([line]) => pattern.test(line));
      expect(found.length, `${pattern} among ${lines.map(([line]) => line)}`).toBe(count);
      return found.map(([, request]) => request);
    };
    return vi.waitFor(find, { timeout: 3_000 });
  }

  async function lastBody(pattern: RegExp, count = 1): Promise<unknown> {
    return (await received(pattern, count)).at(-1)?.body;
  }

  return bot;
}

/** Long enough for what must not happen to happen. */
export function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}
