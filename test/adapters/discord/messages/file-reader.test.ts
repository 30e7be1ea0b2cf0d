import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { fileReader, mostBytes } from '../../../../adapters/discord/messages/file-reader.ts';

const servers: { close: () => void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  vi.unstubAllGlobals();
});

/** The address of a server that answers as told. */
async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
}

const file = (url: string) => ({ filename: 'message.txt', size: 7, url });

test('the text of a file', async () => {
  const origin = await served((_, response) => response.end('\ufeffnn.Conv2d(3, 64, 7) # größer'));
  expect(await fileReader(`${origin}/api`)(file(`${origin}/message.txt`))).toBe(
    'nn.Conv2d(3, 64, 7) # größer',
  );
});

test.each([
  'https://cdn.discordapp.com/attachments/1/2/message.txt?ex=1',
  'https://media.discordapp.net/attachments/1/2/message.txt',
])('is read from Discord: %s', async (url) => {
  vi.stubGlobal('fetch', async (asked: string) => new Response(`the text of ${asked}`));
  expect(await fileReader(undefined)(file(url))).toBe(`the text of ${url}`);
});

test.each([
  'https://example.com/message.txt',
  'http://cdn.discordapp.com/message.txt',
  'https://cdn.discordapp.com.example.com/message.txt',
  'https://cdn.discordapp.com:8443/message.txt',
  'https://cdn.discordapp.com@example.com/message.txt',
  'http://169.254.169.254/latest',
  'file:///etc/passwd',
])('nothing else is asked: %s', async (url) => {
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  await expect(fileReader('http://127.0.0.1:7/api')(file(url))).rejects.toThrow('not kept by Discord');
  expect(asked).not.toHaveBeenCalled();
});

test('a file that is longer than it said is not read to its end', async () => {
  let sent = 0;
  const origin = await served(function write(_, response) {
    const more = () => {
      if (response.destroyed) return;
      sent += 65_536;
      response.write('x'.repeat(65_536), () => setImmediate(more));
    };
    more();
  });
  await expect(fileReader(origin)(file(`${origin}/`))).rejects.toThrow('longer than was said');
  expect(sent).toBeLessThan(40 * mostBytes);
});

test.each<[string, RequestListener]>([
  ['that is gone', (_, response) => response.writeHead(404).end('This content is no longer available.')],
  ['behind a redirection', (_, response) => response.writeHead(302, { location: '/other' }).end()],
])('a file %s is refused', async (_, listener) => {
  const origin = await served(listener);
  await expect(fileReader(origin)(file(`${origin}/`))).rejects.toThrow();
});

test('a file that does not come is given up', async () => {
  const origin = await served(() => {});
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
  await expect(fileReader(origin)(file(`${origin}/`))).rejects.toThrow();
  expect(timeout.mock.calls[0]?.[0]).toBeLessThanOrEqual(5_000);
  timeout.mockRestore();
});
