import { expect, it } from 'vitest';
import { onEachAxis } from '../../src/conv/on-each-axis.ts';

it.each([
  [3, 1, [3]],
  [0, 2, [0, 0]],
  [56, 3, [56, 56, 56]],
])('%i on each of %i axes is %j', (side, rank, sides) => {
  expect(onEachAxis(side, rank)).toEqual(sides);
});
