import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { plain } from '../../../src/answer/plain.ts';
import { ask } from '../../../src/ask.ts';

const root = join(import.meta.dirname, '../../..');
const print = readFileSync(join(root, 'test/fixtures/prints/resnet18.txt'), 'utf8');
const env = { PATH: process.env['PATH'] };
const directory = mkdtempSync(join(tmpdir(), 'convparams-'));
const program = join(directory, 'convparams.js');

beforeAll(async () => {
  await build({
    entryPoints: [join(root, 'adapters/terminal/convparams.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
});

afterAll(() => rmSync(directory, { recursive: true }));

function convparams(argv: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    input,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

test('arguments', () => {
  expect(convparams(['7', '512', '512', 'nobias'])).toEqual({
    status: 0,
    stdout: `${plain(ask('7 512 512 nobias'), { width: 80 })}\n`,
    stderr: '',
  });
});

test('a printed model through a pipe', () => {
  const { status, stdout } = convparams(['--json', '-', '@224'], print);
  expect(status).toBe(0);
  // torchvision's resnet18 has 11,689,512 parameters.
  expect(JSON.parse(stdout)).toMatchObject({ question: 'model', total: { params: 11_689_512 } });
});

test('a printed model without an argument is read as words', () => {
  const { status, stdout } = convparams([], print);
  expect(status).toBe(0);
  expect(stdout).toContain('11,689,512');
});

test('a problem', () => {
  const { status, stdout, stderr } = convparams(['7', '512', 'nobais']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe(`${plain(ask('7 512 nobais'), { width: 80 })}\n`);
});

test('the version of the package, bundled', () => {
  expect(convparams(['--version'])).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
});

test('a million characters on standard input end it without a broken pipe', () => {
  const { status, stderr } = convparams([], 'x'.repeat(3_000_000));
  expect(status).toBe(2);
  expect(stderr).toContain('at most 131,072 characters');
});

test('--lines answers a line before the next is written', async () => {
  const child = spawn(process.execPath, [program, '--lines'], { env });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.write('3 64 64\n');
  expect(JSON.parse((await lines.next()).value ?? '')).toMatchObject({ command: '3 64 64' });
  child.stdin.write('nobais\n');
  expect(JSON.parse((await lines.next()).value ?? '')).toMatchObject({ kind: 'problem' });
  child.stdin.end('5 64 64');
  expect(JSON.parse((await lines.next()).value ?? '')).toMatchObject({ command: '5 64 64' });
  expect((await lines.next()).done).toBe(true);
  expect(await once(child, 'close')).toEqual([2, null]);
});

test('--lines ends quietly when its reader leaves', async () => {
  const child = spawn(process.execPath, [program, '--lines'], { env });
  let told = '';
  child.stderr.on('data', (chunk) => {
    told += chunk;
  });
  child.stdin.on('error', () => {}); // the program may have left before the last line is written
  child.stdin.write('3 64 64\n');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const writing = setInterval(() => child.stdin.write('3 64 64\n'), 5);
  expect(await once(child, 'close')).toEqual([0, null]);
  clearInterval(writing);
  expect(told).toBe('');
});
