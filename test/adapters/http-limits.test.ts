import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Adapter } from '../../adapters/adapter.ts';
import { limits } from '../../adapters/http-limits.ts';
import { createLog } from '../../adapters/log.ts';
import { readBody } from '../../adapters/read-body.ts';
import { securityHeaders } from '../../adapters/security-headers.ts';
import { refuse, send } from '../../adapters/send.ts';
import { type Service, serve } from '../../adapters/serve.ts';

/** More than a system keeps for a connection that is not read. */
const largeLength = 40_000_000;

const adapter: Adapter = {
  name: 'echo',
  routes: {
    'POST /echo': async (request, response) => {
      const read = await readBody(request);
      if ('refused' in read) refuse(response, read.refused, { close: true });
      else send(response, 200, String(read.body.length));
    },
    'GET /large': (_, response) => void response.end(Buffer.alloc(largeLength)),
    'GET /page': (_, response) => {
      response.setHeader('content-security-policy', "default-src 'self'");
      send(response, 200, '<p>page</p>', 'text/html');
    },
  },
  start: async () => {},
  stop: async () => {},
  isReady: () => true,
};

const log = createLog('silent');
let service: Service;
beforeAll(async () => {
  service = await serve({ host: '127.0.0.1', port: 0 }, [adapter], log);
});
afterAll(() => service.stop());

/** A client that writes to its socket what it likes. */
class RawClient {
  readonly socket: Socket;
  received = '';
  readonly closed: Promise<unknown>;

  constructor() {
    this.socket = connect(service.port, '127.0.0.1');
    this.socket.on('error', () => {}); // a server that cuts a client off may reset its connection
    this.socket.on('data', (data) => {
      this.received += data;
    });
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
  }

  /** The status line of its one response, once the server has closed the connection. */
  async status(): Promise<string> {
    await this.closed;
    return this.received.split('\r\n')[0] ?? '';
  }
}

/** Writes a byte each 100 ms until the connection is closed. */
function drip(client: RawClient): void {
  const timer = setInterval(() => client.socket.write('a'), 100);
  void client.closed.then(() => clearInterval(timer));
}

async function isAlive(): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${service.port}/healthz`)).ok;
}

/** How late a cut may come: the server looks once a second, and this machine may be busy. */
const late = limits.connectionsCheckingInterval + 5_000;

describe.concurrent('a client that is slow', () => {
  test('with its headers is cut off, however many bytes it drips', async () => {
    const client = new RawClient();
    const start = performance.now();
    client.socket.write('POST /echo HTTP/1.1\r\nHost: a\r\nX-Slow: ');
    drip(client);
    expect(await client.status()).toBe('HTTP/1.1 408 Request Timeout');
    expect(performance.now() - start).toBeGreaterThan(limits.headersTimeout - 100);
    expect(performance.now() - start).toBeLessThan(limits.headersTimeout + late);
  }, 60_000);

  test('with its body is cut off, and others are answered meanwhile', async () => {
    const client = new RawClient();
    const start = performance.now();
    client.socket.write('POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n');
    drip(client);
    expect(await isAlive()).toBe(true);
    await client.closed;
    expect(performance.now() - start).toBeLessThan(limits.requestTimeout + late);
    expect(client.received).not.toContain(' 200 ');
  }, 60_000);

  test('to take its response is cut off, and gets what was on its way', async () => {
    const client = new RawClient();
    client.socket.pause().write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n');
    // Node.js waits once more where some of a response was taken since it was written.
    await new Promise((resolve) => setTimeout(resolve, 2 * limits.mostIdle + late));
    client.socket.resume();
    await client.closed;
    expect(client.received).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(client.received.length).toBeLessThan(largeLength);
  }, 60_000);

  test('and sends nothing at all is cut off', async () => {
    const client = new RawClient();
    const start = performance.now();
    await client.closed;
    expect(performance.now() - start).toBeLessThan(limits.headersTimeout + late);
  }, 60_000);
});

describe('a client that is huge', () => {
  test('headers above their limit: 431', async () => {
    const client = new RawClient();
    client.socket.write(
      `GET /healthz HTTP/1.1\r\nHost: a\r\nX-Huge: ${'a'.repeat(limits.maxHeaderSize)}\r\n\r\n`,
    );
    expect(await client.status()).toBe('HTTP/1.1 431 Request Header Fields Too Large');
  });

  test('headers below it are read', async () => {
    const response = await fetch(`http://127.0.0.1:${service.port}/healthz`, {
      headers: { 'x-large': 'a'.repeat(limits.maxHeaderSize - 1_000) },
    });
    expect(response.status).toBe(200);
  });

  test.each([1_000_001, 50_000_000])(
    'a body that says it has %i bytes: 413, before it is sent',
    async (length) => {
      const client = new RawClient();
      client.socket.write(`POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n`);
      expect(await client.status()).toBe('HTTP/1.1 413 Payload Too Large');
    },
  );

  test('a body without a length is read up to 1 MB: 413', async () => {
    const client = new RawClient();
    client.socket.write('POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    for (let count = 0; count < 16; count += 1) client.socket.write(chunk);
    expect(await client.status()).toBe('HTTP/1.1 413 Payload Too Large');
  });

  test('a body that is sent whole before the response is read: 413 as well', async () => {
    const response = await fetch(`http://127.0.0.1:${service.port}/echo`, {
      method: 'POST',
      body: 'a'.repeat(1_000_001),
    });
    expect(response.status).toBe(413);
  });

  test('a body of exactly 1 MB is read', async () => {
    const response = await fetch(`http://127.0.0.1:${service.port}/echo`, {
      method: 'POST',
      body: 'a'.repeat(1_000_000),
    });
    expect(await response.text()).toBe('1000000');
  });

  test('connections above their number are dropped and counted, and there is room again once others leave', async () => {
    const clients: RawClient[] = [];
    for (let count = 0; count < limits.mostConnections; count += 1) clients.push(new RawClient());
    await Promise.all(clients.map(({ socket }) => once(socket, 'connect')));
    const dropped = new RawClient();
    await dropped.closed;
    expect(dropped.received).toBe('');
    expect(await log.counts.exposition()).toMatch(/^convparams_dropped_connections_total [1-9]/m);
    for (const { socket } of clients) socket.destroy();
    await Promise.all(clients.map(({ closed }) => closed));
    await expect.poll(() => isAlive().catch(() => false), { timeout: 3_000 }).toBe(true);
  }, 60_000);
});

describe('what every response says', () => {
  test.each(['/healthz', '/nowhere', '/echo'])('GET %s', async (path) => {
    const { headers } = await fetch(`http://127.0.0.1:${service.port}${path}`);
    expect(Object.fromEntries(headers)).toMatchObject(Object.fromEntries(securityHeaders));
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('gives way to what an adapter says', async () => {
    const { headers } = await fetch(`http://127.0.0.1:${service.port}/page`);
    expect(headers.get('content-security-policy')).toBe("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
