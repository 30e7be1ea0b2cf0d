import { expect, it } from 'vitest';
import { product } from '../../src/conv/product.ts';

it.each([
  [[], 1],
  [[7], 7],
  [[3, 5, 7], 105],
  [[3, 0], 0],
])('the product of %j is %i', (numbers, expected) => {
  expect(product(numbers)).toBe(expected);
});
