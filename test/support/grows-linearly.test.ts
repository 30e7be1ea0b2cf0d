import { expect, test } from 'vitest';
import { growsLinearly } from './grows-linearly.ts';

const shape = (length: number) => 'x'.repeat(length);

/** Some work that no compiler leaves out. */
function work(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum += Math.sqrt(step);
  return sum;
}

test.each<[boolean, string, (length: number) => number]>([
  [true, 'next to nothing', () => 1],
  [true, 'the length', (length) => 150_000 * length],
  [true, 'the length and its logarithm', (length) => 15_000 * length * Math.log2(length)],
  [false, 'the square of the length', (length) => 200 * length ** 2],
  [false, 'the cube of the length', (length) => length ** 3 / 5],
])(
  'says %s of what takes %s',
  (isLinear, _, steps) => {
    expect(growsLinearly(({ length }) => work(steps(length)), shape, 1_000)).toBe(isLinear);
  },
  60_000,
);
