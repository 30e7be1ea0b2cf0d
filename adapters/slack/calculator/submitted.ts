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

/** Reads the submit of a calculator of a version. */
export function submitted(question: Question, version: number): Submitted {
  const outcome = outcomeOf(question);
  if (outcome.kind === 'mistake') {
    const errors = { [blockId(outcome.input, version)]: outcome.message };
    return { kind: 'errors', errors, code: outcome.code };
  }
  return { kind: 'post', answer: outcome.answer };
}
