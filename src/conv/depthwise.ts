import type { Convolution } from './layer.ts';

/**
 * One filter (or `multiplier` filters) for each input channel: groups = in, out = multiplier · in. It mixes
 * no channels, so it replaces a standard layer only together with a 1×1 convolution.
 */
export function depthwise(layer: Convolution, multiplier: number): Convolution {
  return { ...layer, groups: layer.in, out: multiplier * layer.in };
}
