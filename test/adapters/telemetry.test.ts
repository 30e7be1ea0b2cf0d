import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Adapter } from '../../adapters/adapter.ts';
import { arrived } from '../../adapters/arrived.ts';
import { discordAdapter } from '../../adapters/discord/discord-adapter.ts';
import { createLog } from '../../adapters/log.ts';
import { command, sentForm, typing } from '../support/discord/interactions.ts';
import { message } from '../support/discord/messages.ts';
import { botId, type SmallDiscord, smallDiscord } from '../support/discord/small-discord.ts';
import { signedCommand } from '../support/slack/signed.ts';
import { type SlackBot, slackBot } from '../support/slack/slack-bot.ts';

type Line = Record<string, unknown>;

function overLines(lines: readonly Line[]): Line[] {
  return lines.filter(({ msg }) => msg === 'a request is over');
}

/** What a request is logged with, beside its id and how long it took. */
function told(lines: readonly Line[]): Line[] {
  return overLines(lines).map(({ platform, kind, outcome, problem }) => ({
    platform,
    kind,
    outcome,
    ...(problem === undefined ? {} : { problem }),
  }));
}

describe('a request that is over', () => {
  const lines: Line[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(JSON.parse(line)) });
  beforeEach(() => {
    lines.length = 0;
  });

  test('has an id of its own, and its duration in milliseconds', async () => {
    const over = arrived(log, 'slack', 'command');
    await new Promise((resolve) => setTimeout(resolve, 20));
    over({});
    arrived(log, 'slack', 'command')({});
    const [first, second] = overLines(lines);
    expect(first?.['request']).toMatch(/^[0-9a-f]{8}$/);
    expect(second?.['request']).not.toBe(first?.['request']);
    expect(first?.['milliseconds']).toBeGreaterThanOrEqual(19);
    expect(first?.['milliseconds']).toBeLessThan(1_000);
  });

  test.each([
    [{}, { outcome: 'answered' }],
    [{ problem: 'unknown-word' }, { outcome: 'mistake', problem: 'unknown-word' }],
    [{ fault: '0a1b2c3d' }, { outcome: 'fault', request: '0a1b2c3d' }],
    ['undelivered', { outcome: 'undelivered' }],
  ] as const)('%j', (end, line) => {
    arrived(log, 'discord', 'click')(end);
    expect(overLines(lines)).toEqual([expect.objectContaining(line)]);
  });

  test('that asked nothing is counted, and no line', async () => {
    arrived(log, 'slack', 'mention')('ignored');
    expect(lines).toEqual([]);
    const counts = await log.counts.exposition();
    expect(counts).toContain(
      'convparams_requests_total{platform="slack",kind="mention",outcome="ignored"} 1',
    );
    expect(counts).not.toContain('convparams_request_duration_seconds_count{platform="slack",kind="mention"');
  });

  test('is counted at any level, with its problem and its duration', async () => {
    const silent = createLog('silent');
    arrived(silent, 'discord', 'command')({ problem: 'conflict' });
    const counts = await silent.counts.exposition();
    expect(counts).toContain(
      'convparams_requests_total{platform="discord",kind="command",outcome="mistake"} 1',
    );
    expect(counts).toContain('convparams_problems_total{platform="discord",code="conflict"} 1');
    expect(counts).toContain(
      'convparams_request_duration_seconds_count{platform="discord",kind="command"} 1',
    );
  });
});

describe('Slack', () => {
  let bot: SlackBot;
  beforeEach(async () => {
    bot = await slackBot();
  });
  afterEach(() => bot.stop());

  test('one line a request, and none of its words', async () => {
    await bot.command('7 512 512 nobias');
    await bot.command('7 512 512 nobais');
    await bot.event({
      type: 'message',
      channel_type: 'im',
      channel: bot.slack.directChannel,
      user: bot.slack.userId,
      text: '3 64 64 g=5',
      ts: '1.1',
    });
    expect(told(bot.log)).toEqual([
      { platform: 'slack', kind: 'command', outcome: 'answered' },
      { platform: 'slack', kind: 'command', outcome: 'mistake', problem: 'unknown-word' },
      { platform: 'slack', kind: 'direct message', outcome: 'mistake', problem: 'groups-do-not-divide' },
    ]);
    expect(JSON.stringify(overLines(bot.log))).not.toMatch(/512|nobais|g=5/);
  });

  test('a fault has the id that the person was told', async () => {
    bot.slack.failNext('views.open', { status: 500 });
    await bot.command('edit 3 64 64');
    const [response] = await bot.responses(1);
    const [line] = overLines(bot.log);
    expect(line).toMatchObject({ kind: 'command', outcome: 'fault' });
    expect(response?.['text']).toContain(String(line?.['request']));
  });

  test('what is refused is told by route and status', async () => {
    await bot.post(signedCommand('3 64 64', {}, { secret: 'another' }));
    expect(bot.log).toContainEqual(
      expect.objectContaining({ msg: 'a request was refused', route: 'POST /slack/events', status: 401 }),
    );
    const counts = await (await fetch(bot.url.replace('/slack/events', '/metrics'))).text();
    expect(counts).toContain('convparams_http_refusals_total{route="POST /slack/events",status="401"} 1');
  });
});

describe('Discord', () => {
  const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;
  const lines: Line[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(JSON.parse(line)) });
  let discord: SmallDiscord;
  let adapter: Adapter;
  beforeEach(async () => {
    discord = await smallDiscord();
    adapter = discordAdapter({ token, apiUrl: discord.apiUrl }, log);
    await adapter.start();
    lines.length = 0;
  });
  afterEach(async () => {
    await adapter.stop();
    await discord.close();
  });

  const isOver = (count: number) => expect.poll(() => overLines(lines).length).toBe(count);

  test('one line a request, and none of its words', async () => {
    discord.gateway.dispatch('INTERACTION_CREATE', command({ query: '7 512 512 nobias' }));
    await isOver(1);
    discord.gateway.dispatch('INTERACTION_CREATE', typing('7 512 512 nobais'));
    await isOver(2);
    discord.gateway.dispatch('INTERACTION_CREATE', sentForm({ kernel: '3', in: '64', out: 'wide' }));
    await isOver(3);
    discord.gateway.dispatch('MESSAGE_CREATE', message(`<@${botId}> 7 512 512 nobais`));
    await isOver(4);
    expect(told(lines)).toEqual([
      { platform: 'discord', kind: 'command', outcome: 'answered' },
      { platform: 'discord', kind: 'typing', outcome: 'answered' },
      { platform: 'discord', kind: 'submit', outcome: 'mistake', problem: 'bad-value' },
      { platform: 'discord', kind: 'mention', outcome: 'mistake', problem: 'unknown-word' },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/512|nobais|wide/);
  });

  test('an answer that Discord does not take', async () => {
    discord.fail(/^POST \/interactions/, 404, 10_062);
    discord.gateway.dispatch('INTERACTION_CREATE', command({ query: '3 64 64' }));
    await isOver(1);
    expect(told(lines)).toEqual([{ platform: 'discord', kind: 'command', outcome: 'undelivered' }]);
  });

  test('a connection that is lost and comes back is counted', async () => {
    discord.gateway.drop(4_000);
    await expect
      .poll(() => log.counts.exposition())
      .toContain('convparams_reconnects_total{platform="discord"} 1');
  });
});
