import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from '../../src/conv/count.ts';
import type { Elementwise } from '../../src/conv/layer.ts';
import { convolution } from '../support/convolution.ts';
import { convolutions } from '../support/random-layer.ts';

// 2^53 − 1 = 441,650,591 · 20,394,401.
const factors = { in: 441_650_591, out: 20_394_401 };

function elementwise(weights: number, biases: number, statistics: number): Elementwise {
  return { kind: 'elementwise', name: 'BatchNormalization', weights, biases, statistics };
}

describe('one layer', () => {
  it('a convolution has product(kernel) · in / groups · out weights and out biases', () => {
    expect(count(convolution([3, 5, 7], 8, 12, { groups: 4 }))).toEqual({
      weights: 3 * 5 * 7 * 2 * 12,
      biases: 12,
      statistics: 0,
      params: 2_532,
    });
  });

  it('a linear layer has in · out weights and out biases', () => {
    const layer = { kind: 'linear', in: 512, out: 1000, bias: true } as const;
    expect(count(layer)).toEqual({ weights: 512_000, biases: 1000, statistics: 0, params: 513_000 });
    expect(count({ ...layer, bias: false })).toEqual({
      weights: 512_000,
      biases: 0,
      statistics: 0,
      params: 512_000,
    });
  });

  it('an element-wise layer has what it says', () => {
    expect(count(elementwise(64, 32, 128))).toEqual({
      weights: 64,
      biases: 32,
      statistics: 128,
      params: 224,
    });
  });

  it('an embedding has a weight for each number of each entry', () => {
    const layer = { kind: 'embedding', entries: 30_522, dimension: 768 } as const;
    expect(count(layer)).toEqual({ weights: 23_440_896, biases: 0, statistics: 0, params: 23_440_896 });
  });
});

describe('groups', () => {
  it.each([
    ['in', 10, 8, 10],
    ['out', 8, 10, 10],
    ['in', 9, 10, 9],
  ] as const)('that do not divide %s of %i→%i are a fault', (side, inChannels, out, channels) => {
    expect(count(convolution(3, inChannels, out, { groups: 4 }))).toEqual({
      code: 'groups-do-not-divide',
      groups: 4,
      side,
      channels,
    });
  });

  it('never divide the biases', () => {
    expect(count(convolution(3, 64, 128, { groups: 64 }))).toMatchObject({ weights: 1_152, biases: 128 });
  });
});

describe('any convolution', () => {
  it('has as many parameters with any stride, padding, dilation and output padding', () => {
    fc.assert(
      fc.property(convolutions(), (layer) => {
        const { kernel, in: inChannels, out, groups, bias } = layer;
        expect(count(layer)).toEqual(count(convolution(kernel, inChannels, out, { groups, bias })));
      }),
    );
  });

  it('has as many parameters transposed as plain', () => {
    fc.assert(
      fc.property(convolutions(), (layer) => {
        expect(count({ ...layer, transposed: true })).toEqual(count({ ...layer, transposed: false }));
      }),
    );
  });

  it('gains one number for each output channel by a bias, and no weight', () => {
    fc.assert(
      fc.property(convolutions(), (layer) => {
        const without = count({ ...layer, bias: false });
        expect(without).toMatchObject({ biases: 0 });
        expect(count({ ...layer, bias: true })).toEqual({
          ...without,
          biases: layer.out,
          params: layer.out + ('params' in without ? without.params : 0),
        });
      }),
    );
  });

  it('has as many weights as its groups have when they are layers of their own', () => {
    fc.assert(
      fc.property(convolutions(), (layer) => {
        const { groups } = layer;
        const one = count({ ...layer, groups: 1, in: layer.in / groups, out: layer.out / groups });
        const weights = 'weights' in one ? groups * one.weights : 0;
        expect(count(layer)).toMatchObject({ weights });
      }),
    );
  });
});

describe('the greatest count', () => {
  const tooLarge = { code: 'count-too-large', what: 'parameters' };

  it('is 2^53 − 1, exactly', () => {
    const layer = { kind: 'linear', ...factors, bias: false } as const;
    expect(count(layer)).toMatchObject({ params: 2 ** 53 - 1 });
    expect(count({ ...layer, bias: true })).toEqual(tooLarge);
  });

  it('is of weights, biases and statistics together', () => {
    expect(count(elementwise(2 ** 53 - 3, 1, 1))).toMatchObject({ params: 2 ** 53 - 1 });
    expect(count(elementwise(2 ** 53 - 3, 2, 1))).toEqual(tooLarge);
    expect(count(elementwise(2 ** 53 - 3, 1, 2))).toEqual(tooLarge);
  });
});
