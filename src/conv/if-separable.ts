import { type Fault, isFault } from './fault.ts';
import type { Convention, Layer } from './layer.ts';
import { price } from './price.ts';
import { product } from './product.ts';
import { separable } from './separable.ts';

export type IfSeparable = {
  /** How many convolutions would change: one group, and a kernel above 1×1. */
  readonly convolutions: number;
  /** Parameters of all the layers after that. */
  readonly params: number;
};

/** What a list of layers would have if each of its dense convolutions with a kernel above 1×1 were separable. */
export function ifSeparable(layers: readonly Layer[], convention: Convention): IfSeparable | Fault {
  let convolutions = 0;
  const changed = layers.flatMap((layer): readonly Layer[] => {
    if (layer.kind !== 'convolution' || layer.groups > 1 || product(layer.kernel) === 1) return [layer];
    convolutions += 1;
    return separable({ convolution: layer, multiplier: 1, batchNorm: false }, convention);
  });
  const priced = price(changed);
  return isFault(priced) ? priced : { convolutions, params: priced.count.params };
}
