import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Adapter } from '../../../adapters/adapter.ts';
import { createLog } from '../../../adapters/log.ts';
import { slackAdapter } from '../../../adapters/slack/slack-adapter.ts';
import { type EmulatedSlack, emulatedSlack } from '../../support/slack/emulated-slack.ts';
import { type SocketModeServer, socketModeServer } from '../../support/slack/socket-mode-server.ts';
import { waitFor } from '../../support/slack/wait-for.ts';
import { wireFaults } from '../../support/slack/wire-faults.ts';

let slack: EmulatedSlack;
let socket: SocketModeServer;
let adapter: Adapter;
let log: Record<string, unknown>[];
/** What was sent back over the socket. */
let acks: Record<string, unknown>[];

beforeEach(async () => {
  slack = await emulatedSlack();
  socket = await socketModeServer({ forwardTo: slack.apiUrl });
  log = [];
  acks = [];
  const config = { botToken: slack.token, appToken: socket.appToken, apiUrl: socket.apiUrl };
  adapter = slackAdapter(
    config,
    createLog('info', { write: (line: string) => void log.push(JSON.parse(line)) }),
  );
});

afterEach(async () => {
  await adapter.stop();
  expect(wireFaults(slack, acks)).toEqual([]);
  await waitFor(() => socket.connections === 0);
  await socket.stop();
  await slack.stop();
});

async function command(text: string) {
  const answer = await socket.send('slash_commands', {
    command: '/convparams',
    text,
    team_id: slack.teamId,
    user_id: slack.userId,
    channel_id: slack.channel,
    response_url: slack.responseUrl(),
    trigger_id: randomUUID(),
  });
  acks.push(answer);
  return answer;
}

function direct(
  text: string,
  about: Parameters<SocketModeServer['send']>[2] = {},
  event_id = `Ev${randomUUID()}`,
) {
  const event = {
    type: 'message',
    channel_type: 'im',
    channel: slack.directChannel,
    user: slack.userId,
    text,
    ts: '1.1',
  };
  return socket.send('events_api', { type: 'event_callback', team_id: slack.teamId, event_id, event }, about);
}

async function answers() {
  return (await slack.messages(slack.directChannel)).map(({ text }) => text);
}

describe('over Socket Mode', () => {
  beforeEach(() => adapter.start());

  test('there is no route for HTTP', () => {
    expect(adapter.routes).toEqual({});
    expect(adapter.isReady()).toBe(true);
  });

  test('a command is answered in its acknowledgement', async () => {
    const payload = await command('7 512 512 nobias');
    expect(payload).toMatchObject({ response_type: 'ephemeral' });
    expect(payload['text']).toContain('12,845,056');
    expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  test('a click is answered through its response_url', async () => {
    await socket.send('interactive', {
      type: 'block_actions',
      team: { id: slack.teamId },
      user: { id: slack.userId },
      container: { type: 'message', is_ephemeral: true },
      response_url: slack.responseUrl(),
      actions: [{ type: 'button', action_id: 'ask:0', value: 't:3 64 64', block_id: 'b', action_ts: '1' }],
      trigger_id: randomUUID(),
    });
    await waitFor(() => slack.responses.length === 1);
    expect(slack.responses[0]?.body).toMatchObject({ replace_original: true });
  });

  test('an event is acknowledged when it was answered, and a retry does not answer it again', async () => {
    slack.failNext('chat.postMessage', { delayMs: 100 });
    const first = direct('3 64 64', {}, 'Ev1');
    const retry = direct('3 64 64', { retry_attempt: 1, retry_reason: 'timeout' }, 'Ev1');
    await Promise.all([first, retry]);
    expect(await answers()).toHaveLength(1);
  });

  test('an event that could not be answered is not acknowledged, so that Slack’s retry is', async () => {
    for (let time = 0; time < 2; time += 1) slack.failNext('chat.postMessage', { status: 500 });
    await expect(direct('3 64 64', { timeoutMs: 300 }, 'Ev2')).rejects.toThrow();
    await direct('3 64 64', { retry_attempt: 1 }, 'Ev2');
    expect(await answers()).toEqual([expect.stringContaining('36,928')]);
  });

  test.each(['refresh_requested', 'warning'] as const)(
    'Slack asks for another connection: %s',
    async (reason) => {
      socket.warnDisconnect(reason);
      await waitFor(() => socket.opens === 2 && adapter.isReady());
      expect(await command('3 64 64')).toMatchObject({ response_type: 'ephemeral' });
    },
  );

  test('a connection that breaks is opened again; meanwhile it is not ready', async () => {
    socket.refuse(1);
    socket.drop();
    await waitFor(() => !adapter.isReady());
    // The first try fails, the next one comes a second later.
    await waitFor(() => adapter.isReady(), 5_000);
    expect(await command('3 64 64')).toMatchObject({ response_type: 'ephemeral' });
    expect(
      log.some(({ msg, retryInSeconds }) => msg === 'could not reconnect to Slack' && retryInSeconds === 1),
    ).toBe(true);
  });

  test('a stop finishes what runs, with its acknowledgement, and takes nothing new', async () => {
    slack.failNext('chat.postMessage', { delayMs: 300 });
    const running = direct('3 64 64');
    await waitFor(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
    const stopped = adapter.stop();
    const late = command('3 64 64').catch((error: Error) => error);
    await running;
    await stopped;
    expect(await late).toBeInstanceOf(Error);
    expect(await answers()).toHaveLength(1);
    await waitFor(() => socket.connections === 0);
    expect(adapter.isReady()).toBe(false);
  }, 10_000);
});

test('a refused app token is told where it starts, and no token is', async () => {
  const config = { botToken: slack.token, appToken: 'nonsense', apiUrl: socket.apiUrl };
  const refused = slackAdapter(config, createLog('silent'));
  await expect(refused.start()).rejects.toThrow(/invalid_auth/);
  expect(refused.isReady()).toBe(false);
  await refused.stop();
});

test('a stop that comes while it starts leaves no connection open', async () => {
  slack.failNext('auth.test', { delayMs: 100 });
  const starting = adapter.start();
  await adapter.stop();
  await starting;
  expect(adapter.isReady()).toBe(false);
  expect(socket.opens).toBe(0);
});

test('a stop that comes while it connects closes the connection', async () => {
  const starting = adapter.start();
  await waitFor(() => socket.opens === 1);
  await adapter.stop();
  await starting;
  await waitFor(() => socket.connections === 0);
  expect(adapter.isReady()).toBe(false);
});

test('no ticket of a connection is logged', async () => {
  await adapter.start();
  socket.drop();
  await waitFor(() => !adapter.isReady());
  expect(JSON.stringify(log)).not.toMatch(/ticket|xapp-|xoxb-/);
});
