import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchNorm } from '../../src/conv/batch-norm.ts';
import { count } from '../../src/conv/count.ts';
import type { Elementwise, Layer } from '../../src/conv/layer.ts';
import { arithmeticIntensity, price, type Run, sumPrices } from '../../src/conv/price.ts';
import { convolution } from '../support/convolution.ts';
import { convolutions, runs, stacks } from '../support/random-layer.ts';
import { success } from '../support/success.ts';

function on(input: readonly number[], rest: Partial<Run> = {}): Run {
  return { input, batch: 1, elementType: 'fp32', ...rest };
}

const first = convolution(3, 3, 32, { stride: [2, 2], padding: [1, 1], bias: false });
const bn = batchNorm(32, 2, 'keras');
const second = convolution(3, 32, 64, { groups: 32 });

describe('parameters alone', () => {
  it('have no cost', () => {
    const linear = { kind: 'linear', in: 64, out: 10, bias: true } as const;
    expect(price([first, bn, second, linear])).toEqual({
      layers: [
        { layer: first, count: { weights: 864, biases: 0, statistics: 0, params: 864 } },
        { layer: bn, count: { weights: 32, biases: 32, statistics: 64, params: 128 } },
        { layer: second, count: { weights: 576, biases: 64, statistics: 0, params: 640 } },
        { layer: linear, count: { weights: 640, biases: 10, statistics: 0, params: 650 } },
      ],
      count: { weights: 2_112, biases: 106, statistics: 64, params: 2_282 },
    });
  });

  it('of no layers are none', () => {
    expect(price([])).toEqual({
      layers: [],
      count: { weights: 0, biases: 0, statistics: 0, params: 0 },
    });
  });
});

describe('on an input', () => {
  const run = on([8, 6], { batch: 2, elementType: 'fp16' });

  it('each convolution runs on the output of the one before', () => {
    const priced = success(price([first, bn, second], run));
    const firstCost = {
      input: [8, 6],
      output: [4, 3],
      macs: 864 * 12 * 2,
      // 3 · 48 read and 32 · 12 written, for each image.
      activations: 2 * (144 + 384),
      bytes: 2 * (2 * 144 + 864 + 2 * 384),
    };
    const secondCost = {
      input: [4, 3],
      output: [2, 1],
      macs: 576 * 2 * 2,
      activations: 2 * (384 + 128),
      bytes: 2 * (2 * 384 + 576 + 2 * 128),
    };
    expect(priced.layers.map(({ cost }) => cost)).toEqual([firstCost, undefined, secondCost]);
    expect(priced.cost).toEqual({
      input: [8, 6],
      output: [2, 1],
      macs: firstCost.macs + secondCost.macs,
      activations: firstCost.activations + secondCost.activations,
      bytes: firstCost.bytes + secondCost.bytes,
    });
  });

  it('a list without convolutions has no cost', () => {
    expect(price([bn], run)).toEqual(price([bn]));
    expect(price([], run)).toEqual(price([]));
  });

  it('a transposed convolution multiplies its weights by input positions', () => {
    const up = convolution([2], 8, 4, { stride: [2], transposed: true });
    expect(success(price([up], on([5]))).cost).toMatchObject({ output: [10], macs: 64 * 5, activations: 80 });
  });
});

describe('arithmetic intensity', () => {
  it('is 2 · MACs for each byte of input, weights and output', () => {
    const { cost } = success(price([convolution(3, 3, 10)], on([32, 32])));
    const bytes = 4 * (3 * 32 * 32 + 270 + 10 * 30 * 30);
    expect(cost && arithmeticIntensity(cost)).toBe((2 * 243_000) / bytes);
  });
});

describe('a list that cannot be priced is the fault of its first such layer', () => {
  const tooLargeAKernel = convolution(5, 32, 32);
  const outputPadding = [1, 0];
  it.each<[string, readonly Layer[], Run | undefined, object]>([
    [
      'groups',
      [first, convolution(3, 32, 48, { groups: 5 })],
      undefined,
      { code: 'groups-do-not-divide', groups: 5, side: 'in', channels: 32 },
    ],
    [
      'output padding, also without an input',
      [first, convolution(3, 32, 32, { transposed: true, outputPadding })],
      undefined,
      { code: 'output-padding-too-large', outputPadding: 1, below: 1 },
    ],
    [
      'a kernel larger than the output before',
      [first, tooLargeAKernel],
      on([8, 8]),
      { code: 'kernel-larger-than-input', extent: 5, padded: 4 },
    ],
    [
      'an output without a position',
      [convolution(1, 3, 3, { transposed: true, padding: [1, 0] })],
      on([2, 4]),
      { code: 'output-too-small', output: [0, 4] },
    ],
  ])('%s', (_, layers, run, fault) => {
    expect(price(layers, run)).toEqual(fault);
  });

  it('and none without an input on which to fail', () => {
    expect(price([first, tooLargeAKernel])).toMatchObject({ count: { params: 864 + 25_632 } });
  });
});

describe('the greatest numbers', () => {
  const tooLarge = (what: string) => ({ code: 'count-too-large', what });
  const one = convolution([1], 1, 1, { bias: false });
  // Reads its whole input for one output.
  const skipping = { ...one, stride: [65_536] };

  it('of parameters are 2^53 − 1', () => {
    const vectors = (weights: number, biases: number, statistics: number): Elementwise => ({
      kind: 'elementwise',
      name: 'BatchNormalization',
      weights,
      biases,
      statistics,
    });
    const most = vectors(2 ** 53 - 7, 0, 0);
    expect(price([most, vectors(1, 2, 3)])).toMatchObject({ count: { params: 2 ** 53 - 1 } });
    expect(price([most, vectors(2, 2, 3)])).toEqual(tooLarge('parameters'));
    expect(price([most, vectors(1, 3, 3)])).toEqual(tooLarge('parameters'));
    expect(price([most, vectors(1, 2, 4)])).toEqual(tooLarge('parameters'));
  });

  it('of MACs are 2^52 − 1, so that FLOPs are exact too', () => {
    const most = on([2 ** 26 - 1], { batch: 2 ** 26 + 1, elementType: 'int4' });
    expect(price([one], most)).toMatchObject({ cost: { macs: 2 ** 52 - 1 } });
    expect(price([one], on([2 ** 26], { batch: 2 ** 26, elementType: 'int4' }))).toEqual(tooLarge('MACs'));
  });

  it('of activations are 2^53 − 1', () => {
    const run = (positions: number) => on([positions - 1], { batch: 2 ** 41, elementType: 'int4' });
    expect(price([skipping], run(2 ** 12 - 1))).toMatchObject({ cost: { activations: 2 ** 53 - 2 ** 41 } });
    expect(price([skipping], run(2 ** 12))).toEqual(tooLarge('activations'));
  });

  it('of bytes are 2^53 − 1', () => {
    const run = (positions: number) => on([positions - 1], { batch: 2 ** 39 });
    expect(price([skipping], run(2 ** 12 - 1))).toMatchObject({ cost: { bytes: 2 ** 53 - 2 ** 41 + 4 } });
    expect(price([skipping], run(2 ** 12))).toEqual(tooLarge('bytes'));
  });

  it.each<[string, Layer, Run]>([
    ['MACs', one, on([2 ** 25], { batch: 2 ** 26, elementType: 'int4' })],
    ['activations', { ...skipping, padding: 'same' }, on([2 ** 10], { batch: 2 ** 42, elementType: 'int4' })],
    ['bytes', one, on([2 ** 24], { batch: 2 ** 25 })],
  ])('of %s hold for sums too', (what, layer, run) => {
    const row = success(price([layer], run)).layers;
    expect(sumPrices([...row, ...row])).toEqual(tooLarge(what));
  });
});

describe('any list', () => {
  it('costs what its rows cost together', () => {
    fc.assert(
      fc.property(stacks(), ({ layers, run }) => {
        const { layers: rows, count: total, cost } = success(price(layers, run));
        const sum = (numberOf: (row: (typeof rows)[number]) => number | undefined) =>
          rows.reduce((before, row) => before + (numberOf(row) ?? Number.NaN), 0);
        expect(total).toEqual({
          weights: sum((row) => row.count.weights),
          biases: sum((row) => row.count.biases),
          statistics: sum((row) => row.count.statistics),
          params: sum((row) => row.count.params),
        });
        expect(cost).toEqual({
          input: run.input,
          output: rows.at(-1)?.cost?.output,
          macs: sum((row) => row.cost?.macs),
          activations: sum((row) => row.cost?.activations),
          bytes: sum((row) => row.cost?.bytes),
        });
      }),
    );
  });

  it('of one layer has the count of that layer', () => {
    fc.assert(
      fc.property(convolutions(), (layer) => {
        expect(success(price([layer])).count).toEqual(count(layer));
      }),
    );
  });

  it('costs as many times more as the batch is larger, beside its weights', () => {
    fc.assert(
      fc.property(runs(), ({ layer, run }) => {
        const of = (batch: number) => success(price([layer], { ...run, batch, elementType: 'int8' }));
        const one = of(1);
        const many = of(run.batch);
        expect(many.count).toEqual(one.count);
        expect(many.cost?.macs).toBe((one.cost?.macs ?? 0) * run.batch);
        expect(many.cost?.activations).toBe((one.cost?.activations ?? 0) * run.batch);
        expect(many.cost?.bytes).toBe((one.cost?.activations ?? 0) * run.batch + one.count.weights);
      }),
    );
  });
});
