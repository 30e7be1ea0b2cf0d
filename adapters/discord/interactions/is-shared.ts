import type { Answer } from '../../../src/answer/answer.ts';
import type { Question } from '../../../src/command/parse.ts';

/**
 * Whether an answer is for everybody. The option says so of whatever is asked, help too, and says no as well; a
 * word says yes, of layers. A mistake concerns nobody but its author.
 */
export function isShared({ kind, share }: Answer, { named = {} }: Question): boolean {
  if (kind === 'problem') return false;
  return named.share === undefined ? share : named.share === true;
}
