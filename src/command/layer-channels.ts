import { onEachAxis } from '../conv/on-each-axis.ts';
import { grouped } from '../numbers-in-words.ts';
import { defaultLayer } from './default-layer.ts';
import type { Draft, ReadingGuess } from './draft.ts';
import type { Fact } from './facts.ts';
import { conflict, filtersWithoutInputs } from './mistakes.ts';
import type { Mistake } from './problem.ts';
import { splitInput } from './split-input.ts';
import { bareChannels, kernelAmong } from './words/assign-numbers.ts';
import { largestUsualKernel } from './words/plausible.ts';

/** What the layers before have settled: channels that flow in, and dimensions. */
export type Before = {
  readonly channels: number | undefined;
  readonly rank: number | undefined;
  /** The input of the first layer, as it was said: it may name the layer's channels, 3×224×224. */
  readonly input?: Fact<'input'> | undefined;
};

/** The input channels that words say, as far as that is known before bare numbers have their places. */
export function inputsSaid(draft: Draft): number | undefined {
  if (draft.facts.in) return draft.facts.in.value;
  const kernel = kernelAmong(draft);
  const channels = draft.bare.filter((number) => number !== kernel);
  return channels.length >= (draft.facts.out ? 1 : 2) ? Number(channels[0]?.text) : undefined;
}

/** Notes the channels that the input says: `@3x224x224`, "on a 768x512 image". What words say goes before a picture. */
export function channelsOfInput(draft: Draft, { input }: Before, rank: number): Mistake | undefined {
  const { facts, picture } = draft;
  const said = inputsSaid(draft);
  const shape = input && splitInput(input.value, rank, said);
  if (input && shape?.channels !== undefined) {
    if (said === undefined) facts.in = { value: shape.channels, at: input.at };
  } else if (picture?.channels !== undefined) {
    if (said !== undefined && said !== picture.channels) {
      return conflict('in', facts.in ?? { value: said, at: draft.at }, picture.at);
    }
    if (said === undefined) facts.in = { value: picture.channels, at: picture.at };
  } else if (picture && said === undefined && !facts.depthwise && (facts.out || bareChannels(draft) > 0)) {
    facts.in = { value: channelsOfPicture, at: picture.at };
    draft.guesses.push({
      sentence: 'A picture has 3 channels unless it is grayscale.',
      other: { at: [picture.at[0], picture.at[0]], text: 'grayscale ' },
    });
  }
  return undefined;
}

const channelsOfPicture = 3;

type Channels = { readonly in: number; readonly out: number };

/** Both channels of a layer; guesses are added to `guesses`. */
export function channelsOf(
  { facts, defaults, filters, at }: Draft,
  before: Before,
  rank: number,
  guesses: ReadingGuess[],
): Channels | Mistake {
  const multiplier = facts.depthwise ? (facts.multiplier?.value ?? 1) : 1;
  const saidIn = facts.in?.value ?? before.channels;
  const saidOut = facts.out?.value;
  const kernel = facts.kernel?.value;
  const [side = defaultLayer.kernel] = kernel ?? [];
  const kernelText = (kernel && kernel.length > 1 ? kernel : onEachAxis(side, rank)).join('×');
  const read = (channels: Channels) =>
    `Read as ${kernelText}, ${grouped(channels.in)} → ${grouped(channels.out)}`;
  const isUnusual = kernel?.length === 1 && (kernel[0] ?? 1) > largestUsualKernel && defaults === 'language';
  if (isUnusual && saidIn !== undefined && saidOut !== undefined) {
    guesses.push({ sentence: `${read({ in: saidIn, out: saidOut })}: the kernel comes first.` });
  }
  if (saidIn !== undefined && saidOut !== undefined) {
    if (!kernel) guesses.push({ sentence: `Kernel ${kernelText}, as none was given.` });
    return { in: saidIn, out: saidOut };
  }
  if (saidIn === undefined && saidOut === undefined) {
    const out = facts.depthwise ? multiplier * defaultLayer.in : defaultLayer.out;
    const what = kernel
      ? `${defaultLayer.in} → ${out} channels`
      : `Kernel ${kernelText} and ${defaultLayer.in} → ${out} channels`;
    guesses.push({ sentence: `${what}, as none were given.` });
    return { in: defaultLayer.in, out };
  }
  if (filters && saidIn === undefined && saidOut !== undefined && !facts.depthwise) {
    return filtersWithoutInputs(saidOut, filters, at[1]);
  }
  const both = {
    in: saidIn ?? saidOut ?? defaultLayer.in,
    out: saidOut ?? (saidIn ?? defaultLayer.in) * multiplier,
  };
  if (before.channels === undefined && defaults === 'language') {
    guesses.push({ sentence: `${read(both)}: one number of channels stands for both.` });
  }
  return both;
}
