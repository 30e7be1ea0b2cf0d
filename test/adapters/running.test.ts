import { expect, test } from 'vitest';
import { Running } from '../../adapters/running.ts';

test('idle waits for all work, also for work that fails', async () => {
  const running = new Running();
  await running.idle();
  const ends: (() => void)[] = [];
  const work = () => running.track(() => new Promise<void>((resolve) => ends.push(resolve)));
  const all = [work(), work()];
  const failing = running
    .track(() => Promise.reject(new Error('down')))
    .catch((error: Error) => error.message);
  let isIdle = false;
  const idle = running.idle().then(() => {
    isIdle = true;
  });
  expect(await failing).toBe('down');
  ends[0]?.();
  await all[0];
  await Promise.resolve();
  expect(isIdle).toBe(false);
  ends[1]?.();
  await idle;
  expect(isIdle).toBe(true);
});

test('what work gives goes to its caller', async () => {
  expect(await new Running().track(async () => 7)).toBe(7);
});
