import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Convolution, Sides } from '../../src/conv/layer.ts';
import { kernelExtent, outputSize } from '../../src/conv/output-size.ts';
import { convolution } from '../support/convolution.ts';
import { convolutions, runs } from '../support/random-layer.ts';
import { success } from '../support/success.ts';

describe('the reach of a kernel', () => {
  it.each([
    [1, 1, 1],
    [1, 9, 1],
    [3, 1, 3],
    [3, 2, 5],
    [7, 3, 19],
  ])('of %i with dilation %i is %i', (kernel, dilation, extent) => {
    expect(kernelExtent(kernel, dilation)).toBe(extent);
  });
});

describe('the output', () => {
  const t = { transposed: true };
  it.each<[string, Convolution, Sides, Sides]>([
    ['valid', convolution(3, 1, 1), [5, 9], [3, 7]],
    ['as large as the kernel', convolution([3, 5], 1, 1), [3, 5], [1, 1]],
    ['padding an axis', convolution(3, 1, 1, { padding: [0, 2] }), [5, 5], [3, 7]],
    ['stride an axis', convolution(3, 1, 1, { stride: [2, 3] }), [7, 7], [3, 2]],
    ['dilation an axis', convolution(3, 1, 1, { dilation: [1, 3] }), [9, 9], [7, 3]],
    ['a stride that leaves a rest', convolution(2, 1, 1, { stride: [3, 3] }), [7, 8], [2, 3]],
    ['same', convolution(7, 1, 1, { padding: 'same', stride: [2, 3] }), [7, 7], [4, 3]],
    ['same, smaller than the kernel', convolution(7, 1, 1, { padding: 'same' }), [1, 2], [1, 2]],
    ['causal', convolution([5], 1, 1, { padding: 'causal', stride: [2] }), [9], [5]],
    ['transposed', convolution(3, 1, 1, { ...t, stride: [2, 3] }), [4, 4], [9, 12]],
    ['transposed, padding', convolution(4, 1, 1, { ...t, padding: [1, 2] }), [5, 5], [6, 4]],
    ['transposed, dilation', convolution(3, 1, 1, { ...t, dilation: [1, 2] }), [5, 5], [7, 9]],
    [
      'transposed, output padding',
      convolution(3, 1, 1, { ...t, stride: [2, 2], outputPadding: [0, 1] }),
      [4, 4],
      [9, 10],
    ],
    ['transposed, same', convolution(3, 1, 1, { ...t, padding: 'same', stride: [2, 3] }), [4, 5], [8, 15]],
    ['transposed, all cropped but one', convolution(1, 1, 1, { ...t, padding: [1, 0] }), [3, 1], [1, 1]],
  ])('%s', (_, layer, input, output) => {
    expect(outputSize(layer, input)).toEqual(output);
  });
});

describe('an input that is too small', () => {
  it('for the kernel is a fault of the first such axis', () => {
    const layer = convolution([3, 5], 1, 1, { dilation: [1, 2], padding: [0, 1] });
    expect(outputSize(layer, [9, 6])).toEqual({ code: 'kernel-larger-than-input', extent: 9, padded: 8 });
  });

  it('for the padding of a transposed convolution is a fault with all sides', () => {
    const layer = convolution([1, 1, 2], 1, 1, { transposed: true, padding: [1, 2, 0] });
    expect(outputSize(layer, [2, 2, 2])).toEqual({ code: 'output-too-small', output: [0, -2, 3] });
  });
});

describe('any layer', () => {
  it('has an output position for each place of its kernel in the padded input', () => {
    fc.assert(
      fc.property(runs(), ({ layer, run }) => {
        fc.pre(!layer.transposed);
        const { padding } = layer;
        fc.pre(typeof padding !== 'string');
        expect(outputSize(layer, run.input)).toEqual(
          run.input.map((size, axis) => {
            const reach = kernelExtent(layer.kernel[axis] ?? 0, layer.dilation[axis] ?? 0);
            const end = size + (padding[axis] ?? 0);
            let places = 0;
            for (let at = -(padding[axis] ?? 0); at + reach <= end; at += layer.stride[axis] ?? 0)
              places += 1;
            return places;
          }),
        );
      }),
    );
  });

  it('with same has an output position for each stride-th input position', () => {
    fc.assert(
      fc.property(runs(), ({ layer, run }) => {
        const same = { ...layer, transposed: false, padding: 'same' } as const;
        expect(outputSize(same, run.input)).toEqual(
          run.input.map((size, axis) => {
            const positions = Array.from({ length: size }, (_, index) => index);
            return positions.filter((index) => index % (layer.stride[axis] ?? 0) === 0).length;
          }),
        );
      }),
    );
  });

  it('with same has the output that its total padding gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), convolutions(), (size, { kernel, stride, dilation }) => {
        const [k = 0, s = 0, d = 0] = [kernel[0], stride[0], dilation[0]];
        const line = convolution([k], 1, 1, { stride: [s], dilation: [d], padding: 'same' });
        const [output = 0] = success(outputSize(line, [size]));
        const total = Math.max((output - 1) * s + d * (k - 1) + 1 - size, 0);
        // The padding may be odd, so it is added to the input here.
        expect(outputSize({ ...line, padding: [0] }, [size + total])).toEqual([output]);
      }),
    );
  });

  it('transposed reaches as far as the last input position spreads', () => {
    fc.assert(
      fc.property(runs(), ({ layer, run }) => {
        const zeros = layer.kernel.map(() => 0);
        const spread = { ...layer, transposed: true, padding: zeros, outputPadding: zeros };
        expect(outputSize(spread, run.input)).toEqual(
          run.input.map((size, axis) => {
            let last = 0;
            for (let input = 0; input < size; input += 1) {
              for (let tap = 0; tap < (layer.kernel[axis] ?? 0); tap += 1) {
                last = Math.max(last, input * (layer.stride[axis] ?? 0) + tap * (layer.dilation[axis] ?? 0));
              }
            }
            return last + 1;
          }),
        );
      }),
    );
  });

  it('transposed with an output padding below its stride is undone by the plain one', () => {
    fc.assert(
      fc.property(runs(), ({ layer, run }) => {
        const outputPadding = layer.outputPadding.map((side, axis) => side % (layer.stride[axis] ?? 1));
        const output = success(outputSize({ ...layer, transposed: true, outputPadding }, run.input));
        expect(outputSize({ ...layer, transposed: false }, output)).toEqual(run.input);
      }),
    );
  });
});
