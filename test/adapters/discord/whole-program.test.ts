import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { command } from '../../support/discord/interactions.ts';
import { type SmallDiscord, smallDiscord } from '../../support/discord/small-discord.ts';
import { type BuiltProgram, builtProgram, type RunningProgram } from '../../support/running-program.ts';
import { type EmulatedSlack, emulatedSlack } from '../../support/slack/emulated-slack.ts';
import { signedCommand, signingSecret } from '../../support/slack/signed.ts';
import { waitFor } from '../../support/slack/wait-for.ts';

const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;

let program: BuiltProgram;
let discord: SmallDiscord;
let slack: EmulatedSlack;
beforeAll(async () => {
  program = await builtProgram();
}, 30_000);
afterAll(() => program.remove());
beforeEach(async () => {
  discord = await smallDiscord();
  slack = await emulatedSlack();
});
afterEach(async () => {
  await discord.close();
  await slack.stop();
});

function states(running: RunningProgram): Promise<unknown> {
  return running
    .url('/readyz')
    .then((url) => fetch(url))
    .then((response) => response.json());
}

function callbacks(): unknown[] {
  return discord.requests.filter(({ path }) => path.endsWith('/callback')).map(({ body }) => body);
}

const slackSettings = () => ({
  SLACK_BOT_TOKEN: slack.token,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: slack.apiUrl,
  PORT: '0',
});

async function slackAnswer(running: RunningProgram): Promise<string> {
  const { headers, body } = signedCommand('7 512 512 nobias');
  const response = await fetch(await running.url('/slack/events'), { method: 'POST', headers, body });
  return response.text();
}

test('in a file .env it starts the bot, answers, and stops on SIGTERM', async () => {
  const file = `DISCORD_TOKEN=${token}\nDISCORD_API_URL=${discord.apiUrl}\nPORT=0\n`;
  const running = program.run({}, file);
  await waitFor(() => discord.gateway.sessions().identified === 1, 40_000);
  discord.gateway.dispatch('INTERACTION_CREATE', command({ query: '7 512 512 nobias' }));
  await waitFor(() => callbacks().length === 1, 5_000);
  expect(JSON.stringify(callbacks())).toContain('12,845,056');
  running.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(running.output.stderr).toBe('');
  expect(running.output.stdout).not.toMatch(/512 512|token-of-/);
  expect(running.output.stdout).not.toContain(token);
}, 60_000);

test('Slack goes on where Discord is down', async () => {
  const env = { ...slackSettings(), DISCORD_TOKEN: token, DISCORD_API_URL: 'http://127.0.0.1:1/api' };
  const running = program.run(env);
  await waitFor(async () => JSON.stringify(await states(running)).includes('"slack":"ready"'), 40_000);
  expect(await states(running)).toEqual({
    status: 'not ready',
    web: 'ready',
    slack: 'ready',
    discord: 'not ready',
  });
  expect(await slackAnswer(running)).toContain('12,845,056');
  running.kill('SIGTERM');
  expect(await running.ended).toBe(0);
}, 60_000);

test('Discord goes on where Slack is down', async () => {
  await slack.stop();
  const env = { ...slackSettings(), DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl };
  const running = program.run(env);
  await waitFor(async () => JSON.stringify(await states(running)).includes('"discord":"ready"'), 40_000);
  discord.gateway.dispatch('INTERACTION_CREATE', command({ query: '7 512 512 nobias' }));
  await waitFor(() => callbacks().length === 1, 5_000);
  running.kill('SIGTERM');
  expect(await running.ended).toBe(0);
}, 60_000);
