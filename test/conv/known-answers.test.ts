import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/conv/element-type.ts';
import type { Convention, Convolution, Sides } from '../../src/conv/layer.ts';
import { outputSize } from '../../src/conv/output-size.ts';
import { price } from '../../src/conv/price.ts';
import { type VariantName, variants } from '../../src/conv/variants.ts';
import { convolution } from '../support/convolution.ts';
import { success } from '../support/success.ts';

const nobias = { bias: false };

type Options = { readonly multiplier?: number; readonly convention?: Convention };

function params(layer: Convolution, variant: VariantName, options: Options = {}): number {
  const { multiplier = 1, convention = 'pytorch' } = options;
  const spec = { convolution: layer, multiplier, batchNorm: false };
  const found = variants(spec, convention).find(({ name }) => name === variant);
  if (!found) throw new Error(`no variant ${variant}`);
  return success(price(found.layers)).count.params;
}

describe('parameters as standard, depthwise and separable', () => {
  it.each<[string, Convolution, number, number, number]>([
    ['7×7, 512→512, no bias', convolution(7, 512, 512, nobias), 12_845_056, 25_088, 287_232],
    ['7×7, 512→512, bias', convolution(7, 512, 512), 12_845_568, 25_600, 288_256],
    ['3×3, 128→256, bias', convolution(3, 128, 256), 295_168, 1_280, 34_304],
    ['3×3, 128→256, no bias', convolution(3, 128, 256, nobias), 294_912, 1_152, 33_920],
    ['1×1, 64→64, bias: separable is larger', convolution(1, 64, 64), 4_160, 128, 4_288],
    ['3×3, 64→1, no bias: separable is larger', convolution(3, 64, 1, nobias), 576, 576, 640],
    ['3×3, 1→64, no bias', convolution(3, 1, 64, nobias), 576, 9, 73],
  ])('%s', (_, layer, standard, depthwise, separable) => {
    expect(params(layer, 'standard')).toBe(standard);
    expect(params(layer, 'depthwise')).toBe(depthwise);
    expect(params(layer, 'separable')).toBe(separable);
  });
});

describe('Keras separable', () => {
  it.each<[string, Convolution, number, number]>([
    ['3×3, 128→256, bias', convolution(3, 128, 256), 1, 34_176],
    ['3×3, 64→128, bias, multiplier 2', convolution(3, 64, 128), 2, 17_664],
    ['1×1, 64→64, bias', convolution(1, 64, 64), 1, 4_224],
  ])('%s', (_, layer, multiplier, expected) => {
    expect(params(layer, 'separable', { multiplier, convention: 'keras' })).toBe(expected);
  });
});

describe('grouped', () => {
  it.each<[string, Convolution, number, number]>([
    ['3×3, 64→128, groups 64, bias', convolution(3, 64, 128, { groups: 64 }), 1_280, 73_856],
    ['3×3, 128→128, groups 32, no bias', convolution(3, 128, 128, { groups: 32, ...nobias }), 4_608, 147_456],
  ])('%s', (_, layer, grouped, standard) => {
    expect(params(layer, 'grouped')).toBe(grouped);
    expect(params(layer, 'standard')).toBe(standard);
  });
});

describe('share of standard', () => {
  it.each<[string, VariantName, number, number, Convolution]>([
    ['7×7, 512→512, no bias', 'separable', 2.24, 2, convolution(7, 512, 512, nobias)],
    ['7×7, 512→512, no bias', 'depthwise', 0.195, 3, convolution(7, 512, 512, nobias)],
    ['3×3, 128→256, bias', 'separable', 11.6, 1, convolution(3, 128, 256)],
    ['3×3, 128→256, no bias', 'separable', 11.5, 1, convolution(3, 128, 256, nobias)],
    ['3×3, 1→64, no bias', 'separable', 12.7, 1, convolution(3, 1, 64, nobias)],
  ])('%s, %s: %d percent', (_, variant, percent, digits, layer) => {
    expect((100 * params(layer, variant)) / params(layer, 'standard')).toBeCloseTo(percent, digits);
  });

  it('7×7, 512→512, no bias: separable has 44.7 times fewer', () => {
    const layer = convolution(7, 512, 512, nobias);
    expect(params(layer, 'standard') / params(layer, 'separable')).toBeCloseTo(44.7, 1);
  });

  it('3×3, no bias: separable leaves 12 % or less only from 113 output channels up', () => {
    const share = (out: number) => {
      const layer = convolution(3, 128, out, nobias);
      return params(layer, 'separable') / params(layer, 'standard');
    };
    expect(share(112)).toBeGreaterThan(0.12);
    expect(share(113)).toBeLessThan(0.12);
    expect(share(1_000_000)).toBeGreaterThan(1 / 9);
  });
});

describe('output size', () => {
  it.each<[string, Convolution, Sides, Sides]>([
    ['32, k3, d2, valid', convolution(3, 1, 1, { dilation: [2, 2] }), [32, 32], [28, 28]],
    ['224, k3, s2, same', convolution(3, 3, 32, { stride: [2, 2], padding: 'same' }), [224, 224], [112, 112]],
  ])('%s', (_, layer, input, output) => {
    expect(outputSize(layer, input)).toEqual(output);
  });
});

describe('MACs', () => {
  const strided = { stride: [2, 2], transposed: true };
  it.each<[string, Convolution, Sides, number, Sides]>([
    ['Conv2d(3, 10, 3) on 32×32', convolution(3, 3, 10), [32, 32], 243_000, [30, 30]],
    ['transposed 3→1, k2, s2 on 2×2', convolution(2, 3, 1, strided), [2, 2], 48, [4, 4]],
    [
      'transposed 64→32, k4, s2, p1 on 16×16',
      convolution(4, 64, 32, { ...strided, padding: [1, 1] }),
      [16, 16],
      8_388_608,
      [32, 32],
    ],
  ])('%s', (_, layer, input, macs, output) => {
    const { cost } = success(price([layer], { input, batch: 1, elementType: 'fp32' }));
    expect(cost?.macs).toBe(macs);
    expect(cost?.output).toEqual(output);
  });
});

it('12,845,056 weights in fp32 are 51.38 MB = 49.0 MiB', () => {
  const bytes = bytesOf(12_845_056, 'fp32');
  expect(bytes / 1e6).toBeCloseTo(51.38, 2);
  expect(bytes / 2 ** 20).toBe(49);
});
