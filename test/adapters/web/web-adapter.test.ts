import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../../adapters/log.ts';
import { type Service, serve } from '../../../adapters/serve.ts';
import { webAdapter } from '../../../adapters/web/web-adapter.ts';
import { buildPage } from '../../../scripts/build-page.ts';

const log = createLog('silent');
const folder = mkdtempSync(join(tmpdir(), 'convparams-'));
let service: Service;
let script: string;

beforeAll(async () => {
  await buildPage(process.cwd(), folder);
  service = await serve({ host: '127.0.0.1', port: 0 }, [webAdapter(folder)], log);
  const page = (await get('/')).body.toString();
  script = /<script type="module" src="\.(\/assets\/main-[0-9A-Z]{8}\.js)">/.exec(page)?.[1] ?? '';
}, 60_000);
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

type Got = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: Buffer };

/** A request as it is on the wire: fetch would decompress the body and hide how it came. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    request({ port: service.port, path, headers, method }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks),
      });
    })
      .on('error', reject)
      .end();
  });
}

test('the page may load its own files and nothing else, and no frame may hold it', async () => {
  const { status, headers } = await get('/');
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
});

test('the page names only files that are there, relative to itself', async () => {
  const page = (await get('/')).body.toString();
  const names = [...page.matchAll(/(?:src|href|data-slack-styles)="(\.\/[^"]+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(6);
  for (const name of names) expect((await get(name?.slice(1) ?? '')).status).toBe(200);
  expect(page).not.toMatch(
    /\{\{|<style|style="| on[a-z]+=|(?:src|href)="(?:\/|https?:(?!\/\/app\.slack\.com\/block-kit-builder\/"))/,
  );
});

test('what has its content’s hash in its name is kept for ever', async () => {
  expect((await get(script)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

describe('a file comes in the smallest form that the client takes', () => {
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
    ['identity', undefined, (body: Buffer) => body],
    ['', undefined, (body: Buffer) => body],
  ])('%s', async (header, encoding, decode) => {
    const plain = await get(script);
    const { headers, body } = await get(script, { 'accept-encoding': header });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers['vary']).toBe('accept-encoding');
    expect(decode(body).equals(plain.body)).toBe(true);
    if (encoding) expect(body.length).toBeLessThan(plain.body.length / 2);
  });
});

describe('a client that has a file already', () => {
  test('gets 304 and no body', async () => {
    const { headers } = await get('/', { 'accept-encoding': 'br' });
    const tag = String(headers['etag']);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await get('/', { 'accept-encoding': 'br', 'if-none-match': known });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    }
  });

  test('but in another form gets it anew', async () => {
    const { headers } = await get('/', { 'accept-encoding': 'br' });
    expect((await get('/', { 'if-none-match': String(headers['etag']) })).status).toBe(200);
  });
});

test('HEAD tells the same without the body', async () => {
  const whole = await get(script);
  const head = await get(script, {}, 'HEAD');
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers['content-length']).toBe(whole.headers['content-length']);
});

test.each(['/index.html', '/assets/', '/assets/none.js', '/../package.json', '/%2e%2e/package.json'])(
  'there is nothing else: %s',
  async (path) => expect((await get(path)).status).toBe(404),
);

test('without a built page it is not ready, and says what to do', async () => {
  const adapter = webAdapter(join(folder, 'none'));
  await expect(adapter.start()).rejects.toThrow('npm run build:web');
  expect(adapter.isReady()).toBe(false);
});

test('with a built page it is ready as soon as it starts, and stops at once', async () => {
  const adapter = webAdapter(folder);
  await adapter.start();
  expect(adapter.isReady()).toBe(true);
  await adapter.stop();
});
