import type { Answer } from '../src/answer/answer.ts';
import type { ProblemCode } from '../src/command/problem.ts';

/** What a reply tells, for the log and the counts, which never see its words. */
export type Told = {
  /** The code of the mistake that it explains. */
  readonly problem?: ProblemCode;
  /** The id under which the log has the exception that it apologises for. */
  readonly fault?: string;
};

export function toldBy({ numbers }: Answer): Told {
  return numbers.kind === 'problem' ? { problem: numbers.problem.code } : {};
}
