import type { Convolution, Padding, Sides } from '../conv/layer.ts';
import { onEachAxis } from '../conv/on-each-axis.ts';
import { kernelExtent } from '../conv/output-size.ts';
import { entryOf } from './catalogue.ts';
import type { Draft } from './draft.ts';
import { wholeFact } from './facts.ts';
import { causalNeedsOneDimension, outputPaddingWithoutTransposed, rankMismatch } from './mistakes.ts';
import { isMistake, type Mistake } from './problem.ts';

export const defaultKernel = 3;

type Window = Pick<Convolution, 'kernel' | 'stride' | 'dilation' | 'padding' | 'outputPadding'>;

/**
 * A layer's kernel and everything that decides where it is placed, with one number for each of `rank` axes.
 * Guesses are added to `assumptions`.
 */
export function resolveWindow(draft: Draft, rank: number, assumptions: string[]): Window | Mistake {
  const kernel = perAxis(draft, 'kernel', rank, defaultKernel);
  if (isMistake(kernel)) return kernel;
  const stride = perAxis(draft, 'stride', rank, 1);
  if (isMistake(stride)) return stride;
  const dilation = perAxis(draft, 'dilation', rank, 1);
  if (isMistake(dilation)) return dilation;
  const said = outputPaddingOf(draft, rank);
  if (isMistake(said)) return said;
  const padding = paddingOf(draft, rank);
  if (isMistake(padding)) return padding;
  const zeros = kernel.map(() => 0);
  const window = { kernel, stride, dilation };
  const extents = kernel.map((side, axis) => kernelExtent(side, dilation[axis] ?? 1));
  if (!draft.facts.transposed || draft.facts.outputPadding === undefined) {
    // Keras gives a valid transposed convolution the output padding that its stride needs.
    const needed = extents.map((extent, axis) => Math.max((stride[axis] ?? 1) - extent, 0));
    const valid = typeof padding !== 'string';
    const keras = draft.defaults === 'keras' && draft.facts.transposed && valid;
    return { ...window, padding, outputPadding: keras ? needed : zeros };
  }
  if (padding !== 'same') return { ...window, padding, outputPadding: said };
  // Keras' rule (compute_conv_transpose_output_shape): with an output padding, same is k // 2 at both ends.
  const half = extents.map((extent) => Math.floor(extent / 2));
  assumptions.push(
    `Padding ${half.join('×')}: beside an output padding, same means half the kernel (Keras' rule).`,
  );
  return { ...window, padding: half, outputPadding: said };
}

function outputPaddingOf(draft: Draft, rank: number): Sides | Mistake {
  const { outputPadding, transposed } = draft.facts;
  if (outputPadding && !transposed && outputPadding.value.some((side) => side > 0)) {
    return outputPaddingWithoutTransposed(wholeFact(outputPadding));
  }
  return perAxis(draft, 'outputPadding', rank, 0);
}

function paddingOf(draft: Draft, rank: number): Padding | Mistake {
  const { padding, transposed } = draft.facts;
  const value = padding?.value ?? (draft.defaults === 'language' ? 'same' : 'valid');
  if (padding && value === 'causal' && (rank !== 1 || transposed)) return causalNeedsOneDimension(padding.at);
  if (value === 'same' || value === 'causal') return value;
  if (value === 'valid') return onEachAxis(0, rank);
  return perAxis(draft, 'padding', rank, 0);
}

/** A fact's sides, one for each axis. One side stands for all of them. */
function perAxis(
  { facts }: Draft,
  name: 'kernel' | 'stride' | 'dilation' | 'padding' | 'outputPadding',
  rank: number,
  absent: number,
): Sides | Mistake {
  const fact = facts[name];
  const sides = typeof fact?.value === 'object' ? fact.value : [absent];
  const [first = absent] = sides;
  if (sides.length === rank) return sides;
  if (sides.length === 1) return onEachAxis(first, rank);
  return rankMismatch(entryOf(name), sides.length, rank, fact?.at ?? [0, 0], sides.slice(0, rank).join('x'));
}
