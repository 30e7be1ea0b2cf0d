import type { Answer } from '../../../src/answer/answer.ts';
import type { Question } from '../../../src/command/parse.ts';
import type { ProblemCode } from '../../../src/command/problem.ts';
import { blockId } from './block-ids.ts';
import { outcomeOf } from './outcome.ts';

/** What a submit comes to: an answer to post, or what is told at an input's block instead. */
export type Submitted =
  | { readonly kind: 'post'; readonly answer: Answer }
  | {
      readonly kind: 'errors';
      readonly errors: Readonly<Record<string, string>>;
      readonly code: ProblemCode | undefined;
    };

/** Reads the submit of a calculator of a version. Help is there for everybody who asks, and not posted. */
export function submitted(question: Question, version: number): Submitted {
  const outcome = outcomeOf(question);
  if (outcome.kind === 'mistake') {
    const errors = { [blockId(outcome.input, version)]: outcome.message };
    return { kind: 'errors', errors, code: outcome.code };
  }
  const { answer } = outcome;
  if (answer.kind !== 'help') return { kind: 'post', answer };
  return { kind: 'errors', errors: { [blockId('question', version)]: helpStays }, code: undefined };
}

const helpStays = 'Help is for who asks, and is not posted. Ask about a layer to post its answer.';
