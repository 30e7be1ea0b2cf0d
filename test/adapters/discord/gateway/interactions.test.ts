import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aMoment, callback, gatewayBot } from '../../../support/discord/gateway-bot.ts';
import { click, command, menu, sentForm, typing } from '../../../support/discord/interactions.ts';
import { buttonId, shownText } from '../../../support/discord/shown.ts';
import { applicationId } from '../../../support/discord/small-discord.ts';

const bot = gatewayBot();
const deletion = /^DELETE \/webhooks\//;

describe('interactions', () => {
  beforeEach(() => bot.adapter.start());

  test('a command', async () => {
    const interaction = command({ query: '7 512 512 nobias' });
    bot.discord.gateway.dispatch('INTERACTION_CREATE', interaction);
    const [request] = await bot.received(callback);
    expect(request?.path).toBe(`/interactions/${interaction.id}/${interaction.token}/callback`);
    expect(request?.authorization).toBeUndefined();
    expect(shownText(request?.body)).toContain('12,845,056');
  });

  test('what is typed', async () => {
    bot.discord.gateway.dispatch('INTERACTION_CREATE', typing('7 512 512 nobias'));
    expect(await bot.lastBody(callback)).toMatchObject({
      type: 8,
      data: { choices: [{ value: '7 512 512 nobias' }] },
    });
  });

  test('a button, a form, and a message of the context menu', async () => {
    bot.discord.gateway.dispatch('INTERACTION_CREATE', command({ query: '7 512 512 nobias' }));
    const answer = await bot.lastBody(callback);
    bot.discord.gateway.dispatch('INTERACTION_CREATE', click(buttonId(answer, 'With bias'), { flags: 64 }));
    expect(await bot.lastBody(callback, 2)).toMatchObject({ type: 7 });
    bot.discord.gateway.dispatch('INTERACTION_CREATE', click(buttonId(answer, 'Edit'), { flags: 64 }));
    expect(await bot.lastBody(callback, 3)).toMatchObject({ type: 9 });
    bot.discord.gateway.dispatch('INTERACTION_CREATE', sentForm({ kernel: '3', in: '64', out: '64' }));
    expect(shownText(await bot.lastBody(callback, 4))).toContain('36,928');
    bot.discord.gateway.dispatch('INTERACTION_CREATE', menu('see `nn.Conv2d(3, 64, 7)`'));
    expect(shownText(await bot.lastBody(callback, 5))).toContain('9,472');
  });

  test('a dismissed answer is deleted, once Discord has the response', async () => {
    const interaction = click('dismiss', { flags: 64 });
    bot.discord.gateway.dispatch('INTERACTION_CREATE', interaction);
    const [request] = await bot.received(deletion);
    expect(request?.path).toBe(`/webhooks/${applicationId}/${interaction.token}/messages/@original`);
    const [response] = await bot.received(callback);
    expect(response?.body).toEqual({ type: 6 });
    const order = [response, request].map((one) => (one ? bot.discord.requests.indexOf(one) : -1));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('a deletion that Discord is not ready for is tried again', async () => {
    bot.discord.fail(deletion, 404, 10_015);
    bot.discord.fail(deletion, 503);
    bot.discord.gateway.dispatch('INTERACTION_CREATE', click('dismiss', { flags: 64 }));
    await bot.received(deletion, 3);
    await aMoment();
    expect(bot.logged).not.toContain('an answer could not be deleted');
  });

  test('a deletion that never works is given up, and logged', async () => {
    bot.discord.fail(deletion, 404, 10_015, 9);
    bot.discord.gateway.dispatch('INTERACTION_CREATE', click('dismiss', { flags: 64 }));
    await vi.waitFor(() => expect(bot.logged).toContain('an answer could not be deleted'), {
      timeout: 4_000,
    });
    await bot.received(deletion, 3);
  });

  test('a double click on Share posts once, and a click again after a failure does', async () => {
    const message = {
      id: '7',
      flags: 64,
      components: [{ type: 17, components: [{ type: 10, content: 'x' }] }],
    };
    bot.discord.fail(callback, 500);
    for (let clicks = 1; clicks <= 3; clicks += 1) {
      bot.discord.gateway.dispatch('INTERACTION_CREATE', click('share', message));
      await bot.received(callback, clicks);
      if (clicks === 1)
        await vi.waitFor(() => expect(bot.logged).toContain('an interaction could not be answered'));
    }
    const texts = bot.discord.requests
      .filter(({ path }) => path.endsWith('/callback'))
      .map(({ body }) => shownText(body));
    expect(texts.slice(1)).toEqual([expect.stringContaining('Asked by'), 'This answer is shared already.']);
  });

  test('the same interaction is answered once', async () => {
    const interaction = command();
    bot.discord.gateway.dispatch('INTERACTION_CREATE', interaction);
    bot.discord.gateway.dispatch('INTERACTION_CREATE', interaction);
    await aMoment();
    await bot.received(callback, 1);
  });

  test.each([
    [404, 10_062],
    [400, 40_060],
    [500, 0],
    [503, 0],
  ])(
    'a response that Discord refuses with %i (%i) is not sent again, and ends nothing',
    async (status, code) => {
      bot.discord.fail(callback, status, code);
      bot.discord.gateway.dispatch('INTERACTION_CREATE', command());
      await bot.received(callback, 1);
      await vi.waitFor(() => expect(bot.logged).toContain('an interaction could not be answered'));
      await aMoment();
      await bot.received(callback, 1);
      bot.discord.gateway.dispatch('INTERACTION_CREATE', command());
      await bot.received(callback, 2);
    },
  );

  test('a response that takes longer than Discord waits is given up', async () => {
    bot.discord.fail(callback, 'never');
    const start = Date.now();
    bot.discord.gateway.dispatch('INTERACTION_CREATE', command());
    await vi.waitFor(() => expect(bot.logged).toContain('an interaction could not be answered'), {
      timeout: 10_000,
    });
    expect(Date.now() - start).toBeGreaterThan(2_400);
  });
});
