import type { Fault } from '../conv/fault.ts';
import type { Sides } from '../conv/layer.ts';
import { legalGroups } from '../conv/legal-groups.ts';
import { counted, grouped } from '../numbers-in-words.ts';
import { type Entry, entryOf } from './catalogue.ts';
import { type Fact, wholeFact } from './facts.ts';
import type { Mistake, Span } from './problem.ts';
import type { InputShape } from './split-input.ts';
import type { StackProgress } from './stack-progress.ts';

// Every sentence about a layer that was understood and cannot be, one function a mistake.

/** `sides` numbers were given where the convolution has `rank` dimensions. */
export function rankMismatch(entry: Entry, sides: Sides, rank: number, at: Span, isCode: boolean): Mistake {
  const [first] = sides;
  const fitting = sides.length > rank ? sides.slice(0, rank) : [first];
  const isEven = fitting.every((side) => side === first);
  const words = isEven ? String(first) : fitting.join('x');
  const fix = isCode && fitting.length > 1 ? `(${fitting.join(', ')})` : words;
  return {
    code: 'rank-mismatch',
    message: `${sides.length} sides do not fit a ${rank}D convolution: ${entry.title} takes one number${rank === 1 ? '' : `, or one for each of ${rank} dimensions`}.`,
    at,
    fix: { at, text: fix },
  };
}

/** A stack runs its layers one after another, so they have the same number of dimensions. */
export function ranksInStack(before: number, rank: number, at: Span): Mistake {
  return {
    code: 'rank-mismatch',
    message: `The output of a ${before}D layer is no input of a ${rank}D one: the layers of a stack have the same number of dimensions.`,
    at,
  };
}

/** An input of words or code says other channels than the first layer takes. */
export function inputChannels(
  { input, sample }: Pick<StackProgress, 'input' | 'sample'>,
  { size, channels = 0 }: InputShape,
  expected: number,
): Mistake {
  const sides = input?.value ?? [];
  const isFirst = sides[0] === channels && sides.slice(1).join() === size.join();
  const corrected = isFirst ? [expected, ...size] : [...size, expected];
  const at = input?.at ?? [0, 0];
  return {
    code: 'conflict',
    message: `The input has ${counted(channels, 'channel')}, but the first convolution takes ${grouped(expected)}.`,
    at,
    // What code says stands in brackets, and is mended there.
    ...(sample ? {} : { fix: { at, text: corrected.join('x') }, otherFix: { at, text: size.join('x') } }),
  };
}

export function outputPaddingWithoutTransposed(at: Span): Mistake {
  return {
    code: 'output-padding-without-transposed',
    message: 'Only a transposed convolution has an output padding: say transposed as well.',
    at,
    fix: { at: [at[0], at[0]], text: 't ' },
  };
}

export function causalNeedsOneDimension(at: Span): Mistake {
  return {
    code: 'unsupported-padding',
    message: 'Causal padding exists for 1D convolutions that are not transposed.',
    at,
    fix: { at, text: 'same' },
  };
}

export function depthwiseGroupsMistake(inChannels: number, groups: Fact<'groups'>): Mistake {
  return {
    code: 'conflict',
    message: `Depthwise means one group for each of the ${inChannels} input channels, not ${groups.value} groups.`,
    at: wholeFact(groups),
    fix: { at: groups.at, text: String(inChannels) },
  };
}

/** A depthwise layer has multiplier · in outputs; the corrected question has none of its own. */
export function depthwiseMistake(
  multiplier: number,
  { in: inChannels, out }: { readonly in: number; readonly out: number },
  at: Span,
): Mistake {
  return {
    code: 'conflict',
    message: `Depthwise with a multiplier of ${grouped(multiplier)} gives ${grouped(multiplier * inChannels)} channels, not ${grouped(out)}.`,
    at,
    fix: { at, text: out % inChannels === 0 ? `m=${out / inChannels}` : '' },
  };
}

export function separableMistake(what: string, at: Span): Mistake {
  return {
    code: 'conflict',
    message: `A separable layer cannot be ${what} as well: its depthwise half already has one group a channel.`,
    at,
    fix: { at, text: '' },
  };
}

const legalGroupsShown = 12;

/** Depthwise says no number of groups; they are the input channels, which divide themselves. */
export function depthwiseWidthMistake(
  { groups, channels: out }: Extract<Fault, { code: 'groups-do-not-divide' }>,
  at: Span,
): Mistake {
  return {
    code: 'groups-do-not-divide',
    message: `Depthwise has one group for each of the ${grouped(groups)} input channels, and ${grouped(groups)} groups do not divide ${grouped(out)} output channels. Nearest width that works: ${grouped(nearestMultiple(out, groups))}.`,
    at,
  };
}

/** Illegal groups: which would do, and the nearest width for the groups that were asked. */
export function groupsMistake(
  { groups, side, channels: width }: Extract<Fault, { code: 'groups-do-not-divide' }>,
  channels: { in: number; out: number },
  at: Span,
): Mistake {
  const legal = legalGroups(channels.in, channels.out);
  const divideNeither =
    channels.in !== channels.out && channels.in % groups !== 0 && channels.out % groups !== 0;
  const what = divideNeither
    ? `${grouped(channels.in)} input and ${grouped(channels.out)} output channels`
    : `${grouped(width)} ${side}put channels`;
  const nearestWidth = divideNeither
    ? ''
    : ` Nearest width that works: ${grouped(nearestMultiple(width, groups))}.`;
  return {
    code: 'groups-do-not-divide',
    message: `${grouped(groups)} groups do not divide ${what}. Groups that do: ${listed(nearestLegal(legal, groups))}.${nearestWidth}`,
    at,
  };
}

/** The multiple of `groups` nearest to a width, within the range of channels. */
export function nearestMultiple(width: number, groups: number): number {
  const greatest = entryOf('in').range?.[1] ?? Number.MAX_SAFE_INTEGER;
  const multiple = Math.max(1, Math.round(width / groups)) * groups;
  return multiple > greatest ? multiple - groups : multiple;
}

/** So many as can be read, nearest to what was asked, in ascending order. */
function nearestLegal(legal: readonly number[], asked: number): number[] {
  return [...legal]
    .sort((a, b) => Math.abs(a - asked) - Math.abs(b - asked))
    .slice(0, legalGroupsShown)
    .sort((a, b) => a - b);
}

function listed(numbers: readonly number[]): string {
  const texts = numbers.map(grouped);
  const last = texts.pop() ?? '';
  return texts.length > 0 ? `${texts.join(', ')} or ${last}` : last;
}

/** The faults of a layer on its input, and counts that are too large. */
export function faultMistake(fault: Exclude<Fault, { code: 'groups-do-not-divide' }>, at: Span): Mistake {
  switch (fault.code) {
    case 'kernel-larger-than-input':
      return {
        code: fault.code,
        message: `The kernel reaches over ${grouped(fault.extent)} positions, but the input with its padding has only ${grouped(fault.padded)}: the output would be empty.`,
        at,
      };
    case 'output-too-small':
      return {
        code: fault.code,
        message: `The output would be ${fault.output.join('×')}: every side must be at least 1. Less padding or a larger input helps.`,
        at,
      };
    case 'output-padding-too-large':
      return {
        code: fault.code,
        message: `An output padding of ${grouped(fault.outputPadding)} is too large: it must be smaller than the stride or the dilation, here below ${grouped(fault.below)}.`,
        at,
        fix: { at, text: String(fault.below - 1) },
      };
    case 'count-too-large':
      return {
        code: fault.code,
        message: `There are more than 9,007,199,254,740,991 ${fault.what}: that can't be counted exactly here, so it is not counted at all.`,
        at,
      };
  }
}
