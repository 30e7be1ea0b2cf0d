import { describe, expect, it } from 'vitest';
import { batchNorm } from '../../src/conv/batch-norm.ts';
import { ifSeparable } from '../../src/conv/if-separable.ts';
import type { Layer } from '../../src/conv/layer.ts';
import { convolution } from '../support/convolution.ts';

const dense = convolution(3, 64, 128);
const strip = convolution([1, 7], 64, 64, { bias: false });
const pointwise = convolution(1, 128, 256);
const grouped = convolution(3, 256, 256, { groups: 32 });
const bn = batchNorm(128, 2, 'pytorch');
const linear = { kind: 'linear', in: 256, out: 10, bias: true } as const;
const embedding = { kind: 'embedding', entries: 10, dimension: 64 } as const;

describe('if each dense convolution were separable', () => {
  it.each<[string, readonly Layer[], number, number]>([
    // 9 · 64 + 64, 64 · 128 + 128
    ['3×3 64→128', [dense], 1, 8_960],
    // 7 · 64, 64 · 64
    ['1×7 64→64, no bias', [strip], 1, 4_544],
    ['1×1 stays', [pointwise], 0, 33_024],
    ['groups stay', [grouped], 0, 18_688],
    ['other layers stay', [bn, linear, embedding], 0, 256 + 2_570 + 640],
    ['all of them', [dense, bn, pointwise, grouped, strip, linear], 2, 68_042],
    ['an empty list', [], 0, 0],
  ])('%s', (_, layers, convolutions, params) => {
    expect(ifSeparable(layers, 'pytorch')).toEqual({ convolutions, params });
  });

  it('in Keras each has one bias', () => {
    expect(ifSeparable([dense, dense], 'keras')).toEqual({ convolutions: 2, params: 2 * (8_960 - 64) });
  });
});

it('a list that has no count is its fault', () => {
  expect(ifSeparable([dense, convolution(3, 10, 12, { groups: 4 })], 'pytorch')).toEqual({
    code: 'groups-do-not-divide',
    groups: 4,
    side: 'in',
    channels: 10,
  });
});
