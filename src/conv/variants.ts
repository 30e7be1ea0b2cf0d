import { withBatchNorm } from './batch-norm.ts';
import { depthwise } from './depthwise.ts';
import type { Convention, Convolution, Layer } from './layer.ts';
import { separable } from './separable.ts';
import type { Spec } from './spec.ts';

export type VariantName = 'standard' | 'grouped' | 'depthwise' | 'separable';

export type Variant = { readonly name: VariantName; readonly layers: readonly Layer[] };

/**
 * A layer's variants, each as the list of layers that it is made of: standard (one group), grouped (when the
 * layer has groups), depthwise and depthwise-separable. Stride, padding and dilation are the layer's own.
 */
export function variants(spec: Spec, convention: Convention): Variant[] {
  const { convolution } = spec;
  const one = (name: VariantName, layer: Convolution): Variant => ({
    name,
    layers: spec.batchNorm ? withBatchNorm(layer, convention) : [layer],
  });
  return [
    one('standard', { ...convolution, groups: 1 }),
    ...(convolution.groups > 1 ? [one('grouped', convolution)] : []),
    one('depthwise', depthwise(convolution, spec.multiplier)),
    { name: 'separable', layers: separable(spec, convention) },
  ];
}
