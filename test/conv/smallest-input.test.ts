import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFault } from '../../src/conv/fault.ts';
import type { Convolution, Sides } from '../../src/conv/layer.ts';
import { outputSize } from '../../src/conv/output-size.ts';
import { smallestInput } from '../../src/conv/smallest-input.ts';
import { convolution } from '../support/convolution.ts';
import { convolutions } from '../support/random-layer.ts';

const t = { transposed: true };

describe('the smallest input', () => {
  it.each<[string, Convolution, Sides]>([
    ['the kernel', convolution([3, 5], 1, 1), [3, 5]],
    ['the dilated kernel', convolution(3, 1, 1, { dilation: [2, 3] }), [5, 7]],
    ['the kernel less the padding', convolution(7, 1, 1, { padding: [1, 2] }), [5, 3]],
    ['one position, beside more padding than kernel', convolution(3, 1, 1, { padding: [1, 4] }), [1, 1]],
    ['one position with same', convolution(7, 1, 1, { padding: 'same' }), [1, 1]],
    ['one position with causal', convolution([7], 1, 1, { padding: 'causal' }), [1]],
    ['transposed, one position', convolution(3, 1, 1, t), [1, 1]],
    ['transposed, what the padding leaves', convolution(1, 1, 1, { ...t, padding: [1, 2] }), [3, 5]],
    [
      'transposed, fewer by the stride',
      convolution(1, 1, 1, { ...t, padding: [3, 3], stride: [2, 5], dilation: [6, 6] }),
      [4, 3],
    ],
    [
      'transposed, fewer by the output padding',
      convolution(2, 1, 1, { ...t, padding: [3, 3], stride: [2, 2], outputPadding: [0, 1] }),
      [4, 3],
    ],
  ])('is %s', (_, layer, smallest) => {
    expect(smallestInput(layer)).toEqual(smallest);
  });
});

describe('any layer', () => {
  it('gives an output for its smallest input', () => {
    fc.assert(
      fc.property(convolutions(), (layer) => {
        expect(isFault(outputSize(layer, smallestInput(layer)))).toBe(false);
      }),
    );
  });

  it('gives none for one less on any axis', () => {
    fc.assert(
      fc.property(convolutions(), (layer) => {
        const smallest = smallestInput(layer);
        for (const [axis, side] of smallest.entries()) {
          if (side === 1) continue;
          expect(isFault(outputSize(layer, smallest.with(axis, side - 1)))).toBe(true);
        }
      }),
    );
  });

  it('has a smallest input of at least one position', () => {
    fc.assert(
      fc.property(convolutions(), (layer) => {
        expect(smallestInput(layer)).toHaveLength(layer.kernel.length);
        expect(smallestInput(layer).every((side) => Number.isInteger(side) && side >= 1)).toBe(true);
      }),
    );
  });
});
