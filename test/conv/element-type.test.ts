import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Count } from '../../src/conv/count.ts';
import { bitsOfElementType, bytesOf, type ElementType, parameterBytes } from '../../src/conv/element-type.ts';

function counted(weights: number, biases: number, statistics: number): { readonly count: Count } {
  return { count: { weights, biases, statistics, params: weights + biases + statistics } };
}

describe('bytes of a tensor', () => {
  it.each<[number, ElementType, number]>([
    [3, 'fp32', 12],
    [3, 'fp16', 6],
    [3, 'bf16', 6],
    [3, 'int8', 3],
    [0, 'int4', 0],
    [1, 'int4', 1],
    [2, 'int4', 1],
    [3, 'int4', 2],
    [25_088, 'int4', 12_544],
    [2 ** 53 - 1, 'int4', 2 ** 52],
  ])('%i numbers in %s: %i', (elements, type, bytes) => {
    expect(bytesOf(elements, type)).toBe(bytes);
  });

  it('of int4 are half as many as its numbers, an odd one takes a whole byte', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (elements) => {
        expect(BigInt(bytesOf(elements, 'int4'))).toBe((BigInt(elements) + 1n) / 2n);
      }),
    );
  });
});

describe('bytes of parameters', () => {
  it('are those of every tensor of every layer', () => {
    const layers = [counted(100, 10, 20), counted(7, 0, 0)];
    expect(parameterBytes(layers, 'fp32')).toBe(4 * 137);
    expect(parameterBytes(layers, 'bf16')).toBe(2 * 137);
    expect(parameterBytes([], 'fp32')).toBe(0);
  });

  it('in int4 end each tensor on a whole byte', () => {
    expect(parameterBytes([counted(1, 1, 1), counted(3, 0, 0)], 'int4')).toBe(3 + 2);
  });

  it('are exact for every count, also above 2^53', () => {
    const numbers = fc.maxSafeInteger().map((any) => Math.floor(Math.abs(any) / 4));
    const types = fc.constantFrom<ElementType>('fp32', 'fp16', 'bf16', 'int8', 'int4');
    fc.assert(
      fc.property(numbers, numbers, numbers, types, (weights, biases, statistics, type) => {
        const bits = BigInt(bitsOfElementType[type]);
        const exact = [weights, biases, statistics]
          .map((elements) => (BigInt(elements) * bits + 7n) / 8n)
          .reduce((sum, bytes) => sum + bytes);
        expect(BigInt(parameterBytes([counted(weights, biases, statistics)], type))).toBe(exact);
      }),
    );
  });
});
