import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expression, kernelProduct } from '../../src/answer/expression.ts';
import { withBatchNorm } from '../../src/conv/batch-norm.ts';
import { count } from '../../src/conv/count.ts';
import type { Layer } from '../../src/conv/layer.ts';
import { variants } from '../../src/conv/variants.ts';
import { convolution } from '../support/convolution.ts';
import { evaluate } from '../support/evaluate.ts';
import { convolutions } from '../support/random-layer.ts';
import { success } from '../support/success.ts';

const batchNorm = {
  kind: 'elementwise',
  name: 'BatchNorm2d',
  weights: 64,
  biases: 64,
  statistics: 0,
} as const;

describe('expression', () => {
  test.each<[string, readonly Layer[], string]>([
    ['a convolution', [convolution(7, 512, 512, { bias: false })], '7·7 · 512 · 512'],
    ['its bias', [convolution(3, 128, 256)], '3·3 · 128 · 256 + 256'],
    ['1D', [convolution([7], 64, 128, { bias: false })], '7 · 64 · 128'],
    ['groups', [convolution(3, 128, 256, { groups: 32 })], '3·3 · 128/32 · 256 + 256'],
    ['depthwise', [convolution(3, 64, 64, { groups: 64, bias: false })], '3·3 · 64'],
    ['a depth multiplier', [convolution(3, 64, 128, { groups: 64, bias: false })], '3·3 · 64 · 2'],
    ['thousands', [convolution(1001, 2000, 3000, { bias: false })], '1,001·1,001 · 2,000 · 3,000'],
    ['1×1 alone', [convolution(1, 64, 128, { bias: false })], '1·1 · 64 · 128'],
    [
      '1×1 beside another, which goes without saying',
      [convolution(3, 64, 64, { groups: 64, bias: false }), convolution(1, 64, 128, { bias: false })],
      '3·3 · 64 + 64 · 128',
    ],
    ['BatchNorm', [convolution(3, 64, 64, { bias: false }), batchNorm], '3·3 · 64 · 64 + 2·64'],
    ['Keras’ BatchNorm', [{ ...batchNorm, statistics: 128 }], '4·64'],
    ['one vector', [{ ...batchNorm, biases: 0 }], '64'],
    ['unlike vectors', [{ ...batchNorm, biases: 10 }], '64 + 10'],
    ['Linear', [{ kind: 'linear', in: 512, out: 1000, bias: true }], '512 · 1,000 + 1,000'],
    ['Linear without bias', [{ kind: 'linear', in: 512, out: 10, bias: false }], '512 · 10'],
    ['Embedding', [{ kind: 'embedding', entries: 30_000, dimension: 512 }], '30,000 · 512'],
  ])('%s', (_, layers, text) => {
    expect(written(layers)).toBe(text);
    expect(evaluate(text)).toBe(sum(layers));
  });

  test('comes to the parameters of every variant of any layer', () => {
    const said = fc.record({
      layer: convolutions(),
      multiplier: fc.integer({ min: 1, max: 9 }),
      batchNorm: fc.boolean(),
      convention: fc.constantFrom('pytorch', 'keras'),
    });
    fc.assert(
      fc.property(said, ({ layer, multiplier, batchNorm: follows, convention }) => {
        const convolution = { ...layer, bias: layer.bias && !follows };
        for (const { layers } of variants({ convolution, multiplier, batchNorm: follows }, convention)) {
          expect(evaluate(written(layers))).toBe(sum(layers));
        }
      }),
    );
  });

  test('comes to the parameters of any stack', () => {
    fc.assert(
      fc.property(fc.array(convolutions(), { minLength: 1, maxLength: 5 }), (stack) => {
        const layers = stack.flatMap((layer) => withBatchNorm({ ...layer, bias: false }, 'pytorch'));
        expect(evaluate(written(layers))).toBe(sum(layers));
      }),
    );
  });
});

test('kernelProduct has a factor a side', () => {
  expect(kernelProduct([7])).toBe('7');
  expect(kernelProduct([1, 7])).toBe('1·7');
  expect(kernelProduct([3, 3, 1001])).toBe('3·3·1,001');
});

function written(layers: readonly Layer[]): string {
  return expression(layers.map((layer) => ({ layer })));
}

function sum(layers: readonly Layer[]): number {
  return layers.reduce((total, layer) => total + success(count(layer)).params, 0);
}
