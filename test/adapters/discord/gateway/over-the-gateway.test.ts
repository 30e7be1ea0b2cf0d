import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Adapter } from '../../../../adapters/adapter.ts';
import { discordAdapter } from '../../../../adapters/discord/discord-adapter.ts';
import { createLog } from '../../../../adapters/log.ts';
import { click, command, menu, sentForm, typing } from '../../../support/discord/interactions.ts';
import { message } from '../../../support/discord/messages.ts';
import { buttonId, shownText } from '../../../support/discord/shown.ts';
import {
  applicationId,
  botId,
  type Received,
  type SmallDiscord,
  smallDiscord,
} from '../../../support/discord/small-discord.ts';

const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;

let discord: SmallDiscord;
let adapter: Adapter;
let logged = '';

beforeEach(async () => {
  discord = await smallDiscord();
  logged = '';
  const log = createLog('debug', {
    write: (line) => {
      logged += line;
    },
  });
  adapter = discordAdapter({ token, apiUrl: discord.apiUrl }, log);
});

afterEach(async () => {
  await adapter.stop();
  await discord.close();
  // Of whatever a test sent: the real Discord would have taken it, and no log has what is private.
  expect(discord.faults).toEqual([]);
  expect(logged).not.toContain(token);
  expect(logged).not.toMatch(/token-of-|512 512/);
});

/** The requests that match, once there are so many. */
function received(pattern: RegExp, count = 1): Promise<Received[]> {
  return vi.waitFor(
    () => {
      const found = discord.requests.filter(({ method, path }) => pattern.test(`${method} ${path}`));
      expect(
        found.length,
        `${pattern} among ${discord.requests.map(({ method, path }) => `${method} ${path}`)}`,
      ).toBe(count);
      return found;
    },
    { timeout: 3_000 },
  );
}

async function last(pattern: RegExp, count = 1): Promise<unknown> {
  return (await received(pattern, count)).at(-1)?.body;
}

const callback = /^POST \/interactions\//;
const newMessage = /^POST \/channels\//;
const editedMessage = /^PATCH \/channels\//;
const deletedMessage = /^DELETE \/channels\//;

/** Long enough for what must not happen to happen. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}

describe('login', () => {
  test('joins with the two intents that it needs, and is ready then', async () => {
    expect(adapter.isReady()).toBe(false);
    await adapter.start();
    expect(adapter.isReady()).toBe(true);
    expect(discord.gateway.identity()).toMatchObject({ token, intents: (1 << 9) | (1 << 12), shard: [0, 1] });
  });

  test('registers the commands, and not again where Discord has them', async () => {
    await adapter.start();
    const [put] = await received(/^PUT /);
    expect(put).toMatchObject({
      path: `/applications/${applicationId}/commands`,
      authorization: `Bot ${token}`,
    });
    await adapter.stop();
    adapter = discordAdapter({ token, apiUrl: discord.apiUrl }, createLog('silent'));
    await adapter.start();
    await received(/^GET \/applications/, 2);
    await aMoment();
    await received(/^PUT /, 1);
  });

  test('a token that Discord refuses rejects the start, and the process goes on', async () => {
    discord.fail(/^GET \/gateway/, 401);
    await expect(adapter.start()).rejects.toThrow('invalid token');
    expect(adapter.isReady()).toBe(false);
  });

  test('as many shards as asked for', async () => {
    await adapter.stop();
    adapter = discordAdapter({ token, apiUrl: discord.apiUrl, shards: 2 }, createLog('silent'));
    await adapter.start();
    expect(discord.gateway.sessions().identified).toBe(2);
    expect(adapter.isReady()).toBe(true);
  });
});

describe('interactions', () => {
  beforeEach(() => adapter.start());

  test('a command', async () => {
    const interaction = command({ query: '7 512 512 nobias' });
    discord.gateway.dispatch('INTERACTION_CREATE', interaction);
    const [request] = await received(callback);
    expect(request?.path).toBe(`/interactions/${interaction.id}/${interaction.token}/callback`);
    expect(request?.authorization).toBeUndefined();
    expect(shownText(request?.body)).toContain('12,845,056');
  });

  test('what is typed', async () => {
    discord.gateway.dispatch('INTERACTION_CREATE', typing('7 512 512 nobias'));
    expect(await last(callback)).toMatchObject({
      type: 8,
      data: { choices: [{ value: '7 512 512 nobias' }] },
    });
  });

  test('a button, a form, and a message of the context menu', async () => {
    discord.gateway.dispatch('INTERACTION_CREATE', command({ query: '7 512 512 nobias' }));
    const answer = await last(callback);
    discord.gateway.dispatch('INTERACTION_CREATE', click(buttonId(answer, 'With bias'), { flags: 64 }));
    expect(await last(callback, 2)).toMatchObject({ type: 7 });
    discord.gateway.dispatch('INTERACTION_CREATE', click(buttonId(answer, 'Edit'), { flags: 64 }));
    expect(await last(callback, 3)).toMatchObject({ type: 9 });
    discord.gateway.dispatch('INTERACTION_CREATE', sentForm({ kernel: '3', in: '64', out: '64' }));
    expect(shownText(await last(callback, 4))).toContain('36,928');
    discord.gateway.dispatch('INTERACTION_CREATE', menu('see `nn.Conv2d(3, 64, 7)`'));
    expect(shownText(await last(callback, 5))).toContain('9,472');
  });

  test('a dismissed answer is deleted, once Discord has the response', async () => {
    const interaction = click('dismiss', { flags: 64 });
    discord.gateway.dispatch('INTERACTION_CREATE', interaction);
    const [request] = await received(/^DELETE \/webhooks/);
    expect(request?.path).toBe(`/webhooks/${applicationId}/${interaction.token}/messages/@original`);
    const [response] = await received(callback);
    expect(response?.body).toEqual({ type: 6 });
    const order = [response, request].map((one) => (one ? discord.requests.indexOf(one) : -1));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('a double click on Share posts once, and a click again after a failure does', async () => {
    const message = {
      id: '7',
      flags: 64,
      components: [{ type: 17, components: [{ type: 10, content: 'x' }] }],
    };
    discord.fail(callback, 500);
    for (let clicks = 1; clicks <= 3; clicks += 1) {
      discord.gateway.dispatch('INTERACTION_CREATE', click('share', message));
      await received(callback, clicks);
      if (clicks === 1)
        await vi.waitFor(() => expect(logged).toContain('an interaction could not be answered'));
    }
    const texts = discord.requests
      .filter(({ path }) => path.endsWith('/callback'))
      .map(({ body }) => shownText(body));
    expect(texts.slice(1)).toEqual([expect.stringContaining('Asked by'), 'This answer is shared already.']);
  });

  test('the same interaction is answered once', async () => {
    const interaction = command();
    discord.gateway.dispatch('INTERACTION_CREATE', interaction);
    discord.gateway.dispatch('INTERACTION_CREATE', interaction);
    await aMoment();
    await received(callback, 1);
  });

  test.each([
    [404, 10_062],
    [400, 40_060],
    [500, 0],
    [503, 0],
  ])(
    'a response that Discord refuses with %i (%i) is not sent again, and ends nothing',
    async (status, code) => {
      discord.fail(callback, status, code);
      discord.gateway.dispatch('INTERACTION_CREATE', command());
      await received(callback, 1);
      await vi.waitFor(() => expect(logged).toContain('an interaction could not be answered'));
      await aMoment();
      await received(callback, 1);
      discord.gateway.dispatch('INTERACTION_CREATE', command());
      await received(callback, 2);
    },
  );

  test('a response that takes longer than Discord waits is given up', async () => {
    discord.fail(callback, 'never');
    const start = Date.now();
    discord.gateway.dispatch('INTERACTION_CREATE', command());
    await vi.waitFor(() => expect(logged).toContain('an interaction could not be answered'), {
      timeout: 4_000,
    });
    expect(Date.now() - start).toBeGreaterThan(2_400);
    expect(Date.now() - start).toBeLessThan(3_000);
  });
});

describe('messages', () => {
  beforeEach(() => adapter.start());

  test('a mention is answered with a public reply that tells nobody', async () => {
    const question = message(`<@${botId}> 7 512 512 nobias`);
    discord.gateway.dispatch('MESSAGE_CREATE', question);
    const body = await last(newMessage);
    expect(body).toMatchObject({
      flags: 1 << 15,
      message_reference: { message_id: question.id, fail_if_not_exists: false },
      nonce: question.id,
      enforce_nonce: true,
    });
    expect(shownText(body)).toContain('12,845,056');
  });

  test('a direct message needs no mention', async () => {
    discord.gateway.dispatch('MESSAGE_CREATE', message('3 64 64', { guild_id: undefined }));
    expect(shownText(await last(newMessage))).toContain('36,928');
  });

  test('an edited question has an edited answer, a deleted one none', async () => {
    const question = message(`<@${botId}> 7 512 512 nobais`);
    discord.gateway.dispatch('MESSAGE_CREATE', question);
    expect(shownText(await last(newMessage))).toContain('Did you mean nobias?');
    const content = `<@${botId}> 7 512 512 nobias`;
    discord.gateway.dispatch('MESSAGE_UPDATE', {
      ...question,
      content,
      edited_timestamp: '2026-08-01T00:00:00Z',
    });
    const [edit] = await received(editedMessage);
    expect(shownText(edit?.body)).toContain('12,845,056');
    discord.gateway.dispatch('MESSAGE_DELETE', { id: question.id, channel_id: question.channel_id });
    const [deletion] = await received(deletedMessage);
    expect(deletion?.path).toBe(edit?.path);
  });

  test('a link that Discord looked up in a question is no edit', async () => {
    const question = message(`<@${botId}> help`);
    discord.gateway.dispatch('MESSAGE_CREATE', question);
    await received(newMessage);
    discord.gateway.dispatch('MESSAGE_UPDATE', { ...question, edited_timestamp: null });
    await aMoment();
    await received(editedMessage, 0);
  });

  test('questions that are deleted together', async () => {
    const questions = [message(`<@${botId}> 3 64 64`), message(`<@${botId}> 3 64 32`)];
    for (const question of questions) discord.gateway.dispatch('MESSAGE_CREATE', question);
    await received(newMessage, 2);
    const [{ channel_id } = { channel_id: '' }] = questions;
    discord.gateway.dispatch('MESSAGE_DELETE_BULK', { ids: questions.map(({ id }) => id), channel_id });
    await received(deletedMessage, 2);
  });

  test('a reply that fails is sent again, as the same message', async () => {
    discord.fail(newMessage, 500);
    discord.gateway.dispatch('MESSAGE_CREATE', message(`<@${botId}> 3 64 64`));
    const [first, second] = await received(newMessage, 2);
    expect(first?.body).toEqual(second?.body);
  });

  test('a channel in which the bot may not write ends nothing', async () => {
    discord.fail(newMessage, 403, 50_013);
    discord.gateway.dispatch('MESSAGE_CREATE', message(`<@${botId}> 3 64 64`));
    await vi.waitFor(() => expect(logged).toContain('a message could not be answered'));
    expect(logged).toContain('50013');
    discord.gateway.dispatch('MESSAGE_CREATE', message(`<@${botId}> 3 64 32`));
    await received(newMessage, 2);
  });
});

describe('a connection that drops', () => {
  test('is resumed at once', async () => {
    await adapter.start();
    discord.gateway.drop(1_001);
    await vi.waitFor(() => expect(discord.gateway.sessions().resumed).toBe(1), { timeout: 3_000 });
    await vi.waitFor(() => expect(adapter.isReady()).toBe(true));
    discord.gateway.dispatch('INTERACTION_CREATE', command());
    await received(callback);
  });

  test('for good is made anew', async () => {
    await adapter.start();
    discord.gateway.drop(4_004);
    await vi.waitFor(() => expect(logged).toContain('the gateway refuses this bot'));
    await vi.waitFor(() => expect(discord.gateway.sessions().identified).toBe(2), { timeout: 3_000 });
    await vi.waitFor(() => expect(adapter.isReady()).toBe(true));
    discord.gateway.dispatch('INTERACTION_CREATE', command());
    await received(callback);
  });

  test('that drops again and again is tried with pauses', async () => {
    await adapter.start();
    discord.gateway.refuse(4_000);
    discord.gateway.drop(4_007); // the session is over, so that the bot has to identify itself anew
    await new Promise((resolve) => setTimeout(resolve, 2_600));
    // At once, half a second later, and after a pause of a second; without pauses it would be five.
    expect(discord.gateway.sessions().connected).toBeLessThanOrEqual(4);
    expect(adapter.isReady()).toBe(false);
    discord.gateway.refuse(undefined);
    await vi.waitFor(() => expect(adapter.isReady()).toBe(true), { timeout: 4_500 });
  }, 10_000);

  test('a gateway that refuses is asked again with pauses', async () => {
    await adapter.start();
    discord.gateway.refuse(4_004);
    discord.gateway.drop(4_004);
    await new Promise((resolve) => setTimeout(resolve, 1_800));
    expect(adapter.isReady()).toBe(false);
    expect(discord.requests.filter(({ path }) => path === '/gateway/bot').length).toBeLessThanOrEqual(3);
  });
});

describe('stopping', () => {
  test('waits for what runs, and takes nothing new', async () => {
    await adapter.start();
    discord.fail(callback, 'never');
    discord.gateway.dispatch('INTERACTION_CREATE', command());
    await received(callback);
    const start = Date.now();
    const stopped = adapter.stop();
    discord.gateway.dispatch('INTERACTION_CREATE', command());
    await stopped;
    expect(Date.now() - start).toBeGreaterThan(2_000);
    expect(adapter.isReady()).toBe(false);
    await received(callback, 1);
  });

  test('before it was started', async () => {
    await adapter.stop();
    expect(adapter.isReady()).toBe(false);
  });
});
