import { connect } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Adapter, Routes } from '../../adapters/adapter.ts';
import { createLog } from '../../adapters/log.ts';
import { send } from '../../adapters/send.ts';
import { type Service, serve } from '../../adapters/serve.ts';

const lines: Record<string, unknown>[] = [];
const log = createLog('info', { write: (line: string) => void lines.push(JSON.parse(line)) });
let service: Service | undefined;

afterEach(async () => {
  await service?.stop();
  lines.length = 0;
});

function adapter(name: string, more: Partial<Adapter> = {}, routes: Routes = {}): Adapter {
  let isReady = false;
  return {
    name,
    routes,
    start: async () => {
      isReady = true;
    },
    stop: async () => {},
    isReady: () => isReady,
    ...more,
  };
}

async function get(path: string, method = 'GET') {
  const response = await fetch(`http://127.0.0.1:${service?.port}${path}`, { method });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function started(...adapters: Adapter[]) {
  service = await serve({ host: '127.0.0.1', port: 0 }, adapters, log);
}

describe('one adapter that can’t start', () => {
  test('is told by readyz and tried again; the others answer', async () => {
    let tries = 0;
    const start = async () => {
      tries += 1;
      if (tries === 1) throw new Error('no route to host');
    };
    const flaky = adapter('flaky', { start, isReady: () => tries > 1 });
    await started(
      flaky,
      adapter('steady', {}, { 'GET /steady': (_, response) => send(response, 200, '"here"') }),
    );
    expect(await get('/readyz')).toMatchObject({
      status: 503,
      text: expect.stringContaining('"flaky":"not ready","steady":"ready"'),
    });
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/steady')).text).toBe('"here"');
    await expect.poll(async () => (await get('/readyz')).status, { timeout: 3_000 }).toBe(200);
    expect(lines).toContainEqual(
      expect.objectContaining({ adapter: 'flaky', msg: 'could not start', retryInSeconds: 1 }),
    );
  });
});

describe('readyz?any', () => {
  const away = () => Promise.reject(new Error('no route to host'));
  const page = adapter('page', { isLocal: true });

  test.each([
    ['all can answer', [adapter('a'), adapter('b'), page], 200],
    ['one can', [adapter('a', { start: away }), adapter('b'), page], 200],
    ['none can but the page, which needs nobody', [adapter('a', { start: away }), page], 503],
    ['there is nothing but the page', [page], 200],
  ])('%s', async (_, adapters, status) => {
    await started(...adapters);
    const isAll = adapters.every((one) => one.isReady());
    expect(await get('/readyz?any')).toMatchObject({
      status,
      text: expect.stringContaining(status === 200 ? '{"status":"ready",' : '{"status":"not ready",'),
    });
    expect((await get('/readyz')).status).toBe(isAll ? 200 : 503);
  });
});

describe('a request', () => {
  test('that fails gets 500 and an id in the log, and the next one is answered', async () => {
    const fail = () => Promise.reject(new Error('a bug'));
    await started(adapter('a', {}, { 'GET /fail': fail }));
    expect(await get('/fail')).toMatchObject({ status: 500, text: 'Internal Server Error\n' });
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: 'a request failed',
        path: '/fail',
        fault: expect.stringMatching(/^[0-9a-f]{8}$/),
      }),
    );
    expect((await get('/healthz')).status).toBe(200);
  });

  test('that fails after it was answered keeps its answer', async () => {
    const late: Routes[string] = (_, response) => {
      send(response, 200, '"first"');
      throw new Error('a bug');
    };
    await started(adapter('a', {}, { 'GET /late': late }));
    expect(await get('/late')).toMatchObject({ status: 200, text: '"first"' });
  });

  test('by HEAD has the length of what GET would give', async () => {
    await started(adapter('a'));
    const { headers, text } = await get('/healthz', 'HEAD');
    expect([headers.get('content-length'), text]).toEqual(['15', '']);
  });

  test('that is no HTTP is refused, and harms nobody', async () => {
    await started(adapter('a'));
    const socket = connect(service?.port ?? 0, '127.0.0.1');
    socket.write('nonsense\r\n\r\n');
    const reply = await new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(String(data))),
    );
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    socket.destroy();
    expect((await get('/healthz')).status).toBe(200);
  });
});

test('a port that is taken is told at once', async () => {
  await started(adapter('a'));
  await expect(serve({ host: '127.0.0.1', port: service?.port ?? 0 }, [], log)).rejects.toThrow(/EADDRINUSE/);
});

test('work that never ends is left behind after ten seconds, and that is said', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    await started(adapter('stuck', { stop: () => new Promise(() => {}) }));
    const stopped = service?.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    await stopped;
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'stopped before all running work was finished' }),
    );
    service = undefined;
  } finally {
    vi.useRealTimers();
  }
});

test('a stop ends connections that are kept open, and does not wait for slow clients', async () => {
  await started(adapter('a'));
  const socket = connect(service?.port ?? 0, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.on('error', () => {});
  socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const start = performance.now();
  await service?.stop();
  await closed;
  expect(performance.now() - start).toBeLessThan(2_000);
});
