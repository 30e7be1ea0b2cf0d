import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchNorm } from '../../src/conv/batch-norm.ts';
import { depthwise } from '../../src/conv/depthwise.ts';
import type { Convention, Convolution, Layer } from '../../src/conv/layer.ts';
import { price } from '../../src/conv/price.ts';
import { product } from '../../src/conv/product.ts';
import { separable } from '../../src/conv/separable.ts';
import { convolution } from '../support/convolution.ts';
import { convolutions, runs } from '../support/random-layer.ts';
import { success } from '../support/success.ts';

function params(layers: readonly Layer[]): number {
  return success(price(layers)).count.params;
}

function plain(layer: Convolution, convention: Convention = 'pytorch'): Layer[] {
  return separable({ convolution: layer, multiplier: 1, batchNorm: false }, convention);
}

describe('depthwise', () => {
  const layer = convolution([3, 5], 32, 64, {
    groups: 4,
    stride: [2, 1],
    padding: [1, 2],
    dilation: [1, 2],
    bias: false,
  });

  it('has one group and `multiplier` filters an input channel, and the same window', () => {
    expect(depthwise(layer, 1)).toEqual({ ...layer, groups: 32, out: 32 });
    expect(depthwise(layer, 3)).toEqual({ ...layer, groups: 32, out: 96 });
  });
});

describe('separable', () => {
  const window = { stride: [2, 1], padding: [1, 2], dilation: [1, 3], bias: true };
  const layer = convolution([3, 5], 32, 64, window);
  const first = convolution([3, 5], 32, 64, { ...window, groups: 32 });
  const second = convolution([1, 1], 64, 64);
  const spec = { convolution: layer, multiplier: 2, batchNorm: false };
  const withBatchNorm = { ...spec, batchNorm: true };
  const nobias = { bias: false };

  it('is depthwise, then 1×1 with stride 1 and no padding, in PyTorch with a bias each', () => {
    expect(separable(spec, 'pytorch')).toEqual([first, second]);
  });

  it('has one bias in Keras, at its end', () => {
    expect(separable(spec, 'keras')).toEqual([{ ...first, ...nobias }, second]);
  });

  it('has a BatchNorm and no bias after each half in PyTorch', () => {
    expect(separable(withBatchNorm, 'pytorch')).toEqual([
      { ...first, ...nobias },
      batchNorm(64, 2, 'pytorch'),
      { ...second, ...nobias },
      batchNorm(64, 2, 'pytorch'),
    ]);
  });

  it('has one BatchNorm and no bias in Keras', () => {
    expect(separable(withBatchNorm, 'keras')).toEqual([
      { ...first, ...nobias },
      { ...second, ...nobias },
      batchNorm(64, 2, 'keras'),
    ]);
  });

  it('has no bias at all where the layer has none', () => {
    const without = { ...spec, convolution: { ...layer, ...nobias } };
    const halves = [
      { ...first, ...nobias },
      { ...second, ...nobias },
    ];
    expect(separable(without, 'pytorch')).toEqual(halves);
    expect(separable(without, 'keras')).toEqual(halves);
  });

  it('upsamples in its first half alone where the layer is transposed', () => {
    const up = { ...layer, transposed: true, outputPadding: [1, 0] };
    expect(plain(up)).toEqual([{ ...up, groups: 32, out: 32 }, convolution([1, 1], 32, 64)]);
  });
});

describe('any separable layer', () => {
  it('costs what its depthwise and pointwise layers cost', () => {
    fc.assert(
      fc.property(runs(), fc.integer({ min: 1, max: 4 }), ({ layer, run }, multiplier) => {
        const both = success(
          price(separable({ convolution: layer, multiplier, batchNorm: false }, 'pytorch'), run),
        );
        const first = success(price([depthwise(layer, multiplier)], run));
        const ones = layer.kernel.map(() => 1);
        const pointwise = convolution(ones, multiplier * layer.in, layer.out, { bias: layer.bias });
        const second = success(price([pointwise], { ...run, input: first.cost?.output ?? [] }));
        expect(both.count.params).toBe(first.count.params + second.count.params);
        expect(both.cost?.macs).toBe((first.cost?.macs ?? 0) + (second.cost?.macs ?? 0));
      }),
    );
  });

  it('has K·m·in + m·in·out weights, in PyTorch m·in + out biases, in Keras out', () => {
    fc.assert(
      fc.property(convolutions(), fc.integer({ min: 1, max: 4 }), (layer, multiplier) => {
        const spec = { convolution: { ...layer, bias: true }, multiplier, batchNorm: false };
        const middle = multiplier * layer.in;
        const weights = product(layer.kernel) * middle + middle * layer.out;
        expect(params(separable(spec, 'pytorch'))).toBe(weights + middle + layer.out);
        expect(params(separable(spec, 'keras'))).toBe(weights + layer.out);
      }),
    );
  });

  it('leaves 1/out + 1/K of the weights', () => {
    fc.assert(
      fc.property(convolutions(), (any) => {
        const layer = { ...any, groups: 1, bias: false };
        const K = product(layer.kernel);
        // Multiplied by out · K, so that whole numbers are compared.
        expect(params(plain(layer)) * layer.out * K).toBe(params([layer]) * (K + layer.out));
      }),
    );
  });

  it('is larger without biases exactly where the kernel is 1×1 or there is one output channel', () => {
    const some = fc.constantFrom(1, 2, 3);
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 64 }), (kernel, out, inChannels) => {
        const layer = convolution(kernel, inChannels, out, { bias: false });
        expect(params(plain(layer)) > params([layer])).toBe(kernel === 1 || out === 1);
      }),
    );
  });
});
