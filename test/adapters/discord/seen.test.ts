import { expect, test } from 'vitest';
import { seen } from '../../../adapters/discord/seen.ts';

test('an id is new once, and again after it was forgotten', () => {
  const ids = seen();
  expect([ids.isNew('1'), ids.isNew('1'), ids.isNew('2')]).toEqual([true, false, true]);
  ids.forget('1');
  expect([ids.isNew('1'), ids.isNew('2')]).toEqual([true, false]);
});

test('only so many are remembered, the oldest forgotten first', () => {
  const ids = seen();
  for (let id = 0; id <= 10_000; id += 1) ids.isNew(String(id));
  expect([ids.isNew('10000'), ids.isNew('0')]).toEqual([false, true]);
});
