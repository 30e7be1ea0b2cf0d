import { count, sizeAfter } from './count.ts';
import type { SpokenLayer } from './layer.ts';
import type { Random } from './random.ts';

const channels = [
  1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 100, 128, 160, 192, 256, 300, 384, 512, 1024,
];
const kernels = [1, 2, 3, 3, 3, 3, 4, 5, 5, 7, 7, 9, 11];
const sizes = [
  12, 13, 14, 16, 20, 24, 27, 28, 32, 40, 48, 56, 64, 96, 100, 112, 128, 150, 192, 224, 227, 256, 299, 320,
  512,
];

/** Any layer that a framework would build and run. */
export function legalLayer(random: Random): SpokenLayer {
  const layer = anyLayer(random);
  return isLegal(layer) ? layer : legalLayer(random);
}

/** Whether the groups divide, something is left of the input, and the count is exact. */
export function isLegal(layer: SpokenLayer): boolean {
  const divides = layer.in % layer.groups === 0 && layer.out % layer.groups === 0;
  // Without an input the smallest of them stands for it.
  const input = layer.input ?? layer.kernel.map(() => 12);
  const fits = input.every((size, axis) => sizeAfter(layer, size, axis) >= 1);
  return divides && fits && Number.isSafeInteger(count([layer]).macs ?? 0);
}

function anyLayer(random: Random): SpokenLayer {
  const dimensions = random.pick([1, 2, 2, 2, 2, 2, 2, 2, 3]);
  const axes = Array.from({ length: dimensions }, (_, axis) => axis);
  const sides = (value: () => number, unequal: number) => {
    const first = value();
    return random.chance(unequal) ? axes.map(value) : axes.map(() => first);
  };
  const transposed = random.chance(0.1);
  const kernel = sides(() => random.pick(kernels), 0.12);
  const stride = sides(() => random.pick(transposed ? [1, 2, 2, 2, 3] : [1, 1, 1, 2, 2, 3, 4]), 0.08);
  const dilation = random.chance(0.2) ? sides(() => random.pick([1, 2, 2, 3, 4]), 0.08) : axes.map(() => 1);
  const outputPadding =
    transposed && random.chance(0.4) ? stride.map((side) => side - 1) : stride.map(() => 0);
  return {
    ...connection(random, transposed),
    kernel,
    stride,
    dilation,
    outputPadding,
    transposed,
    padding: transposed || random.chance(0.45) ? sides(() => random.pick([0, 0, 1, 1, 2, 3]), 0.08) : 'same',
    bias: random.chance(0.6),
    batchNorm: random.chance(0.12),
    input: random.chance(0.6) ? sides(() => random.pick(sizes), 0.15) : undefined,
  };
}

function connection(random: Random, transposed: boolean) {
  const width = random.pick(channels);
  const layer = { in: width, out: random.pick(channels), groups: 1, separable: false };
  const kind = random.int(0, 99);
  if (kind < 12) return { ...layer, out: width * random.pick([1, 1, 1, 2]), groups: width };
  if (kind < 30) {
    const groups = random.pick([2, 3, 4, 8, 16, 32]);
    return { ...layer, in: groups * random.int(1, 32), out: groups * random.int(1, 32), groups };
  }
  if (kind < 40) return { ...layer, out: width };
  return { ...layer, separable: !transposed && kind < 44 };
}
