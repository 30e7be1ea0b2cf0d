import { entryOf } from './catalogue.ts';
import { defaultLayer } from './default-layer.ts';
import { type BareNumber, type Draft, note } from './draft.ts';
import { tooManyNumbers, valueMistake } from './mistakes.ts';
import type { Mistake } from './problem.ts';
import { isValueFault, readValue } from './read-value.ts';

type Place = 'kernel' | 'in' | 'out';

/**
 * Gives bare numbers their places: kernel, input channels, output channels, as far as these are not named.
 * Too few for the places: the kernel comes first, then one number of channels, which is the output of a
 * layer that follows another (`hasPrevious`), and stands for both channels of any other.
 */
export function assignNumbers(draft: Draft, hasPrevious: boolean): Mistake | undefined {
  const { facts, bare } = draft;
  if (bare.length === 0) return undefined;
  const free = (['kernel', 'in', 'out'] as const).filter((place) => !facts[place]);
  if (bare.length > free.length) return tooManyNumbers(draft, free.length);
  const full = bare.length === free.length;
  const places = full || !hasPrevious ? free : free.filter((place) => place !== 'in');
  let index = 0;
  for (const number of bare) {
    const place = places[index];
    const mistake = place && assign(draft, place, number);
    if (mistake) return mistake;
    index += 1;
  }
  return undefined;
}

function assign(draft: Draft, place: Place, { text, at }: BareNumber): Mistake | undefined {
  const value = readValue(entryOf(place), text);
  if (!isValueFault(value)) return note(draft.facts, place, value, at);
  const mistake = valueMistake(entryOf(place), value, text, at);
  // No kernel is that large: these are channels, and the kernel is missing.
  const isWidth = place === 'kernel' && value === 'out-of-range' && draft.bare.length < 3 && text !== '0';
  return isWidth ? { ...mistake, fix: { at: [at[0], at[0]], text: `${defaultLayer.kernel} ` } } : mistake;
}
