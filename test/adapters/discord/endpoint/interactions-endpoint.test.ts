import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { discordAdapter } from '../../../../adapters/discord/discord-adapter.ts';
import { interactionsEndpoint } from '../../../../adapters/discord/endpoint/interactions-endpoint.ts';
import { createLog } from '../../../../adapters/log.ts';
import { type Service, serve } from '../../../../adapters/serve.ts';
import { click, command, ping } from '../../../support/discord/interactions.ts';
import { callbackFaults } from '../../../support/discord/payload-faults.ts';
import { shownText } from '../../../support/discord/shown.ts';
import { publicKey, signedInteraction } from '../../../support/discord/signed-interaction.ts';
import { applicationId, type SmallDiscord, smallDiscord } from '../../../support/discord/small-discord.ts';

const keys = keyPair();
let discord: SmallDiscord;
let service: Service;

beforeEach(async () => {
  discord = await smallDiscord();
  const log = createLog('silent');
  const adapter = discordAdapter({ publicKey: keys.publicKey, apiUrl: discord.apiUrl }, log);
  service = await serve({ host: '127.0.0.1', port: 0 }, [adapter], log);
});

afterEach(async () => {
  await service.stop();
  await discord.close();
});

type Sent = { body?: string; signature?: string; timestamp?: string; key?: string; method?: string };

const now = () => Math.floor(Date.now() / 1_000);

/** Posts a body, signed rightly unless told otherwise; an empty header is left out. */
async function post(interaction: object, sent: Sent = {}): Promise<{ status: number; text: string }> {
  const signed = JSON.stringify(interaction);
  const { body = signed, timestamp = String(now()), key = keys.privateKey, method = 'POST' } = sent;
  const signature = sent.signature ?? signatureOf(timestamp + signed, key);
  const response = await fetch(`http://127.0.0.1:${service.port}/discord/interactions`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(signature === '' ? {} : { 'x-signature-ed25519': signature }),
      ...(timestamp === '' ? {} : { 'x-signature-timestamp': timestamp }),
    },
    ...(method === 'POST' ? { body } : {}),
  });
  return { status: response.status, text: await response.text() };
}

test('a ping', async () => {
  expect(await post(ping())).toEqual({ status: 200, text: '{"type":1}' });
});

test('a command is answered in the one response, and needs no request to Discord', async () => {
  const { status, text } = await post(command({ query: '7 512 512 nobias' }));
  expect(status).toBe(200);
  expect(shownText(JSON.parse(text))).toContain('12,845,056');
  expect(callbackFaults(JSON.parse(text))).toEqual([]);
  expect(discord.requests).toEqual([]);
});

test('a dismissed answer is deleted after the response, without a token of the bot', async () => {
  const interaction = click('dismiss', { flags: 64 });
  expect((await post(interaction)).text).toBe('{"type":6}');
  await service.stop(); // which waits for it
  expect(discord.requests).toMatchObject([
    {
      method: 'DELETE',
      path: `/webhooks/${applicationId}/${interaction.token}/messages/@original`,
      authorization: undefined,
    },
  ]);
});

test('a stop waits for a deletion that has to be tried again', async () => {
  discord.fail(/^DELETE/, 404, 10_015);
  await post(click('dismiss', { flags: 64 }));
  await service.stop();
  expect(discord.requests.map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
});

test('says what became of a response: whether it went out, or the connection was gone', async () => {
  const became: string[] = [];
  let hangUp = () => {};
  const begin = () => {
    hangUp();
    return {
      response: { type: 1 } as const,
      delivered: () => void became.push('delivered'),
      undelivered: () => void became.push('undelivered'),
    };
  };
  const endpoint = interactionsEndpoint({ publicKey, begin, log: createLog('silent') });
  const server = createServer((request, response) => {
    hangUp = request.url === '/gone' ? () => response.destroy() : () => {};
    void endpoint(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  for (const path of ['/gone', '/there']) {
    const request = { method: 'POST', ...signedInteraction(ping()) };
    await fetch(`http://127.0.0.1:${port}${path}`, request).catch(() => {}); // one is ended on purpose
    await vi.waitFor(() => expect(became).toHaveLength(path === '/gone' ? 1 : 2));
  }
  server.close();
  expect(became).toEqual(['undelivered', 'delivered']);
});

describe('is refused with 401', () => {
  const other = keyPair();
  test.each<[string, () => Sent]>([
    ['a tampered body', () => ({ body: JSON.stringify({ ...ping(), id: '7' }) })],
    ['a space more', () => ({ body: `${JSON.stringify(ping())} ` })],
    ['another key', () => ({ key: other.privateKey })],
    ['no signature', () => ({ signature: '' })],
    ['no timestamp', () => ({ timestamp: '' })],
    ['a short signature', () => ({ signature: 'ab'.repeat(63) })],
    ['a long signature', () => ({ signature: 'ab'.repeat(65) })],
    ['a signature that is no number', () => ({ signature: 'zz'.repeat(64) })],
    ['a signature of nothing but zeros', () => ({ signature: '00'.repeat(64) })],
    ['one of five minutes ago', () => ({ timestamp: String(now() - 302) })],
    ['one of five minutes to come', () => ({ timestamp: String(now() + 302) })],
    ['a timestamp that is no number', () => ({ timestamp: 'soon' })],
    ['a timestamp with a sign', () => ({ timestamp: `+${now()}` })],
  ])('%s', async (_, sent) => {
    expect((await post(ping(), sent())).status).toBe(401);
  });
});

test.each([-290, 290])('clocks may differ by %i seconds', async (seconds) => {
  expect((await post(ping(), { timestamp: String(now() + seconds) })).status).toBe(200);
});

test('a replay of a signed interaction is not executed again', async () => {
  const interaction = command();
  expect((await post(interaction)).status).toBe(200);
  expect((await post(interaction)).status).toBe(409);
});

test.each(['{', 'null', '7', '[]', '{}'])(
  'a signed body that is no interaction is refused: %s',
  async (body) => {
    const timestamp = String(now());
    const { status } = await post(
      {},
      { body, timestamp, signature: signatureOf(timestamp + body, keys.privateKey) },
    );
    expect(status).toBe(400);
  },
);

test('anything but POST, and a body that is too long', async () => {
  expect((await post(ping(), { method: 'GET' })).status).toBe(405);
  expect((await post({ ...ping(), padding: 'x'.repeat(1_000_001) })).status).toBe(413);
});

test('a key that is none is found at the start', () => {
  expect(() => discordAdapter({ publicKey: '00' }, createLog('silent'))).toThrow();
});

function keyPair(): { publicKey: string; privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex'),
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

function signatureOf(text: string, key: string): string {
  return sign(null, Buffer.from(text), createPrivateKey(key)).toString('hex');
}
