import type { Sides } from '../conv/layer.ts';

/** A size, with the channels that stand beside it: 224×224×3, 3×224×224. */
export type InputShape = { readonly size: Sides; readonly channels: number | undefined };

/**
 * The size and the channels of an input with one number more than the convolution has dimensions. Two equal sides
 * decide: a×a×b is height, width, channels (Keras' order), b×a×a is channels first (PyTorch's). Where they don't,
 * the input channels that were said elsewhere do, and last `order`, that of a framework. Undefined where nothing
 * decides, or the number of sides fits no such shape; an input without channels is itself.
 */
export function splitInput(
  sides: Sides,
  rank: number,
  channels: number | undefined,
  order?: 'first' | 'last',
): InputShape | undefined {
  if (sides.length === rank) return { size: sides, channels: undefined };
  if (sides.length === 1) return { size: sides, channels: undefined };
  if (sides.length !== rank + 1) return undefined;
  const first = { size: sides.slice(1), channels: sides[0] };
  const last = { size: sides.slice(0, -1), channels: sides.at(-1) };
  const isFirst = areEqual(first.size) && rank > 1;
  const isLast = areEqual(last.size) && rank > 1;
  if (isFirst !== isLast) return isFirst ? first : last;
  const fitsFirst = channels === first.channels;
  const fitsLast = channels === last.channels;
  const inOrder = order && (rank > 1 || channels === undefined) ? { first, last }[order] : undefined;
  if (fitsFirst && fitsLast) return areEqual(sides) ? first : inOrder;
  if (fitsFirst) return first;
  return fitsLast ? last : inOrder;
}

function areEqual(sides: Sides): boolean {
  return sides.every((side) => side === sides[0]);
}
