import { withBatchNorm } from '../conv/batch-norm.ts';
import { count } from '../conv/count.ts';
import { isFault } from '../conv/fault.ts';
import type { Convention, Convolution, Layer } from '../conv/layer.ts';
import { legalGroups } from '../conv/legal-groups.ts';
import { outputPaddingFault } from '../conv/output-padding-fault.ts';
import { separable } from '../conv/separable.ts';
import type { Spec } from '../conv/spec.ts';
import { entryOf } from './catalogue.ts';
import type { Draft, ReadingGuess } from './draft.ts';
import { wholeFact } from './facts.ts';
import { type Before, channelsOf, channelsOfInput, inputsSaid } from './layer-channels.ts';
import {
  depthwiseGroupsMistake,
  depthwiseMistake,
  depthwiseWidthMistake,
  faultMistake,
  groupsMistake,
  nearestMultiple,
  rankMismatch,
  separableMistake,
} from './layer-mistakes.ts';
import { conflict } from './mistakes.ts';
import { isMistake, type Mistake } from './problem.ts';
import { resolveWindow } from './resolve-window.ts';
import { splitInput } from './split-input.ts';
import { assignNumbers } from './words/assign-numbers.ts';
import { settleDeepKernel } from './words/deep-kernel.ts';
import { largestCommonKernel } from './words/plausible.ts';

export type ResolvedLayer = {
  readonly spec: Spec;
  readonly separable: boolean;
  readonly layers: readonly Layer[];
  readonly guesses: readonly ReadingGuess[];
  readonly assumptions: readonly string[];
};

/**
 * Makes a layer of what was said about it: gives bare numbers their places, fills in the defaults of the
 * language or of the pasted framework, and checks that the layer can exist. What was guessed is told.
 */
export function resolveLayer(draft: Draft, before: Before, convention: Convention): ResolvedLayer | Mistake {
  const { facts } = draft;
  const deep = settleDeepKernel(draft, before);
  if (deep) return deep;
  const rank = rankOf(draft, before);
  if (isMistake(rank)) return rank;
  const picture = before.channels === undefined ? channelsOfInput(draft, before, rank) : undefined;
  const mistake = picture ?? assignNumbers(draft, (before.channels ?? facts.in) !== undefined);
  if (mistake) return mistake;
  const guesses: ReadingGuess[] = [...draft.guesses];
  const assumptions: string[] = [];
  const [height, width, depth = 0] = facts.kernel?.value ?? [];
  if (
    depth > largestCommonKernel &&
    height === width &&
    height !== depth &&
    !facts.rank &&
    draft.defaults === 'language'
  ) {
    guesses.push({ sentence: 'Three sides are read as the kernel of a 3D convolution.' });
  }
  const channels = channelsOf(draft, before, rank, guesses);
  if (isMistake(channels)) return channels;
  const groups = groupsOf(draft, channels.in);
  if (isMistake(groups)) return groups;
  const window = resolveWindow(draft, rank, assumptions);
  if (isMistake(window)) return window;
  const batchNorm = facts.batchNorm?.value === true;
  if (batchNorm && facts.bias?.value !== false) {
    assumptions.push('BatchNorm follows and adds a shift of its own, so the convolution has no bias.');
  }
  const convolution: Convolution = {
    kind: 'convolution',
    kernel: window.kernel,
    in: channels.in,
    out: channels.out,
    groups,
    stride: window.stride,
    padding: window.padding,
    dilation: window.dilation,
    bias: !batchNorm && (facts.bias?.value ?? true),
    transposed: facts.transposed?.value === true,
    outputPadding: window.outputPadding,
  };
  const impossible = checkLayer(convolution, draft);
  if (impossible) return impossible;
  const spec = { convolution, multiplier: facts.multiplier?.value ?? 1, batchNorm };
  if (facts.depthwise && facts.multiplier && convolution.out !== spec.multiplier * convolution.in) {
    return depthwiseMistake(spec.multiplier, convolution, wholeFact(facts.multiplier));
  }
  return {
    spec,
    separable: facts.separable !== undefined,
    layers: layersOf(spec, facts.separable !== undefined, convention),
    guesses,
    assumptions,
  };
}

/** The layers that a spec stands for in a stack: itself, or its two halves, each with its BatchNorm. */
function layersOf(spec: Spec, asSeparable: boolean, convention: Convention): readonly Layer[] {
  if (asSeparable) return separable(spec, convention);
  return spec.batchNorm ? withBatchNorm(spec.convolution, convention) : [spec.convolution];
}

/** Dimensions: as said; else one for each side of the kernel; else those of the layer before; else two. */
function rankOf(draft: Draft, before: Before): number | Mistake {
  const { facts, at } = draft;
  const sides = facts.kernel?.value.length ?? 1;
  if (facts.rank) return facts.rank.value;
  if (sides > 1) return sides;
  const rank = before.rank ?? 2;
  const input = facts.input;
  const isOne = input && (input.value.length < 2 || splitInput(input.value, rank, inputsSaid(draft)));
  if (input && !isOne && before.rank === undefined) {
    const fix = { at: [at[1], at[1]] as const, text: ` ${input.value.length}d` };
    return { ...rankMismatch(entryOf('input'), input.value, rank, input.at, false), fix };
  }
  return rank;
}

function groupsOf({ facts, at }: Draft, inChannels: number): number | Mistake {
  const { groups, depthwise, standard } = facts;
  const variant = depthwise ?? facts.separable ?? (groups && groups.value > 1 ? groups : undefined);
  if (standard && variant) return conflict('standard', standard, wholeFact(variant));
  if (facts.separable && (depthwise || (groups && groups.value > 1))) {
    return separableMistake(
      depthwise ? 'depthwise' : 'grouped',
      depthwise?.at ?? (groups ? wholeFact(groups) : at),
    );
  }
  if (!depthwise) return groups?.value ?? 1;
  if (groups && groups.value !== inChannels) {
    return depthwiseGroupsMistake(inChannels, groups);
  }
  return inChannels;
}

function checkLayer(convolution: Convolution, draft: Draft): Mistake | undefined {
  const { facts, at } = draft;
  const counted = count(convolution);
  if (isFault(counted)) {
    if (counted.code !== 'groups-do-not-divide') return faultMistake(counted, at);
    const said = facts.groups ?? facts.depthwise;
    const place = said ? wholeFact(said) : at;
    const mistake =
      facts.groups || !facts.depthwise
        ? groupsMistake(counted, convolution, place)
        : depthwiseWidthMistake(counted, place);
    return { ...mistake, ...groupsFix(convolution, draft, counted.side) };
  }
  const fault = outputPaddingFault(convolution);
  if (!fault || fault.code === 'groups-do-not-divide') return undefined;
  const mistake = faultMistake(fault, facts.outputPadding?.at ?? at);
  return facts.outputPadding ? { ...mistake, at: wholeFact(facts.outputPadding) } : mistake;
}

/** The nearest width for the groups that were asked, where the width stands in the text; else legal groups. */
function groupsFix(
  { in: inChannels, out, groups }: Convolution,
  { facts }: Draft,
  side: 'in' | 'out',
): Pick<Mistake, 'fix'> {
  const width = facts[side];
  const divideNeither = inChannels % groups !== 0 && out % groups !== 0;
  // One width for both channels (C → C) is mended at once; of two different ones neither would do alone.
  if (width && (!divideNeither || !facts.out))
    return { fix: { at: width.at, text: String(nearestMultiple(width.value, groups)) } };
  const distance = (candidate: number) => Math.abs(candidate - groups);
  const nearest = legalGroups(inChannels, out).reduce((best, candidate) =>
    distance(candidate) < distance(best) ? candidate : best,
  );
  return facts.groups ? { fix: { at: facts.groups.at, text: String(nearest) } } : {};
}
