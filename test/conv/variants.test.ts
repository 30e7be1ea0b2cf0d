import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBatchNorm } from '../../src/conv/batch-norm.ts';
import { depthwise } from '../../src/conv/depthwise.ts';
import { separable } from '../../src/conv/separable.ts';
import { variants } from '../../src/conv/variants.ts';
import { convolution } from '../support/convolution.ts';
import { convolutions } from '../support/random-layer.ts';

describe('the variants', () => {
  const layer = convolution(3, 128, 256, { groups: 32, stride: [2, 2], padding: 'same' });
  const standard = { ...layer, groups: 1 };
  const conventions = ['pytorch', 'keras'] as const;

  it.each(conventions)('of a layer with groups are four in %s', (convention) => {
    const spec = { convolution: layer, multiplier: 2, batchNorm: false };
    expect(variants(spec, convention)).toEqual([
      { name: 'standard', layers: [standard] },
      { name: 'grouped', layers: [layer] },
      { name: 'depthwise', layers: [depthwise(layer, 2)] },
      { name: 'separable', layers: separable(spec, convention) },
    ]);
  });

  it.each(conventions)('of a layer with one group are three in %s', (convention) => {
    const spec = { convolution: standard, multiplier: 1, batchNorm: false };
    expect(variants(spec, convention)).toEqual([
      { name: 'standard', layers: [standard] },
      { name: 'depthwise', layers: [depthwise(standard, 1)] },
      { name: 'separable', layers: separable(spec, convention) },
    ]);
  });

  it.each(conventions)('with BatchNorm each have it in %s', (convention) => {
    const spec = { convolution: layer, multiplier: 1, batchNorm: true };
    expect(variants(spec, convention)).toEqual([
      { name: 'standard', layers: withBatchNorm(standard, convention) },
      { name: 'grouped', layers: withBatchNorm(layer, convention) },
      { name: 'depthwise', layers: withBatchNorm(depthwise(layer, 1), convention) },
      { name: 'separable', layers: separable(spec, convention) },
    ]);
  });
});

it('a layer with one group is its own standard variant', () => {
  fc.assert(
    fc.property(convolutions(), (any) => {
      const layer = { ...any, groups: 1 };
      const [standard] = variants({ convolution: layer, multiplier: 1, batchNorm: false }, 'pytorch');
      expect(standard?.layers).toEqual([layer]);
    }),
  );
});
