import type { Count } from './count.ts';

/** Bits of one number of each element type. */
export const bitsOfElementType = { fp32: 32, fp16: 16, bf16: 16, int8: 8, int4: 4 } as const;

export type ElementType = keyof typeof bitsOfElementType;

/** Bytes of a tensor of so many numbers. An odd last int4 takes a whole byte. */
export function bytesOf(elements: number, type: ElementType): number {
  return Math.ceil((elements * bitsOfElementType[type]) / 8);
}

/** Bytes of all parameters of a list of layers: each layer's weights, biases and statistics are tensors of their own. */
export function parameterBytes(layers: readonly { readonly count: Count }[], type: ElementType): number {
  let bytes = 0;
  for (const { count } of layers) {
    bytes += bytesOf(count.weights, type) + bytesOf(count.biases, type) + bytesOf(count.statistics, type);
  }
  return bytes;
}
