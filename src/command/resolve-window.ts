import type { Convolution, Padding, Sides } from '../conv/layer.ts';
import { onEachAxis } from '../conv/on-each-axis.ts';
import { kernelExtent } from '../conv/output-size.ts';
import { entryOf } from './catalogue.ts';
import { defaultLayer } from './default-layer.ts';
import type { Draft } from './draft.ts';
import { wholeFact } from './facts.ts';
import { causalNeedsOneDimension, outputPaddingWithoutTransposed, rankMismatch } from './layer-mistakes.ts';
import { isMistake, type Mistake } from './problem.ts';

type Window = Pick<Convolution, 'kernel' | 'stride' | 'dilation' | 'padding' | 'outputPadding'>;

/**
 * A layer's kernel and everything that decides where it is placed, with one number for each of `rank` axes.
 * Guesses are added to `assumptions`.
 */
export function resolveWindow(draft: Draft, rank: number, assumptions: string[]): Window | Mistake {
  const kernel = perAxis(draft, 'kernel', rank, defaultLayer.kernel);
  if (isMistake(kernel)) return kernel;
  const stride = perAxis(draft, 'stride', rank, 1);
  if (isMistake(stride)) return stride;
  const dilation = perAxis(draft, 'dilation', rank, 1);
  if (isMistake(dilation)) return dilation;
  const padding = paddingOf(draft, rank);
  if (isMistake(padding)) return padding;
  const outputPadding = outputPaddingOf(draft, rank);
  if (isMistake(outputPadding)) return outputPadding;
  const window = { kernel, stride, dilation, padding, outputPadding };
  return draft.facts.transposed?.value ? transposedAsInKeras(window, draft, assumptions) : window;
}

/** Keras' rules where PyTorch has none (keras.src.ops.operation_utils.compute_conv_transpose_output_shape). */
function transposedAsInKeras(window: Window, { facts, defaults }: Draft, assumptions: string[]): Window {
  const extents = window.kernel.map((side, axis) => kernelExtent(side, window.dilation[axis] ?? 1));
  if (facts.outputPadding && window.padding === 'same') {
    const half = extents.map((extent) => Math.floor(extent / 2));
    const sides = half.join('×');
    assumptions.push(`Padding ${sides}: beside an output padding, same means half the kernel (Keras' rule).`);
    return { ...window, padding: half };
  }
  if (facts.outputPadding || defaults !== 'keras' || window.padding === 'same') return window;
  // A valid one gets the output padding that its stride needs.
  const needed = extents.map((extent, axis) => Math.max((window.stride[axis] ?? 1) - extent, 0));
  return { ...window, outputPadding: needed };
}

function outputPaddingOf(draft: Draft, rank: number): Sides | Mistake {
  const { outputPadding, transposed } = draft.facts;
  if (outputPadding && !transposed?.value && outputPadding.value.some((side) => side > 0)) {
    return outputPaddingWithoutTransposed(wholeFact(outputPadding));
  }
  return perAxis(draft, 'outputPadding', rank, 0);
}

function paddingOf(draft: Draft, rank: number): Padding | Mistake {
  const { padding, transposed } = draft.facts;
  const value = padding?.value ?? (draft.defaults === 'language' ? 'same' : 'valid');
  if (padding && value === 'causal' && (rank !== 1 || transposed?.value))
    return causalNeedsOneDimension(padding.at);
  if (value === 'same' || value === 'causal') return value;
  if (value === 'valid') return onEachAxis(0, rank);
  return perAxis(draft, 'padding', rank, 0);
}

/** A fact's sides, one for each axis. One side stands for all of them. */
function perAxis(
  { facts, defaults }: Draft,
  name: 'kernel' | 'stride' | 'dilation' | 'padding' | 'outputPadding',
  rank: number,
  absent: number,
): Sides | Mistake {
  const fact = facts[name];
  const sides = typeof fact?.value === 'object' ? fact.value : [absent];
  const [first = absent] = sides;
  if (sides.length === rank) return sides;
  if (sides.length === 1) return onEachAxis(first, rank);
  return rankMismatch(entryOf(name), sides, rank, fact?.at ?? [0, 0], defaults !== 'language');
}
