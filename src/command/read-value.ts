import type { Entry } from './catalogue.ts';
import type { FactName, FactValues } from './facts.ts';

/** Why a text is no value of an entry. */
export type ValueFault = 'not-a-number' | 'out-of-range' | 'too-many-sides' | 'bad-value';

/**
 * Reads one value: a word of the entry, a whole number, or sides such as `3x5`. The text is folded and in
 * lower case. Whole numbers are plain decimals with _ between digits; nothing else is a number here.
 */
export function readValue<F extends FactName>(entry: Entry<F>, text: string): FactValues[F] | ValueFault {
  const word = entry.values && Object.hasOwn(entry.values, text) ? entry.values[text] : undefined;
  if (word !== undefined) return word;
  if (!entry.takes) return 'bad-value';
  const numbers: number[] = [];
  const sides = text.includes('x') ? text.split('x') : [text];
  for (const side of sides) {
    const number = wholeNumber(side);
    if (number === undefined) return /^[a-z]/.test(text) ? 'bad-value' : 'not-a-number';
    if (entry.takes === 'whole' && sides.length > 1) return 'not-a-number';
    if (!inRange(number, entry.range)) return 'out-of-range';
    numbers.push(number);
  }
  // `takes` decides the type of FactValues[F]: whole numbers are numbers, sides are lists.
  if (entry.takes === 'sides') return (numbers.length > 3 ? 'too-many-sides' : numbers) as FactValues[F];
  return numbers[0] as FactValues[F];
}

/** A plain decimal whole number with _ between digits. `Number` alone reads "", 0x10 and 1e3 as numbers too. */
function wholeNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  return /^\d+(?:_\d+)+$/.test(text) ? Number(text.replaceAll('_', '')) : undefined;
}

export function isValueFault(value: unknown): value is ValueFault {
  return (
    value === 'not-a-number' ||
    value === 'out-of-range' ||
    value === 'too-many-sides' ||
    value === 'bad-value'
  );
}

export function inRange(number: number, range: Entry['range']): boolean {
  return range === undefined || (number >= range[0] && number <= range[1]);
}
