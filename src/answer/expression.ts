import { isDepthwise } from '../conv/is-depthwise.ts';
import type { Convolution, Layer, Sides } from '../conv/layer.ts';
import { product } from '../conv/product.ts';
import { grouped } from '../numbers-in-words.ts';
import { sidesText } from './describe.ts';

/** The parameters of a list of layers as arithmetic with the numbers put in: `7·7 · 512 + 512 · 512`. */
export function expression(layers: readonly { readonly layer: Layer }[]): string {
  let convolutions = 0;
  for (const { layer } of layers) if (layer.kind === 'convolution') convolutions += 1;
  let sum = '';
  for (const { layer } of layers) {
    const term = terms(layer, convolutions === 1);
    sum = sum === '' || term === '' ? sum + term : `${sum} + ${term}`;
  }
  return sum;
}

/** 7·7. */
export function kernelProduct(kernel: Sides): string {
  return sidesText(kernel, '·');
}

function terms(layer: Layer, alone: boolean): string {
  switch (layer.kind) {
    case 'convolution':
      return withBias(weights(layer, alone), layer);
    case 'linear':
      return withBias(`${grouped(layer.in)} · ${grouped(layer.out)}`, layer);
    case 'embedding':
      return `${grouped(layer.entries)} · ${grouped(layer.dimension)}`;
    case 'resize':
      return '';
    case 'elementwise':
      return elementwiseTerms([layer.weights, layer.biases, layer.statistics]);
  }
}

function withBias(product: string, { bias, out }: { readonly bias: boolean; readonly out: number }): string {
  return bias ? `${product} + ${grouped(out)}` : product;
}

/** A 1×1 kernel that mixes channels beside another convolution goes without saying: 512 · 512. */
function weights(layer: Convolution, alone: boolean): string {
  const { kernel, in: inChannels, out, groups } = layer;
  const depthwise = isDepthwise(layer);
  const positions = alone || depthwise || product(kernel) > 1 ? `${kernelProduct(kernel)} · ` : '';
  if (depthwise) {
    return positions + grouped(inChannels) + (out === inChannels ? '' : ` · ${grouped(out / inChannels)}`);
  }
  return `${positions}${grouped(inChannels)}${groups > 1 ? `/${grouped(groups)}` : ''} · ${grouped(out)}`;
}

/** Scale and shift, and Keras' statistics: 2·256, 4·256. Vectors of different lengths stand by themselves. */
function elementwiseTerms(vectors: readonly number[]): string {
  const present = vectors.filter((length) => length > 0);
  const sum = present.reduce((total, length) => total + length, 0);
  const shortest = Math.min(...present);
  if (present.length < 2 || sum % shortest !== 0) return present.map(grouped).join(' + ');
  return `${sum / shortest}·${grouped(shortest)}`;
}
