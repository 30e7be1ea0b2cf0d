import type { Answer } from '../../src/answer/answer.ts';

/** Whether a question that was answered like this waits for more lines: a bracket or a fence is still open. */
export function goesOn(question: string, { numbers }: Answer): boolean {
  const fence = /^\s*```/.exec(question);
  if (fence) return !question.includes('```', fence[0].length);
  if (numbers.kind !== 'problem' || numbers.problem.code !== 'unclosed-bracket') return false;
  // The same problem is told of a bracket that closes nothing, which no further line would mend.
  return '([{'.includes(question.slice(...numbers.problem.at));
}
