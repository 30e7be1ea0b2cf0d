import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { command } from '../support/discord/interactions.ts';
import { publicKey, signedInteraction } from '../support/discord/signed-interaction.ts';
import { type SmallDiscord, smallDiscord } from '../support/discord/small-discord.ts';
import { type BuiltProgram, builtProgram, type RunningProgram } from '../support/running-program.ts';
import { type EmulatedSlack, emulatedSlack } from '../support/slack/emulated-slack.ts';
import { signedCommand, signingSecret } from '../support/slack/signed.ts';
import { type SocketModeServer, socketModeServer } from '../support/slack/socket-mode-server.ts';
import { waitFor } from '../support/slack/wait-for.ts';

const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;
const long = 15_000;

let program: BuiltProgram;
let slack: EmulatedSlack;
let discord: SmallDiscord;
let running: RunningProgram;

beforeAll(async () => {
  program = await builtProgram();
}, 60_000);
afterAll(() => program.remove());
beforeEach(async () => {
  [slack, discord] = await Promise.all([emulatedSlack(), smallDiscord()]);
});
afterEach(async () => {
  running.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(discord.faults).toEqual([]);
  expect(running.output.stderr).toBe('');
  expect(running.output.stdout).not.toMatch(/512 512|3 64 64|xoxb-|xapp-|token-of-/);
  expect(running.output.stdout).not.toContain(token);
  await Promise.all([slack.stop(), discord.close()]);
}, 20_000);

const overHttp = () => ({
  SLACK_BOT_TOKEN: slack.token,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: slack.apiUrl,
});
const overTheGateway = () => ({ DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl });

/** What /readyz says of the two, once it says that; the page is always ready. */
async function readiness({ status, ...platforms }: Readonly<Record<string, string>>): Promise<void> {
  const expected = { status, web: 'ready', ...platforms };
  let said: unknown;
  const isSaid = async () => {
    said = await (await fetch(await running.url('/readyz'))).json();
    return JSON.stringify(said) === JSON.stringify(expected);
  };
  await waitFor(isSaid, long).catch(() => expect(said).toEqual(expected));
}

async function count(line: string): Promise<string | undefined> {
  const counts = await (await fetch(await running.url('/metrics'))).text();
  return counts.split('\n').find((one) => one.startsWith(`${line} `));
}

async function slackAnswers(): Promise<void> {
  const { headers, body } = signedCommand('3 64 64');
  const response = await fetch(await running.url('/slack/events'), { method: 'POST', headers, body });
  expect(await response.text()).toContain('36,928');
}

async function discordAnswers(): Promise<void> {
  const interaction = command({ query: '3 64 64' });
  discord.gateway.dispatch('INTERACTION_CREATE', interaction);
  const answer = () =>
    discord.requests.find(({ path }) => path.startsWith(`/interactions/${interaction.id}/`));
  expect(JSON.stringify(await waitFor(answer, long))).toContain('36,928');
}

const bothReady = { status: 'ready', slack: 'ready', discord: 'ready' };

describe('Discord', () => {
  test('over the gateway: a connection that drops comes back, and is counted', async () => {
    running = program.run({ ...overTheGateway(), PORT: '0' });
    await readiness({ status: 'ready', discord: 'ready' });
    await discordAnswers();
    discord.gateway.drop(4_000);
    await waitFor(() => discord.gateway.sessions().resumed === 1, long);
    await readiness({ status: 'ready', discord: 'ready' });
    await discordAnswers();
    expect(await count('convparams_reconnects_total{platform="discord"}')).toMatch(/ 1$/);
  }, 60_000);

  test('over HTTP: what is signed is answered, what is not is refused and counted', async () => {
    running = program.run({ DISCORD_PUBLIC_KEY: publicKey, DISCORD_API_URL: discord.apiUrl, PORT: '0' });
    await readiness({ status: 'ready', discord: 'ready' });
    const url = await running.url('/discord/interactions');
    const { headers, body } = signedInteraction(command({ query: '7 512 512 nobias' }));
    const answered = await fetch(url, { method: 'POST', headers, body });
    expect(await answered.text()).toContain('12,845,056');
    expect(
      await count('convparams_requests_total{platform="discord",kind="command",outcome="answered"}'),
    ).toMatch(/ 1$/);
    const forged = await fetch(url, { method: 'POST', headers, body: `${body} ` });
    expect(forged.status).toBe(401);
    expect(
      await count('convparams_http_refusals_total{route="POST /discord/interactions",status="401"}'),
    ).toMatch(/ 1$/);
  }, 60_000);
});

describe('both platforms', () => {
  test('start, answer, and one line of the log tells each answer', async () => {
    running = program.run({ ...overHttp(), ...overTheGateway(), PORT: '0' });
    await readiness(bothReady);
    await slackAnswers();
    await discordAnswers();
    await waitFor(() => running.output.stdout.split('"a request is over"').length === 3, long);
    expect(await count('convparams_ready{adapter="slack"}')).toMatch(/ 1$/);
    expect(
      await count('convparams_requests_total{platform="slack",kind="command",outcome="answered"}'),
    ).toMatch(/ 1$/);
  }, 60_000);

  test('Slack can’t start: Discord answers, and Slack does once it can', async () => {
    for (let time = 0; time < 3; time += 1) slack.failNext('auth.test', { status: 500 });
    running = program.run({ ...overHttp(), ...overTheGateway(), PORT: '0' });
    await readiness({ status: 'not ready', slack: 'not ready', discord: 'ready' });
    await discordAnswers();
    await readiness(bothReady);
    await slackAnswers();
  }, 60_000);

  test('Discord turns the bot away: Slack goes on, and Discord comes back', async () => {
    running = program.run({ ...overHttp(), ...overTheGateway(), PORT: '0' });
    await readiness(bothReady);
    discord.gateway.refuse(4_014);
    discord.gateway.drop(4_009);
    await readiness({ status: 'not ready', slack: 'ready', discord: 'not ready' });
    await slackAnswers();
    discord.gateway.refuse(undefined);
    await readiness(bothReady);
    await discordAnswers();
  }, 60_000);

  test('Discord is away at the start: Slack answers, and Discord joins later', async () => {
    discord.fail(/^GET \/gateway/, 401, 0, 2);
    running = program.run({ ...overHttp(), ...overTheGateway(), PORT: '0' });
    await readiness({ status: 'not ready', slack: 'ready', discord: 'not ready' });
    await slackAnswers();
    await readiness(bothReady);
    await discordAnswers();
  }, 60_000);

  describe('over sockets', () => {
    let sockets: SocketModeServer;
    beforeEach(async () => {
      sockets = await socketModeServer({ forwardTo: slack.apiUrl });
    });
    afterEach(() => sockets.stop());

    test('Slack’s socket is killed while Slack is away: Discord goes on, and Slack comes back', async () => {
      running = program.run({
        SLACK_BOT_TOKEN: slack.token,
        SLACK_APP_TOKEN: sockets.appToken,
        SLACK_API_URL: sockets.apiUrl,
        ...overTheGateway(),
        PORT: '0',
      });
      await readiness(bothReady);
      sockets.refuse(2);
      sockets.drop();
      await readiness({ status: 'not ready', slack: 'not ready', discord: 'ready' });
      await discordAnswers();
      await readiness(bothReady);
      const { body } = signedCommand('3 64 64');
      const payload = Object.fromEntries(new URLSearchParams(body));
      expect(JSON.stringify(await sockets.send('slash_commands', payload))).toContain('36,928');
      expect(await count('convparams_reconnects_total{platform="slack"}')).toMatch(/ 1$/);
    }, 60_000);
  });
});
