import type { Fault } from './fault.ts';
import type { Convolution, Layer } from './layer.ts';
import { product } from './product.ts';

/** Parameters of a layer or of a list of layers, in numbers (not bytes). `params` is the sum of the others. */
export type Count = {
  readonly weights: number;
  readonly biases: number;
  /** Counted but not trained: 2C of a Keras BatchNormalization, 0 everywhere else. */
  readonly statistics: number;
  readonly params: number;
};

/**
 * The parameters of one layer. This is the only counting function; every variant, stack and model is a list
 * of layers, summed by `price`.
 *
 * Convolution: product(kernel) · in / groups · out weights, `out` biases. A transposed convolution has
 * product(kernel) · in · out / groups, which is the same number (torch.nn.ConvTranspose2d.weight).
 *
 * Counts above 2^53 − 1 are refused as a Fault, never rounded. Checking the result alone suffices: every
 * step multiplies or adds whole numbers ≥ 0, and rounding is monotone, so a double that ends as a safe
 * integer was exact all the way.
 */
export function count(layer: Layer): Count | Fault {
  const groupsFault = layer.kind === 'convolution' ? groupsThatDoNotDivide(layer) : undefined;
  if (groupsFault) return groupsFault;
  const { weights, biases } = tensors(layer);
  return total(weights, biases, layer.kind === 'elementwise' ? layer.statistics : 0);
}

function total(weights: number, biases: number, statistics: number): Count | Fault {
  const params = weights + biases + statistics;
  if (!Number.isSafeInteger(params)) return { code: 'count-too-large', what: 'parameters' };
  return { weights, biases, statistics, params };
}

function tensors(layer: Layer): { weights: number; biases: number } {
  switch (layer.kind) {
    case 'convolution':
      return {
        weights: product(layer.kernel) * (layer.in / layer.groups) * layer.out,
        biases: layer.bias ? layer.out : 0,
      };
    case 'linear':
      return { weights: layer.in * layer.out, biases: layer.bias ? layer.out : 0 };
    case 'elementwise':
      return { weights: layer.weights, biases: layer.biases };
    case 'embedding':
      return { weights: layer.entries * layer.dimension, biases: 0 };
    case 'resize':
      return { weights: 0, biases: 0 };
  }
}

function groupsThatDoNotDivide(layer: Convolution): Fault | undefined {
  for (const side of ['in', 'out'] as const) {
    if (layer[side] % layer.groups !== 0) {
      return { code: 'groups-do-not-divide', groups: layer.groups, side, channels: layer[side] };
    }
  }
  return undefined;
}
