import { entryOf } from '../catalogue.ts';
import { type Draft, note } from '../draft.ts';
import type { FactName } from '../facts.ts';
import { numberFitsTwo, valueMistake } from '../mistakes.ts';
import type { Mistake } from '../problem.ts';
import { isValueFault, readValue } from '../read-value.ts';
import { isKernelLike } from './plausible.ts';

/**
 * A side that is one number alone: "stride 1 vs 2" says another stride, "7 512 512 vs 3" another kernel. `lastNamed`
 * is what the side before it said last; where a number fits that and a kernel as well, it is told.
 */
export function settleLoneNumber(draft: Draft, lastNamed: FactName | undefined): Mistake | undefined {
  const { facts, bare } = draft;
  const [number] = bare;
  const isAlone = number && bare.length === 1 && Object.keys(facts).length === 0 && !number.isChannels;
  if (!isAlone || !lastNamed || lastNamed === 'kernel') return undefined;
  const { text, at } = number;
  if (isKernelLike(text)) {
    return numberFitsTwo(text, [{ text, role: lastNamed }], [{ text, role: 'kernel' }], at);
  }
  const value = readValue(entryOf(lastNamed), text);
  if (isValueFault(value)) return valueMistake(entryOf(lastNamed), value, text, at);
  bare.length = 0;
  return note(facts, lastNamed, value, at);
}
