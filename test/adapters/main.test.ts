import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BuiltProgram, builtProgram, type RunningProgram } from '../support/running-program.ts';
import { type EmulatedSlack, emulatedSlack } from '../support/slack/emulated-slack.ts';
import { type SignedRequest, signedCommand, signedJson, signingSecret } from '../support/slack/signed.ts';
import { waitFor } from '../support/slack/wait-for.ts';

let program: BuiltProgram;
beforeAll(async () => {
  program = await builtProgram();
}, 60_000);
afterAll(() => program.remove());

describe('without credentials', () => {
  test('it serves the playground, says where, and what to set for the chats', async () => {
    const running = program.run({ PORT: '0' });
    const page = await fetch(await running.url('/'));
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('<title>convparams</title>');
    const ready = await fetch(await running.url('/readyz'));
    expect(await ready.json()).toEqual({ status: 'ready', web: 'ready' });
    await waitFor(() => running.output.stdout.includes('the playground is at'), 10_000);
    const [lastOfLog, ...said] = running.output.stdout.split('\n').slice(-5);
    expect(lastOfLog).toContain('"msg":"started"');
    const address = (await running.url('')).toString();
    expect(said).toEqual([
      '',
      expect.stringMatching(/SLACK_BOT_TOKEN.*DISCORD_TOKEN/),
      `convparams: the playground is at ${address}`,
      '',
    ]);
    running.kill('SIGTERM');
    expect(await running.ended).toBe(0);
  }, 20_000);

  test('where its port is taken it says so, and what to do', async () => {
    const first = program.run({ PORT: '0' });
    const { port } = new URL(await first.url('/'));
    const { output, ended } = program.run({ PORT: port });
    expect(await ended).toBe(1);
    expect(output.stderr).toBe(
      `convparams can't start:\n  port ${port} is taken. Stop what listens there, or choose another one: PORT=${Number(port) + 1} npm start\n`,
    );
    first.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  }, 20_000);
});

test('what is wrong with its settings is told at once, without any value', async () => {
  const { output, ended } = program.run({ SLACK_BOT_TOKEN: 'xoxp-secret', PORT: 'eighty' });
  expect(await ended).toBe(1);
  expect(output.stderr.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
    'convparams',
    'PORT',
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    '',
  ]);
  expect(output.stdout + output.stderr).not.toMatch(/secret(?! )|eighty/);
});

describe('with Slack’s settings', () => {
  let slack: EmulatedSlack;
  beforeEach(async () => {
    slack = await emulatedSlack();
  });
  afterEach(() => slack.stop());

  const settings = () => ({
    SLACK_BOT_TOKEN: slack.token,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PORT: '0',
  });

  async function status(running: RunningProgram, path: string): Promise<number> {
    return (await fetch(await running.url(path))).status;
  }

  async function ready(running: RunningProgram): Promise<void> {
    await waitFor(async () => (await status(running, '/readyz')) === 200, 10_000);
  }

  async function post(running: RunningProgram, { headers, body }: SignedRequest) {
    return fetch(await running.url('/slack/events'), { method: 'POST', headers, body });
  }

  function direct(text: string) {
    const { directChannel: channel, userId: user, teamId: team_id } = slack;
    const event = { type: 'message', channel_type: 'im', channel, user, text, ts: '1.1' };
    return signedJson({ type: 'event_callback', event_id: 'Ev1', team_id, event });
  }

  test('in a file .env it starts the bot, answers, and stops on SIGTERM', async () => {
    const file = Object.entries(settings()).map(([name, value]) => `${name}=${value}`);
    const running = program.run({}, file.join('\n'));
    await ready(running);
    const response = await post(running, signedCommand('7 512 512 nobias'));
    expect(await response.text()).toContain('12,845,056');
    running.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(running.output.stderr).toBe('');
    expect(running.output.stdout).not.toMatch(/512 512|xoxb-|hooks\.slack/);
  }, 20_000);

  test('on SIGTERM it finishes what runs', async () => {
    const running = program.run(settings());
    await ready(running);
    slack.failNext('chat.postMessage', { delayMs: 500 });
    const response = post(running, direct('3 64 64'));
    await slack.nextCall('chat.postMessage', 5_000).catch(() => undefined);
    running.kill('SIGTERM');
    expect((await response).status).toBe(200);
    expect(await running.ended).toBe(0);
    expect((await slack.messages(slack.directChannel)).at(-1)?.text).toContain('36,928');
  }, 20_000);

  test('while Slack is away it is not ready, and becomes so without a restart', async () => {
    slack.failNext('auth.test', { status: 500 });
    const running = program.run(settings());
    await waitFor(() => running.output.stdout.includes('could not start'), 10_000);
    expect(await status(running, '/readyz')).toBe(503);
    expect(await status(running, '/healthz')).toBe(200);
    expect((await post(running, signedCommand('3 64 64'))).status).toBe(503);
    await ready(running);
    expect((await post(running, signedCommand('3 64 64'))).status).toBe(200);
    running.kill('SIGTERM');
    expect(await running.ended).toBe(0);
  }, 20_000);

  test('killed half-way through, a new process answers the event that Slack sends again', async () => {
    const first = program.run(settings());
    await ready(first);
    slack.failNext('chat.postMessage', { drop: true, delayMs: 1_000 });
    const lost = post(first, direct('3 64 64')).catch(() => undefined);
    await waitFor(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
    first.kill('SIGKILL');
    await lost;
    const second = program.run(settings());
    await ready(second);
    expect((await post(second, direct('3 64 64'))).status).toBe(200);
    expect((await slack.messages(slack.directChannel)).at(-1)?.text).toContain('36,928');
    second.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  }, 30_000);
});
