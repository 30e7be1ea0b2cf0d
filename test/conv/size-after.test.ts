import { describe, expect, it } from 'vitest';
import type { Pool } from '../../src/conv/layer.ts';
import { sizeAfter } from '../../src/conv/size-after.ts';

const pool: Pool = { kernel: [3, 3], stride: [2, 2], padding: [0, 0], dilation: [1, 1], roundUp: false };

function pooled(change: Partial<Pool>, size: readonly number[]) {
  return sizeAfter({ kind: 'resize', name: 'MaxPool2d', change: { ...pool, ...change } }, size);
}

describe('sizeAfter', () => {
  it.each<[string, Partial<Pool>, number, number]>([
    ["AlexNet's first pooling", {}, 55, 27],
    ["ResNet's pooling", { padding: [1, 1] }, 112, 56],
    ["VGG's pooling", { kernel: [2, 2] }, 224, 112],
    ["SqueezeNet 1.0's pooling, which rounds up", { roundUp: true }, 109, 54],
    ['no part of a window is left over, so that rounding up changes nothing', { roundUp: true }, 55, 27],
    ['a partly filled window counts when rounding up', { roundUp: true }, 6, 3],
    [
      'a last window that would start in the padding at the end does not',
      {
        kernel: [2, 2],
        padding: [1, 1],
        roundUp: true,
      },
      3,
      2,
    ],
    ['a window as large as its input', {}, 3, 1],
    [
      'a last window that starts before that padding counts',
      { kernel: [2, 2], padding: [1, 1], roundUp: true },
      4,
      3,
    ],
    // torch.nn.AvgPool2d(2, ceil_mode=True) of 1×1, PyTorch 1.13.
    [
      'a window that is larger than its input counts when rounding up',
      { kernel: [2, 2], roundUp: true },
      1,
      1,
    ],
    ['dilation spreads the window', { dilation: [2, 2] }, 9, 3],
    ['same: ceil(n / s)', { padding: 'same' }, 7, 4],
  ])('%s', (_, change, side, output) => {
    expect(pooled(change, [side, side])).toEqual([output, output]);
  });

  it('refuses a window that is larger than its padded input', () => {
    expect(pooled({ padding: [0, 0] }, [2, 9])).toEqual({
      code: 'kernel-larger-than-input',
      extent: 3,
      padded: 2,
    });
  });

  it('is the sides that remain, where these are given', () => {
    expect(
      sizeAfter({ kind: 'resize', name: 'AdaptiveAvgPool2d', change: { to: [6, 6] } }, [13, 13]),
    ).toEqual([6, 6]);
    expect(sizeAfter({ kind: 'resize', name: 'Flatten', change: { to: [] } }, [13, 13])).toEqual([]);
  });

  it('is the same after layers that work element by element', () => {
    const batchNorm = {
      kind: 'elementwise',
      name: 'BatchNorm2d',
      weights: 8,
      biases: 8,
      statistics: 0,
    } as const;
    expect(sizeAfter(batchNorm, [13, 12])).toEqual([13, 12]);
  });
});
