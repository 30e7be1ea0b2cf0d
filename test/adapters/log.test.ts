import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A process that logs a hundred lines and dies without a chance to write what it still has. */
const program = `
  import { createLog } from './adapters/log.ts';
  const log = createLog('info');
  for (let line = 0; line < 100; line += 1) log.info({ line }, 'with xoxb-1-2-abc');
  process.kill(process.pid, 'SIGKILL');
`;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'convparams-log-'));
  await build({
    stdin: { contents: program, resolveDir: process.cwd() },
    outfile: join(folder, 'program.cjs'),
    bundle: true,
    platform: 'node',
    logLevel: 'warning',
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('standard output has every line in its order, whatever ends the process, and no secret', () => {
  const file = join(folder, 'log');
  const stdout = openSync(file, 'w');
  const { signal } = spawnSync(process.execPath, [join(folder, 'program.cjs')], {
    stdio: ['ignore', stdout, 'inherit'],
  });
  closeSync(stdout);
  expect(signal).toBe('SIGKILL');
  const text = readFileSync(file, 'utf8');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toEqual(
    Array.from({ length: 100 }, (_, line) => expect.objectContaining({ line, msg: 'with [secret]' })),
  );
});
