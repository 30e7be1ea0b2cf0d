import type { LayerCommand } from '../command/command.ts';
import { isDepthwise } from '../conv/is-depthwise.ts';
import type { Convention, Convolution, Layer, Sides } from '../conv/layer.ts';
import { product } from '../conv/product.ts';
import type { Spec } from '../conv/spec.ts';
import { grouped } from '../numbers-in-words.ts';

/** 7×7. */
export function sidesText(sides: Sides, mark = '×'): string {
  let text = '';
  for (const side of sides) text += text === '' ? grouped(side) : mark + grouped(side);
  return text;
}

/** The framework's name of a layer: Conv2d or Conv2D, ConvTranspose1d or Conv1DTranspose, BatchNorm2d, Linear. */
export function moduleName(layer: Layer, convention: Convention): string {
  switch (layer.kind) {
    case 'convolution': {
      const transposed = layer.transposed ? 'Transpose' : '';
      const rank = layer.kernel.length;
      return convention === 'keras' ? `Conv${rank}D${transposed}` : `Conv${transposed}${rank}d`;
    }
    case 'linear':
      return 'Linear';
    case 'elementwise':
    case 'resize':
      return layer.name;
    case 'embedding':
      return 'Embedding';
  }
}

/** 128 → 256. */
export function channelsText({ in: inChannels, out }: { in: number; out: number }): string {
  return `${grouped(inChannels)} → ${grouped(out)}`;
}

/** Conv2d 7×7 · 512 → 512 · no bias · at 56×56: everything that tells this question from another. */
export function layerTitle({ spec, separable, stack, settings }: LayerCommand): string {
  const { convolution, batchNorm, multiplier } = spec;
  const facts = extras(convolution);
  if (!batchNorm) facts.unshift(convolution.bias ? 'bias' : 'no bias');
  if (separable) facts.push('separable');
  if (batchNorm) facts.push('BatchNorm');
  if (multiplier > 1) facts.push(`depth multiplier ${multiplier}`);
  if (stack.input) facts.push(`at ${sidesText(stack.input)}`);
  if (stack.input && settings.batch > 1) facts.push(`batch ${grouped(settings.batch)}`);
  if (settings.convention === 'keras') facts.push('Keras');
  const name = moduleName(convolution, settings.convention);
  return `${name} ${sidesText(convolution.kernel)} · ${channelsText(convolution)}${facts.map(behindDot).join('')}`;
}

function behindDot(fact: string): string {
  return ` · ${fact}`;
}

/** A layer in one line of a table: `Conv2d 3×3 32 → 64, stride 2`. */
export function layerLine(layer: Layer): string {
  switch (layer.kind) {
    case 'convolution':
      return [
        `${sidesText(layer.kernel)} ${channelsText(layer)}`,
        ...(layer.transposed ? ['transposed'] : []),
        ...extras(layer),
      ].join(', ');
    case 'linear':
      return channelsText(layer);
    case 'elementwise':
      return grouped(layer.biases || layer.weights);
    case 'embedding':
      return `${grouped(layer.entries)} × ${grouped(layer.dimension)}`;
    case 'resize':
      return '';
  }
}

/** Whether the layer that was asked is its own depthwise variant: multiplier · in outputs, none of them mixed. */
export function isDepthwiseVariant({ convolution, multiplier }: Spec): boolean {
  return isDepthwise(convolution) && convolution.out === multiplier * convolution.in;
}

function extras(layer: Convolution): string[] {
  const facts: string[] = [];
  const variant = variantText(layer);
  if (variant) facts.push(variant);
  if (layer.stride.some((side) => side !== 1)) facts.push(`stride ${evenSides(layer.stride)}`);
  if (layer.dilation.some((side) => side !== 1)) facts.push(`dilation ${evenSides(layer.dilation)}`);
  const padding = paddingText(layer);
  if (padding) facts.push(padding);
  if (layer.outputPadding.some((side) => side !== 0))
    facts.push(`output padding ${evenSides(layer.outputPadding)}`);
  return facts;
}

/** Depthwise, or how many groups; a standard layer goes without saying. */
export function variantText(layer: Convolution): string | undefined {
  if (isDepthwise(layer)) return 'depthwise';
  return layer.groups > 1 ? `${grouped(layer.groups)} groups` : undefined;
}

/** Same padding, the language's default, goes without saying; so does none, which is the same, for a 1×1 kernel. */
export function paddingText({ padding, kernel }: Convolution): string | undefined {
  if (padding === 'same') return undefined;
  if (typeof padding === 'string') return `${padding} padding`;
  const isSame = product(kernel) === 1 && padding.every((side) => side === 0);
  return isSame ? undefined : `padding ${evenSides(padding)}`;
}

/** 2 for equal sides, 2×1 for others. */
export function evenSides(sides: Sides): string {
  return sides.every((side) => side === sides[0]) ? grouped(sides[0] ?? 0) : sidesText(sides);
}
