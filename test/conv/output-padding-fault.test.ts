import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputPaddingFault } from '../../src/conv/output-padding-fault.ts';
import { convolution } from '../support/convolution.ts';
import { convolutions } from '../support/random-layer.ts';

const transposed = { transposed: true };

describe('output padding', () => {
  it.each([
    ['stride 1', { outputPadding: [1, 0] }, 1, 1],
    ['stride 2', { outputPadding: [0, 2], stride: [2, 2] }, 2, 2],
    ['stride 2 of another axis', { outputPadding: [0, 1], stride: [2, 1] }, 1, 1],
    ['dilation 3', { outputPadding: [3, 0], dilation: [3, 1], stride: [2, 2] }, 3, 3],
    ['stride 4 above dilation 3', { outputPadding: [5, 0], dilation: [3, 1], stride: [4, 4] }, 5, 4],
  ])('against %s: %j is a fault', (_, window, outputPadding, below) => {
    expect(outputPaddingFault(convolution(3, 8, 8, { ...transposed, ...window }))).toEqual({
      code: 'output-padding-too-large',
      outputPadding,
      below,
    });
  });

  it.each([
    ['none', {}],
    ['below the stride', { outputPadding: [1, 0], stride: [2, 1] }],
    ['below the dilation', { outputPadding: [0, 2], dilation: [1, 3] }],
  ])('%s is legal', (_, window) => {
    expect(outputPaddingFault(convolution(3, 8, 8, { ...transposed, ...window }))).toBeUndefined();
  });

  it('below either on each axis is legal', () => {
    fc.assert(fc.property(convolutions(), (layer) => outputPaddingFault(layer) === undefined));
  });
});
