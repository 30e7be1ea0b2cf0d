import type { Convolution, Layer, Sides } from '../conv/layer.ts';
import { product } from '../conv/product.ts';
import { grouped } from '../numbers-in-words.ts';
import { isDepthwise } from './describe.ts';

/** The parameters of a list of layers as arithmetic with the numbers put in: `7·7 · 512 + 512 · 512`. */
export function expression(layers: readonly Layer[]): string {
  const alone = layers.filter(({ kind }) => kind === 'convolution').length === 1;
  return layers.flatMap((layer) => terms(layer, alone)).join(' + ');
}

/** 7·7. */
export function kernelProduct(kernel: Sides): string {
  return kernel.map(grouped).join('·');
}

function terms(layer: Layer, alone: boolean): string[] {
  switch (layer.kind) {
    case 'convolution':
      return [weights(layer, alone), ...(layer.bias ? [grouped(layer.out)] : [])];
    case 'linear':
      return [`${grouped(layer.in)} · ${grouped(layer.out)}`, ...(layer.bias ? [grouped(layer.out)] : [])];
    case 'embedding':
      return [`${grouped(layer.entries)} · ${grouped(layer.dimension)}`];
    case 'elementwise':
      return elementwiseTerms([layer.weights, layer.biases, layer.statistics]);
  }
}

/** A 1×1 kernel that mixes channels beside another convolution goes without saying: 512 · 512. */
function weights(layer: Convolution, alone: boolean): string {
  const { kernel, in: inChannels, out, groups } = layer;
  const factors = alone || product(kernel) > 1 || isDepthwise(layer) ? [kernelProduct(kernel)] : [];
  if (isDepthwise(layer)) {
    factors.push(grouped(inChannels));
    if (out !== inChannels) factors.push(grouped(out / inChannels));
  } else {
    factors.push(
      groups > 1 ? `${grouped(inChannels)}/${grouped(groups)}` : grouped(inChannels),
      grouped(out),
    );
  }
  return factors.join(' · ');
}

/** Scale and shift, and Keras' statistics: 2·256, 4·256. Vectors of different lengths stand by themselves. */
function elementwiseTerms(vectors: readonly number[]): string[] {
  const present = vectors.filter((length) => length > 0);
  const sum = present.reduce((total, length) => total + length, 0);
  const shortest = Math.min(...present);
  if (present.length < 2 || sum % shortest !== 0) return present.map(grouped);
  return [`${sum / shortest}·${grouped(shortest)}`];
}
