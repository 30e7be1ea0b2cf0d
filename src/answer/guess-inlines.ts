import type { PriceCommand } from '../command/command.ts';
import type { Inline } from './answer.ts';

/** What was guessed, as a lead begins with it. */
export function guessInlines({ guesses }: PriceCommand): Inline[] {
  return guesses.map(({ sentence }) => ({ kind: 'guess', text: `${sentence} ` }));
}
