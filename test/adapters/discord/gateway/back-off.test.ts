import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { backOff, pauseBefore } from '../../../../adapters/discord/gateway/back-off.ts';

test('the first attempt is made at once, the others with growing pauses', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map(pauseBefore)).toEqual([
    0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000,
  ]);
});

/** A back-off with a clock of its own, and whether it lets a shard try within 100 ms. */
function withClock() {
  const clock = { now: 0 };
  const attempts = backOff(() => clock.now);
  const options = { retrieveSessionInfo: async (_shard: number) => null };
  // Of its manager, the strategy keeps the reference and the options, and uses neither here.
  attempts.buildStrategy({ options } as unknown as Parameters<typeof attempts.buildStrategy>[0]);
  const triesAtOnce = () =>
    Promise.race([options.retrieveSessionInfo(0).then(() => true), pause(100).then(() => false)]);
  return { attempts, clock, triesAtOnce };
}

test('a connection that was good is resumed at once, each time', async () => {
  const { attempts, clock, triesAtOnce } = withClock();
  for (let drop = 0; drop < 3; drop += 1) {
    attempts.opened(0);
    clock.now += 60_000;
    attempts.closed(0);
    expect(await triesAtOnce()).toBe(true);
  }
});

test('one that closes as soon as it is open waits, like one that never opens', async () => {
  const { attempts, clock, triesAtOnce } = withClock();
  attempts.opened(0);
  clock.now += 1_000;
  attempts.closed(0);
  expect(await triesAtOnce()).toBe(true);
  attempts.opened(0);
  clock.now += 1_000;
  attempts.closed(0);
  expect(await triesAtOnce()).toBe(false);
});

test('what does not connect is not held up', async () => {
  const { attempts, triesAtOnce } = withClock();
  attempts.closed(1);
  attempts.closed(1);
  expect(await triesAtOnce()).toBe(true);
});

test('after its end nothing is tried any more', async () => {
  const { attempts, triesAtOnce } = withClock();
  attempts.end();
  expect(await triesAtOnce()).toBe(false);
});
