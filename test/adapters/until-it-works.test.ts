import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// Of the module that fake timers do not reach.
const pauses: number[] = [];
vi.mock('node:timers/promises', () => ({
  setTimeout: (milliseconds: number, _: undefined, { signal }: { signal: AbortSignal }) => {
    pauses.push(milliseconds);
    return signal.aborted ? Promise.reject(new Error('aborted')) : Promise.resolve();
  },
}));

const { untilItWorks } = await import('../../adapters/until-it-works.ts');

beforeEach(() => {
  pauses.length = 0;
});
afterEach(() => vi.clearAllMocks());

test('tries again with growing pauses, and tells each failure', async () => {
  const told: unknown[] = [];
  let tries = 0;
  const work = async () => {
    tries += 1;
    if (tries < 10) throw new Error(`try ${tries}`);
  };
  await untilItWorks(
    work,
    (error, seconds) => told.push([String(error), seconds]),
    new AbortController().signal,
  );
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1_000));
  expect(told[0]).toEqual(['Error: try 1', 1]);
  expect(told).toHaveLength(9);
});

test('ends when it is told to, also between two tries', async () => {
  const stopping = new AbortController();
  let tries = 0;
  const work = async () => {
    tries += 1;
    throw new Error('down');
  };
  await untilItWorks(work, () => stopping.abort(), stopping.signal);
  expect(tries).toBe(1);
  await untilItWorks(work, () => {}, stopping.signal);
  expect(tries).toBe(1);
});
