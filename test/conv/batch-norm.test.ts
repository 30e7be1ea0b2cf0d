import { describe, expect, it } from 'vitest';
import { batchNorm, withBatchNorm } from '../../src/conv/batch-norm.ts';
import { count } from '../../src/conv/count.ts';
import { convolution } from '../support/convolution.ts';

describe('BatchNorm over 64 channels', () => {
  it('has 2C parameters in PyTorch', () => {
    expect(count(batchNorm(64, 2, 'pytorch'))).toEqual({
      weights: 64,
      biases: 64,
      statistics: 0,
      params: 128,
    });
  });

  it('has 4C parameters in Keras, of which 2C are statistics', () => {
    expect(count(batchNorm(64, 2, 'keras'))).toEqual({
      weights: 64,
      biases: 64,
      statistics: 128,
      params: 256,
    });
  });

  it.each([
    [1, 'pytorch', 'BatchNorm1d'],
    [2, 'pytorch', 'BatchNorm2d'],
    [3, 'pytorch', 'BatchNorm3d'],
    [2, 'keras', 'BatchNormalization'],
  ] as const)('of rank %i in %s is called %s', (rank, convention, name) => {
    expect(batchNorm(64, rank, convention).name).toBe(name);
  });
});

describe('a convolution with BatchNorm', () => {
  it.each(['pytorch', 'keras'] as const)('has no bias of its own in %s', (convention) => {
    const layer = convolution([3, 3, 3], 16, 32);
    expect(withBatchNorm(layer, convention)).toEqual([
      { ...layer, bias: false },
      batchNorm(32, 3, convention),
    ]);
  });
});
