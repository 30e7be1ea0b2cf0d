import { Readable, Writable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { run } from '../../../adapters/terminal/run.ts';
import { ask } from '../../../src/ask.ts';
import { fakeIo } from './fake-io.ts';

function documents(text: string): unknown[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

test('each line is answered by one line of compact JSON', async () => {
  const { io, out, err } = fakeIo({ stdin: '7 512 512 nobias\n3 64 64\r\nhelp' });
  expect(await run(['--lines'], io)).toBe(0);
  expect(out()).toBe(
    ['7 512 512 nobias', '3 64 64', 'help'].map((line) => `${JSON.stringify(ask(line).numbers)}\n`).join(''),
  );
  expect(err()).toBe('');
});

test('an empty line is the empty question, a missing one is none', async () => {
  const { io, out } = fakeIo({ stdin: '\n' });
  expect(await run(['--lines'], io)).toBe(0);
  expect(documents(out())).toMatchObject([{ command: '3 128 256' }]);
  const empty = fakeIo({ stdin: '' });
  expect(await run(['--lines'], empty.io)).toBe(0);
  expect(empty.out()).toBe('');
});

test('a problem is a document as well; the others are answered; the exit code is 2', async () => {
  const { io, out, err } = fakeIo({ stdin: '3 64 64\n3 nobais\n5 64 64\n' });
  expect(await run(['--lines'], io)).toBe(2);
  expect(documents(out())).toMatchObject([
    { command: '3 64 64' },
    { kind: 'problem', problem: { code: 'unknown-word' } },
    { command: '5 64 64' },
  ]);
  expect(err()).toBe('');
});

test('a backslash and an n stay these two characters', async () => {
  const line = 'nn.Conv2d(3, 64, 3)\\nnn.Conv2d(64, 64, 3)';
  const { io, out } = fakeIo({ stdin: `${line}\n` });
  await run(['--lines'], io);
  expect(documents(out())).toEqual([JSON.parse(JSON.stringify(ask(line).numbers))]);
});

test('a line of 20 million characters is one problem, and the next line is answered', async () => {
  const stdin = Readable.from(
    (function* () {
      for (let chunk = 0; chunk < 20; chunk += 1) yield Buffer.alloc(1_000_000, 'x');
      yield Buffer.from('\n3 64 64\n');
    })(),
  );
  const { io, out } = fakeIo();
  expect(await run(['--lines'], { ...io, stdin })).toBe(2);
  expect(documents(out())).toMatchObject([
    { problem: { code: 'too-long', at: [131_072, 200_000] } },
    { command: '3 64 64' },
  ]);
});

test('a line is answered before the next one is there', async () => {
  const { io, out } = fakeIo();
  const running = run(['--lines'], io);
  io.stdin.write('3 64 64\n5 6');
  await vi.waitFor(() => expect(documents(out())).toMatchObject([{ command: '3 64 64' }]));
  io.stdin.end('4 64\n');
  expect(await running).toBe(0);
  expect(documents(out())).toMatchObject([{ command: '3 64 64' }, { command: '5 64 64' }]);
});

test('a slow reader of stdout holds the answers back', async () => {
  const taken: (() => void)[] = [];
  const stdout = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => {
      taken.push(done);
    },
  });
  const { io } = fakeIo({ stdin: '3 64 64\n'.repeat(10) });
  const running = run(['--lines'], { ...io, stdout });
  await vi.waitFor(() => expect(taken.length).toBe(1));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(taken.length).toBe(1);
  expect(stdout.writableLength).toBeLessThan(2_000);
  for (let answered = 0; answered < 10; answered += 1) {
    await vi.waitFor(() => expect(taken.length).toBe(answered + 1), { interval: 1 });
    taken[answered]?.();
  }
  expect(await running).toBe(0);
});

test('a reader of stdout that leaves ends it quietly, though more lines could come', async () => {
  const stdout = new Writable({
    write: (_chunk, _encoding, done) =>
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' })),
  });
  const { io, err } = fakeIo();
  const running = run(['--lines'], { ...io, stdout });
  io.stdin.write('3 64 64\n');
  expect(await running).toBe(0);
  expect(io.stdin.destroyed).toBe(true);
  expect(err()).toBe('');
});
