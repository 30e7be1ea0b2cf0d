import type { Answer } from '../../src/answer/answer.ts';
import { ask } from '../../src/ask.ts';

/** A line that fills the screen is no help. */
const mostCharacters = 2_000;

/**
 * A question of several lines as one line for the history, if that asks the same: Python's comments and
 * statements end with their line.
 */
export function recalled(lines: readonly string[], { numbers }: Answer): string | undefined {
  const line = lines
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
  if (numbers.kind !== 'answer' || line.length > mostCharacters) return undefined;
  const again = { ...ask(line).numbers, command: numbers.command };
  return JSON.stringify(again) === JSON.stringify(numbers) ? line : undefined;
}
