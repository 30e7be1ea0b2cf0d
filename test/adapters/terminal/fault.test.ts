import { beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../../adapters/terminal/run.ts';
import { fakeIo } from './fake-io.ts';

vi.mock('../../../src/ask.ts', async (load) => {
  const { ask } = await load<typeof import('../../../src/ask.ts')>();
  return {
    ask: vi.fn((question: string) => {
      if (question.includes('boom')) throw new RangeError('a bug for the test');
      return ask(question);
    }),
  };
});

const sentence = /^convparams failed, and not because of your question: error ([0-9a-f]{8})\.\n$/;

beforeEach(() => {
  vi.clearAllMocks();
});

test('an exception is one sentence with an id on stderr, and exit code 1', async () => {
  const { io, out, err } = fakeIo();
  expect(await run(['boom'], io)).toBe(1);
  expect(out()).toBe('');
  expect(err()).toMatch(sentence);
});

test('each has another id', async () => {
  const first = fakeIo();
  const second = fakeIo();
  await run(['boom'], first.io);
  await run(['boom'], second.io);
  expect(first.err()).not.toBe(second.err());
});

test('DEBUG adds the stack', async () => {
  const { io, err } = fakeIo({ env: { DEBUG: '1' } });
  expect(await run(['boom'], io)).toBe(1);
  const [first = '', ...stack] = err().split('\n');
  expect(`${first}\n`).toMatch(sentence);
  expect(stack.join('\n')).toMatch(/^RangeError: a bug for the test\n +at /);
});

test('with --lines the lines go on, each with its document, and the exit code is 1', async () => {
  const { io, out, err } = fakeIo({ stdin: '3 64 64\nboom\nnobais\n5 64 64\n' });
  expect(await run(['--lines'], io)).toBe(1);
  const [, id] = sentence.exec(err()) ?? [];
  expect(
    out()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { command: '3 64 64' },
    { kind: 'fault', id },
    { kind: 'problem' },
    { command: '5 64 64' },
  ]);
  expect(id).toHaveLength(8);
});

test('the prompt says the sentence and goes on', async () => {
  const { io, out, err } = fakeIo({ stdinIsTTY: true, stdout: { columns: 80 } });
  const running = run([], io);
  io.stdin.write('boom\r3 64 64\rexit\r');
  expect(await running).toBe(0);
  expect(out()).toMatch(/convparams failed, and not because of your question: error [0-9a-f]{8}\./);
  expect(out()).toContain('36,928');
  expect(err()).toBe('');
});
