import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference } from '../../src/answer/difference.ts';
import { count } from '../../src/conv/count.ts';
import type { Convolution } from '../../src/conv/layer.ts';
import { convolution } from '../support/convolution.ts';
import { evaluate } from '../support/evaluate.ts';
import { convolutions } from '../support/random-layer.ts';
import { success } from '../support/success.ts';

describe('difference', () => {
  test('one factor makes all of it', () => {
    expect(difference(convolution(5, 32, 64), convolution(3, 32, 64))).toEqual([
      { label: 'kernel', words: '16 kernel positions × 32 × 64', expression: '16 · 32 · 64', result: 32_768 },
    ]);
  });

  test('several factors, one after another', () => {
    const terms = difference(convolution(3, 64, 64), convolution([5, 7], 32, 48, { bias: false }));
    expect(terms.map(({ label, expression, result }) => [label, expression, result])).toEqual([
      ['kernel', '−26 · 64 · 64', -106_496],
      ['inputs', '32 · 35 · 64', 71_680],
      ['outputs', '16 · 35 · 32', 17_920],
      ['biases', '64', 64],
    ]);
  });

  test('groups change how many inputs an output sees', () => {
    expect(difference(convolution(3, 64, 64), convolution(3, 64, 64, { groups: 32 }))).toEqual([
      { label: 'inputs', words: '62 inputs seen × 9 × 64', expression: '62 · 9 · 64', result: 35_712 },
    ]);
  });

  test('nothing, where nothing that counts differs', () => {
    const layer = convolution(3, 64, 64);
    expect(difference(layer, { ...layer, stride: [2, 2], padding: 'same', dilation: [3, 3] })).toEqual([]);
    expect(difference(layer, { ...layer, transposed: true })).toEqual([]);
  });

  test('one is singular', () => {
    const words = (second: Convolution) => difference(convolution(1, 2, 2), second).map((term) => term.words);
    expect(words(convolution([1, 2], 2, 2))).toEqual(['1 kernel position × 2 × 2']);
    expect(words(convolution(1, 1, 2))).toEqual(['1 input seen × 1 × 2']);
    expect(words(convolution(1, 2, 1))).toEqual(['1 output × 1 × 2', '1 bias']);
  });

  test('its terms add up to the difference of the counts, exactly', () => {
    fc.assert(
      fc.property(convolutions(), convolutions(), (first, second) => {
        const terms = difference(first, second);
        const sum = terms.reduce((total, { result }) => total + result, 0);
        expect(sum).toBe(success(count(first)).params - success(count(second)).params);
        for (const { expression, result } of terms) expect(evaluate(expression)).toBe(result);
      }),
    );
  });
});
