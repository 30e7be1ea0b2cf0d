import { describe, expect, test } from 'vitest';
import { Once } from '../../adapters/once.ts';

function counter() {
  let count = 0;
  return async () => {
    count += 1;
    return { count };
  };
}

describe('Once', () => {
  test('shares the work of a key, running or finished, and keeps keys apart', async () => {
    const once = new Once<{ count: number }>(60);
    const work = counter();
    const results = await Promise.all([once.do('a', work), once.do('a', work), once.do('b', work)]);
    expect(results).toEqual([{ count: 1 }, { count: 1 }, { count: 2 }]);
    expect(await once.do('a', work)).toEqual({ count: 1 });
  });

  test('forgets work that failed', async () => {
    const once = new Once<{ count: number }>(60);
    const work = counter();
    await expect(once.do('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await once.do('a', work)).toEqual({ count: 1 });
  });

  test('forgets after its time', async () => {
    const once = new Once<{ count: number }>(0.02);
    const work = counter();
    await once.do('a', work);
    await expect.poll(() => once.do('a', work)).toEqual({ count: 2 });
  });
});
