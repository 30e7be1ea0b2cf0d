import { withBatchNorm } from '../conv/batch-norm.ts';
import { count } from '../conv/count.ts';
import { isFault } from '../conv/fault.ts';
import type { Convention, Convolution, Layer } from '../conv/layer.ts';
import { legalGroups } from '../conv/legal-groups.ts';
import { outputPaddingFault } from '../conv/output-padding-fault.ts';
import { separable } from '../conv/separable.ts';
import type { Spec } from '../conv/spec.ts';
import { assignNumbers } from './assign-numbers.ts';
import { entryOf } from './catalogue.ts';
import { defaultLayer } from './default-layer.ts';
import type { Draft } from './draft.ts';
import { wholeFact } from './facts.ts';
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
import { isMistake, type Mistake } from './problem.ts';
import { resolveWindow } from './resolve-window.ts';

/** What the layers before have settled: channels that flow in, and dimensions. */
export type Before = { readonly channels: number | undefined; readonly rank: number | undefined };

export type ResolvedLayer = {
  readonly spec: Spec;
  readonly separable: boolean;
  readonly layers: readonly Layer[];
  readonly assumptions: readonly string[];
};

/**
 * Makes a layer of what was said about it: gives bare numbers their places, fills in the defaults of the
 * language or of the pasted framework, and checks that the layer can exist. Guesses are told as assumptions.
 */
export function resolveLayer(draft: Draft, before: Before, convention: Convention): ResolvedLayer | Mistake {
  const { facts } = draft;
  const mistake = assignNumbers(draft, before.channels !== undefined);
  if (mistake) return mistake;
  const assumptions: string[] = [];
  const rank = rankOf(draft, before);
  if (isMistake(rank)) return rank;
  if (facts.kernel?.value.length === 3 && !facts.rank && draft.defaults === 'language') {
    assumptions.push('Three sides are read as the kernel of a 3D convolution.');
  }
  const channels = channelsOf(draft, before, assumptions);
  const groups = groupsOf(draft, channels.in);
  if (isMistake(groups)) return groups;
  const window = resolveWindow(draft, rank, assumptions);
  if (isMistake(window)) return window;
  const batchNorm = facts.batchNorm !== undefined;
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
    transposed: facts.transposed !== undefined,
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
    assumptions,
  };
}

/** The layers that a spec stands for in a stack: itself, or its two halves, each with its BatchNorm. */
function layersOf(spec: Spec, asSeparable: boolean, convention: Convention): readonly Layer[] {
  if (asSeparable) return separable(spec, convention);
  return spec.batchNorm ? withBatchNorm(spec.convolution, convention) : [spec.convolution];
}

/** Dimensions: as said; else one for each side of the kernel; else those of the layer before; else two. */
function rankOf({ facts, at }: Draft, before: Before): number | Mistake {
  const sides = facts.kernel?.value.length ?? 1;
  if (facts.rank) return facts.rank.value;
  if (sides > 1) return sides;
  const rank = before.rank ?? 2;
  const input = facts.input;
  if (input && input.value.length > 1 && input.value.length !== rank && before.rank === undefined) {
    const fix = { at: [at[1], at[1]] as const, text: ` ${input.value.length}d` };
    return { ...rankMismatch(entryOf('input'), input.value, rank, input.at, false), fix };
  }
  return rank;
}

/** A larger one is mostly a number of channels in the wrong place, so the reading is told. */
const largestUsualKernel = 15;

function channelsOf(
  { facts, defaults }: Draft,
  before: Before,
  assumptions: string[],
): { in: number; out: number } {
  const multiplier = facts.depthwise ? (facts.multiplier?.value ?? 1) : 1;
  const saidIn = facts.in?.value ?? before.channels;
  const saidOut = facts.out?.value;
  const kernel = facts.kernel?.value;
  const kernelText = kernel ? kernel.join('×') : String(defaultLayer.kernel);
  const isUnusual = kernel?.length === 1 && (kernel[0] ?? 1) > largestUsualKernel && defaults === 'language';
  if (isUnusual && saidIn !== undefined && saidOut !== undefined) {
    assumptions.push(`Read as kernel ${kernelText}, ${saidIn} → ${saidOut}: the kernel comes first.`);
  }
  if (saidIn !== undefined && saidOut !== undefined) {
    if (!kernel) assumptions.push(`Kernel ${defaultLayer.kernel}, as none was given.`);
    return { in: saidIn, out: saidOut };
  }
  if (saidIn === undefined && saidOut === undefined) {
    const out = facts.depthwise ? multiplier * defaultLayer.in : defaultLayer.out;
    const what = kernel
      ? `${defaultLayer.in} → ${out} channels`
      : `Kernel ${defaultLayer.kernel} and ${defaultLayer.in} → ${out} channels`;
    assumptions.push(`${what}, as none were given.`);
    return { in: defaultLayer.in, out };
  }
  const both = {
    in: saidIn ?? saidOut ?? defaultLayer.in,
    out: saidOut ?? (saidIn ?? defaultLayer.in) * multiplier,
  };
  if (before.channels === undefined && defaults === 'language') {
    assumptions.push(
      `Read as kernel ${kernelText}, ${both.in} → ${both.out}: one number of channels stands for both.`,
    );
  }
  return both;
}

function groupsOf({ facts, at }: Draft, inChannels: number): number | Mistake {
  const { groups, depthwise } = facts;
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
