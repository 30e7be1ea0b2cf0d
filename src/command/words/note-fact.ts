import { entryOf } from '../catalogue.ts';
import type { BareNumber } from '../draft.ts';
import { type Draft, note } from '../draft.ts';
import type { FactName } from '../facts.ts';
import { valueMistake } from '../mistakes.ts';
import type { Mistake } from '../problem.ts';
import { isValueFault, readValue } from '../read-value.ts';

/** Notes what a number says of a fact; `from` is where that is said. */
export function noteFact(
  draft: Draft,
  fact: FactName,
  { text, at }: BareNumber,
  from: number,
): Mistake | undefined {
  const value = readValue(entryOf(fact), text);
  if (isValueFault(value)) return valueMistake(entryOf(fact), value, text, at);
  return note(draft.facts, fact, value, at, from);
}
