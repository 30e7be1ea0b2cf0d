import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchNorm } from '../../src/conv/batch-norm.ts';
import type { Convolution, Layer, Sides } from '../../src/conv/layer.ts';
import { receptiveField } from '../../src/conv/receptive-field.ts';
import { convolution } from '../support/convolution.ts';

const bn = batchNorm(64, 2, 'pytorch');
const linear = { kind: 'linear', in: 64, out: 10, bias: true } as const;
const embedding = { kind: 'embedding', entries: 10, dimension: 64 } as const;
const strided = { stride: [2, 2] };

describe('the receptive field', () => {
  it.each<[string, readonly Layer[], Sides]>([
    ['of a kernel', [convolution([3, 5], 1, 1)], [3, 5]],
    ['of a dilated kernel', [convolution(3, 1, 1, { dilation: [2, 3] })], [5, 7]],
    ['of two 3×3 is 5×5', [convolution(3, 1, 1), convolution(3, 1, 1)], [5, 5]],
    ['of three 3×3 is 7×7', [convolution(3, 1, 1), convolution(3, 1, 1), convolution(3, 1, 1)], [7, 7]],
    ['grows faster behind a stride', [convolution(3, 1, 1, strided), convolution(3, 1, 1)], [7, 7]],
    [
      'grows faster behind each stride',
      [convolution(3, 1, 1, strided), convolution(3, 1, 1, { stride: [2, 3] }), convolution(3, 1, 1)],
      [15, 19],
    ],
    ['is not changed by BatchNorm', [bn, convolution(7, 1, 1), bn, convolution(1, 1, 1)], [7, 7]],
    ['of 1×1 is one position', [convolution(1, 1, 1, strided)], [1, 1]],
  ])('%s', (_, layers, field) => {
    expect(receptiveField(layers)).toEqual(field);
  });

  it.each<[string, readonly Layer[]]>([
    ['an empty list', []],
    ['BatchNorm alone', [bn]],
    ['a transposed convolution', [convolution(3, 1, 1), convolution(3, 1, 1, { transposed: true })]],
    ['a linear layer', [convolution(3, 1, 1), linear]],
    ['an embedding', [embedding, convolution([3], 1, 1)]],
  ])('of %s means nothing', (_, layers) => {
    expect(receptiveField(layers)).toBeUndefined();
  });

  it('beyond 2^53 − 1 on any axis is not given', () => {
    const reaching = (field: number) => convolution([1, 2], 1, 1, { dilation: [1, field - 1] });
    expect(receptiveField([reaching(2 ** 53 - 1)])).toEqual([1, 2 ** 53 - 1]);
    expect(receptiveField([reaching(2 ** 53)])).toBeUndefined();
    const strided = convolution([1, 1001], 1, 1, { stride: [1, 2 ** 16] });
    const field = 1 + 1_000 * (1 + 2 ** 16 + 2 ** 32) + 2 ** 48;
    expect(receptiveField([strided, strided, strided, convolution(2, 1, 1)])).toEqual([2, field]);
    expect(receptiveField([strided, strided, strided, strided])).toBeUndefined();
  });
});

/** A 1D layer's window alone. */
const windows: fc.Arbitrary<Convolution> = fc
  .record({
    kernel: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 3 }),
    dilation: fc.integer({ min: 1, max: 3 }),
    padding: fc.nat(3),
  })
  .map(({ kernel, stride, dilation, padding }) =>
    convolution([kernel], 1, 1, { stride: [stride], dilation: [dilation], padding: [padding] }),
  );

/** Which input positions one output of the last layer is made of, followed back layer by layer. */
function influences(layers: readonly Convolution[]): readonly number[] {
  return layers.reduceRight(
    (positions: readonly number[], { kernel, stride, dilation }) => {
      const [k = 0, s = 0, d = 0] = [kernel[0], stride[0], dilation[0]];
      const taps = Array.from({ length: k }, (_, tap) => tap * d);
      return [...new Set(positions.flatMap((position) => taps.map((tap) => position * s + tap)))];
    },
    [0],
  );
}

describe('any stack', () => {
  const stacks = fc.array(windows, { minLength: 1, maxLength: 5 });

  it('sees from the first to the last input that influences an output', () => {
    fc.assert(
      fc.property(stacks, (layers) => {
        const positions = influences(layers);
        const field = Math.max(...positions) - Math.min(...positions) + 1;
        expect(receptiveField(layers)).toEqual([field]);
      }),
    );
  });

  it('sees each axis as if it were alone', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(windows, windows), { minLength: 1, maxLength: 5 }), (pairs) => {
        const plane = pairs.map(([{ kernel, stride, dilation }, other]) =>
          convolution([...kernel, ...other.kernel], 1, 1, {
            stride: [...stride, ...other.stride],
            dilation: [...dilation, ...other.dilation],
          }),
        );
        expect(receptiveField(plane)).toEqual([
          ...(receptiveField(pairs.map(([first]) => first)) ?? []),
          ...(receptiveField(pairs.map(([, second]) => second)) ?? []),
        ]);
      }),
    );
  });
});
