import { entryOf } from '../catalogue.ts';
import { defaultLayer } from '../default-layer.ts';
import { type BareNumber, type Draft, note } from '../draft.ts';
import { tooManyNumbers, valueMistake } from '../mistakes.ts';
import type { Mistake } from '../problem.ts';
import { isValueFault, readValue } from '../read-value.ts';
import { largestBareKernel, largestCommonKernel } from './plausible.ts';

type Place = 'kernel' | 'in' | 'out';

/**
 * Gives bare numbers their places: kernel, input channels, output channels, as far as these are not named. Too few
 * for the places: the kernel comes first, unless it is above 31 ("64 128"), then one number of channels, which is the
 * output of a layer that follows another (`hasInputs`), and stands for both channels of any other.
 */
export function assignNumbers(draft: Draft, hasInputs: boolean): Mistake | undefined {
  const { facts, bare } = draft;
  if (bare.length === 0) return undefined;
  const kernel = kernelAmong(draft);
  const mistake = kernel && assign(draft, 'kernel', kernel);
  if (mistake) return mistake;
  const channels = bare.filter((number) => number !== kernel && !isSaidAlready(draft, number));
  const free = (['in', 'out'] as const).filter((place) => !facts[place]);
  if (channels.length > free.length)
    return tooManyNumbers(draft, bare.length - channels.length + free.length);
  const isFull = channels.length === free.length;
  const places = isFull || !hasInputs ? free : free.filter((place) => place !== 'in');
  for (const [index, number] of channels.entries()) {
    const place = places[index];
    const wrong = place && assign(draft, place, number);
    if (wrong) return wrong;
  }
  return undefined;
}

/** The bare number that is the kernel, if one is. */
export function kernelAmong({ facts, bare }: Draft): BareNumber | undefined {
  const candidate = bare.find(({ isChannels }) => !isChannels);
  if (facts.kernel || !candidate) return undefined;
  const free = 1 + Number(!facts.in) + Number(!facts.out);
  if (bare.length >= free && !bare.some(({ isChannels }) => isChannels)) return candidate;
  const number = Number(candidate.text.replaceAll('_', ''));
  if (number > largestBareKernel) return undefined;
  // `RGB 16`: beside one of the channels an unusual kernel is mostly the other.
  const isOther = bare.length === 1 && Boolean(facts.in) !== Boolean(facts.out);
  return isOther && (number > largestCommonKernel || number % 2 === 0) ? undefined : candidate;
}

/** How many bare numbers are channels, and no kernel. */
export function bareChannels(draft: Draft): number {
  return draft.bare.length - Number(kernelAmong(draft) !== undefined);
}

/** "3x3 64->64, 64 channels": said twice, and the same. */
function isSaidAlready({ facts }: Draft, { text, isChannels }: BareNumber): boolean {
  const number = Number(text.replaceAll('_', ''));
  return isChannels === true && facts.in?.value === number && facts.out?.value === number;
}

function assign(draft: Draft, place: Place, { text, at }: BareNumber): Mistake | undefined {
  const value = readValue(entryOf(place), text);
  if (!isValueFault(value)) return note(draft.facts, place, value, at);
  const mistake = valueMistake(entryOf(place), value, text, at);
  // No kernel is that large: these are channels, and the kernel is missing.
  const isWidth = place === 'kernel' && value === 'out-of-range' && draft.bare.length < 3 && text !== '0';
  return isWidth ? { ...mistake, fix: { at: [at[0], at[0]], text: `${defaultLayer.kernel} ` } } : mistake;
}
