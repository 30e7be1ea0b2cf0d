import { once } from 'node:events';
import { type Logger, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type EmulatedSlack, emulatedSlack } from './emulated-slack.ts';
import { type SocketModeServer, socketModeServer } from './socket-mode-server.ts';
import { waitFor } from './wait-for.ts';

// Bolt does not export Socket Mode's client; its receiver holds one.
type Client = SocketModeReceiver['client'];

const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};

let slack: EmulatedSlack;
let server: SocketModeServer;
const clients: Client[] = [];

beforeEach(async () => {
  slack = await emulatedSlack();
  server = await socketModeServer({ forwardTo: slack.apiUrl });
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.disconnect();
  await server.stop();
  await slack.stop();
});

function clientOf(appToken = server.appToken): Client {
  const retryConfig = { minTimeout: 1, maxTimeout: 1, retries: 5 };
  const { client } = new SocketModeReceiver({
    appToken,
    logger: silent,
    // Also how long the client waits before it connects anew.
    clientPingTimeout: 50,
    installerOptions: { clientOptions: { slackApiUrl: server.apiUrl, retryConfig } },
  });
  clients.push(client);
  return client;
}

test('a client is welcomed, and answers a ping', async () => {
  const client = clientOf();
  await client.start();
  expect(server.connections).toBe(1);
  await server.ping();
  await client.disconnect();
  await waitFor(() => server.connections === 0);
});

test('a token of another kind is refused', async () => {
  await expect(clientOf(slack.token).start()).rejects.toThrow('invalid_auth');
  expect(server.connections).toBe(0);
});

test('a ticket is good for one connection, and another is good for none', async () => {
  const client = new webApi.WebClient(server.appToken, { slackApiUrl: server.apiUrl });
  const { url = '' } = await client.apps.connections.open();
  const answers = (to: string) => {
    const socket = new WebSocket(to);
    return once(socket, 'open').then(
      () => 'open',
      (error: Error) => error.message,
    );
  };
  expect(await answers(url)).toBe('open');
  const refused = 'Unexpected server response: 401';
  expect(await answers(url)).toBe(refused);
  expect(await answers(url.replace(/ticket=[^&]+/, 'ticket=1'))).toBe(refused);
});

test('other calls go on to the Web API, and break with it', async () => {
  const retryConfig = { minTimeout: 1, maxTimeout: 1, retries: 1 };
  const bot = new webApi.WebClient(slack.token, { slackApiUrl: server.apiUrl, logger: silent, retryConfig });
  slack.failNext('chat.postMessage', { drop: true });
  await bot.chat.postMessage({ channel: slack.channel, text: 'hello' });
  const call = { method: 'chat.postMessage', token: slack.token };
  expect(slack.calls).toMatchObject([call, call]);
  expect(await slack.messages(slack.channel)).toMatchObject([{ text: 'hello' }]);
});

describe('an envelope', () => {
  test('of a command comes with its payload, and back with the answer', async () => {
    const client = clientOf();
    client.on('slash_commands', ({ body, ack, accepts_response_payload }) =>
      ack({ text: `${body.text}, ${accepts_response_payload}` }),
    );
    await client.start();
    expect(await server.send('slash_commands', { command: '/conv', text: '3' })).toEqual({ text: '3, true' });
  });

  test('of an event comes with its retry, and back with nothing', async () => {
    const client = clientOf();
    const seen: unknown[] = [];
    client.on('slack_event', ({ ack, envelope_id: _, ...event }) => {
      seen.push(event);
      return ack();
    });
    await client.start();
    const body = { type: 'event_callback', event: { type: 'app_mention', text: 'help' } };
    expect(await server.send('events_api', body)).toEqual({});
    await server.send('events_api', body, { retry_attempt: 1, retry_reason: 'timeout' });
    const event = { type: 'events_api', body, accepts_response_payload: false };
    expect(seen).toEqual([
      { ...event, retry_num: 0, retry_reason: '' },
      { ...event, retry_num: 1, retry_reason: 'timeout' },
    ]);
  });

  test('that is not acknowledged is told of', async () => {
    await expect(server.send('interactive', {})).rejects.toThrow('no connection is open');
    await clientOf().start();
    await expect(server.send('interactive', {}, { timeoutMs: 20 })).rejects.toThrow('within 20 ms');
    const unanswered = server.send('interactive', {});
    const told = expect(unanswered).rejects.toThrow('the server stopped');
    await clients.pop()?.disconnect();
    await server.stop();
    await told;
    server = await socketModeServer({ forwardTo: slack.apiUrl });
  });
});

describe('a client connects anew', () => {
  const isBack = async (connections = 1) => {
    await waitFor(() => server.opens > 1 && server.connections === connections);
    // It has got the hello now. A client that is stopped before it has leaves an unhandled rejection behind.
    await server.ping();
  };

  test('when its connection breaks', async () => {
    const client = clientOf();
    client.on('interactive', ({ ack }) => ack());
    await client.start();
    server.drop();
    expect(server.connections).toBe(0);
    await isBack();
    expect(await server.send('interactive', {})).toEqual({});
  });

  test.each(['warning', 'refresh_requested'] as const)('when it is told to: %s', async (reason) => {
    await clientOf().start();
    server.warnDisconnect(reason);
    await isBack();
  });

  test('when nobody answers its pings', async () => {
    await clientOf().start();
    await server.ping();
    server.freeze();
    // The frozen one is still open on this side.
    await isBack(2);
  });

  test('however often it is refused', async () => {
    server.refuse(2);
    await clientOf().start();
    expect([server.opens, server.connections]).toEqual([3, 1]);
  });
});
