import type { SpokenLayer } from './layer.ts';

export type Count = { params: number; macs: number | undefined; output: readonly number[] | undefined };

/** What a list of layers costs, counted by itself: it judges the product, so it shares nothing with it. */
export function count(layers: readonly SpokenLayer[]): Count {
  const total: Count = { params: 0, macs: layers[0]?.input && 0, output: layers[0]?.input };
  for (const layer of layers.flatMap(inSteps)) {
    const weights = (product(layer.kernel) * layer.in * layer.out) / layer.groups;
    total.params += weights + (layer.batchNorm ? 2 * layer.out : layer.bias ? layer.out : 0);
    const input = total.output;
    total.output = input?.map((size, axis) => sizeAfter(layer, size, axis));
    const positions = layer.transposed ? input : total.output;
    if (total.macs !== undefined && positions) total.macs += weights * product(positions);
  }
  return total;
}

/** The convolutions of a layer: two of a separable one. */
export function inSteps(layer: SpokenLayer): SpokenLayer[] {
  if (!layer.separable) return [layer];
  const ones = layer.kernel.map(() => 1);
  const pointwise = { ...layer, kernel: ones, stride: ones, dilation: ones, padding: ones.map(() => 0) };
  return [{ ...layer, out: layer.in, groups: layer.in }, pointwise].map((step) => ({
    ...step,
    separable: false,
  }));
}

/** The side that is left of `size`; below 1 where the kernel does not fit. */
export function sizeAfter(layer: SpokenLayer, size: number, axis: number): number {
  const at = (sides: readonly number[]) => sides[axis] ?? Number.NaN;
  const [stride, span] = [at(layer.stride), at(layer.dilation) * (at(layer.kernel) - 1)];
  if (layer.padding === 'same') return layer.transposed ? size * stride : Math.ceil(size / stride);
  const padding = 2 * at(layer.padding);
  if (layer.transposed) return (size - 1) * stride - padding + span + at(layer.outputPadding) + 1;
  return Math.floor((size + padding - span - 1) / stride) + 1;
}

function product(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all * number, 1);
}
