import type { Sides } from '../../conv/layer.ts';
import type { Spec } from '../../conv/spec.ts';
import type { Part } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { FactName, Facts, FactValues } from '../facts.ts';
import { bareChannels, kernelAmong } from '../words/assign-numbers.ts';
import { settleDeepKernel } from '../words/deep-kernel.ts';

/** What a side of a comparison takes over from the one that it is set against, where its words say nothing else. */
export type Base = {
  /** The only layer; absent where the side is a stack. */
  readonly spec: Spec | undefined;
  readonly separable: boolean;
  readonly in: number;
  readonly out: number;
  readonly rank: number;
  /** Of every layer, where they agree. */
  readonly bias: boolean | undefined;
  readonly batchNorm: boolean | undefined;
};

/** What a side gives to those that are set against it; undefined where it has layers that words can't say. */
export function baseOf(parts: readonly Part[]): Base | undefined {
  const specs = parts.map(({ spec }) => spec);
  const [first] = specs;
  const last = specs.at(-1);
  if (!first || !last || specs.includes(undefined)) return undefined;
  const agreed = (of: (spec: Spec) => boolean) =>
    specs.every((spec) => spec && of(spec) === of(first)) ? of(first) : undefined;
  return {
    spec: specs.length === 1 ? first : undefined,
    separable: specs.length === 1 && parts[0]?.separable === true,
    in: first.convolution.in,
    out: last.convolution.out,
    rank: first.convolution.kernel.length,
    bias: agreed(({ convolution, batchNorm }) => convolution.bias || batchNorm),
    batchNorm: agreed(({ batchNorm }) => batchNorm),
  };
}

/**
 * Gives a side what its words leave open. A layer is the base with what it says changed; its groups and its variant
 * stay only where it says neither both channels nor a variant. A stack takes the base's inputs and stride in its
 * first layer, its outputs in the last, and bias and BatchNorm in each.
 */
export function inheritSide(drafts: readonly Draft[], base: Base): void {
  const [first] = drafts;
  const last = drafts.at(-1);
  if (!first || !last) return;
  if (drafts.length === 1) inheritLayer(first, base);
  else {
    const { at } = first;
    give(first, 'in', base.in, bareChannels(first) < 2);
    if (base.spec) give(first, 'stride', evened(base.spec.convolution.stride));
    give(first, 'rank', base.rank, !first.facts.kernel || first.facts.kernel.value.length === 1);
    if (bareChannels(last) === 0) last.facts.out ??= { value: base.out, at };
  }
  for (const draft of drafts) inheritBias(draft, base);
}

/** Whether words say any channels of a layer. */
export function saysChannels(draft: Draft): boolean {
  return Boolean(draft.facts.in ?? draft.facts.out ?? draft.picture?.channels) || bareChannels(draft) > 0;
}

function inheritLayer(draft: Draft, base: Base): void {
  // Its own depth goes before the base's channels; a mistake in it is found again when the layer is resolved.
  settleDeepKernel(draft, { channels: undefined, rank: base.rank });
  const { facts, picture } = draft;
  if (picture?.channels !== undefined) facts.in ??= { value: picture.channels, at: picture.at };
  const bare = bareChannels(draft);
  const saysBoth = bare === 2 || (facts.in && facts.out) || (bare === 1 && (facts.in || facts.out));
  const saysVariant = facts.depthwise ?? facts.separable ?? facts.standard ?? facts.groups;
  // One bare number of channels stands for both.
  if (bare === 0) {
    give(draft, 'in', base.in);
    give(draft, 'out', base.out);
  }
  const { spec } = base;
  const saysRank = facts.rank !== undefined || (facts.kernel?.value.length ?? 1) > 1;
  const isSameRank = !saysRank || (facts.rank?.value ?? facts.kernel?.value.length) === base.rank;
  give(draft, 'rank', base.rank, !saysRank);
  if (!spec) return;
  const { kernel, stride, dilation, padding, outputPadding, transposed, groups } = spec.convolution;
  if (!kernelAmong(draft)) give(draft, 'kernel', isSameRank ? evened(kernel) : evenedOnly(kernel));
  give(draft, 'stride', isSameRank ? evened(stride) : evenedOnly(stride));
  give(draft, 'dilation', isSameRank ? evened(dilation) : evenedOnly(dilation));
  give(
    draft,
    'padding',
    typeof padding === 'string' ? padding : isSameRank ? evened(padding) : evenedOnly(padding),
  );
  const isOwnDepthwise = facts.depthwise && base.out !== spec.multiplier * base.in;
  if (spec.multiplier > 1 && !isOwnDepthwise) give(draft, 'multiplier', spec.multiplier);
  if (transposed) give(draft, 'transposed', true);
  if (facts.transposed?.value && transposed && outputPadding.some((side) => side > 0)) {
    give(draft, 'outputPadding', isSameRank ? evened(outputPadding) : evenedOnly(outputPadding));
  }
  if (saysBoth || saysVariant) return;
  if (base.separable) give(draft, 'separable', true);
  else if (isDepthwiseOf(spec) && facts.in?.value !== base.in) give(draft, 'depthwise', true);
  else if (groups > 1) give(draft, 'groups', groups);
}

/** As many groups as inputs: what was asked as depthwise stays so with other channels. */
function isDepthwiseOf({ convolution: { groups, in: inChannels } }: Spec): boolean {
  return groups > 1 && groups === inChannels;
}

function inheritBias(draft: Draft, base: Base): void {
  if (base.batchNorm) give(draft, 'batchNorm', true);
  if (base.bias === false) give(draft, 'bias', false);
}

function give<F extends FactName>(
  { facts, at }: Draft,
  name: F,
  value: FactValues[F] | undefined,
  isOpen = true,
): void {
  if (!isOpen || value === undefined || facts[name]) return;
  // The value is of this name's type, which an assignment by a name of a type parameter can't show.
  (facts as { [N in FactName]?: Facts[N] })[name] = { value, at } as Facts[F];
}

function evened(sides: Sides): Sides {
  return evenedOnly(sides) ?? sides;
}

/** One side for all axes, where they are equal. */
function evenedOnly(sides: Sides): Sides | undefined {
  const [side = 1] = sides;
  return sides.every((each) => each === side) ? [side] : undefined;
}
