import type { Answer } from './answer/answer.ts';
import { present } from './answer/present.ts';
import { presentExplain } from './answer/present-explain.ts';
import { presentHelp } from './answer/present-help.ts';
import { presentProblem } from './answer/present-problem.ts';
import { placeNamed } from './command/named.ts';
import { parse, problemOf, type Question } from './command/parse.ts';
import { isMistake, type Problem, type Span } from './command/problem.ts';
import { evaluate, type Result } from './result.ts';

/**
 * Question in, answer out: the only door that surfaces use. A question is a text, or a text with named values
 * of a form. A mistake is an answer of kind `problem`. Never throws for any text, and is linear in its length.
 */
export function ask(question: string | Question): Answer {
  const asked = typeof question === 'string' ? { text: question } : question;
  const found = resolve(asked);
  switch (found.kind) {
    case 'problem':
      return presentProblem(placeProblem(asked, found), withSuggestionThatWorks(found));
    case 'help':
      return presentHelp(found);
    case 'explain':
      return presentExplain(found);
    default:
      return present(found);
  }
}

type Found = Exclude<ReturnType<typeof parse>, { kind: 'layer' | 'stack' | 'compare' | 'model' }> | Result;

/** Parses and counts. */
function resolve(question: Question): Found {
  const command = parse(question);
  if (command.kind === 'problem' || command.kind === 'help' || command.kind === 'explain') return command;
  const result = evaluate(command);
  return isMistake(result) ? problemOf(question, result) : result;
}

/** The question as text, named values and all, and the place of a mistake in that. */
function placeProblem({ text, named = {} }: Question, { field, at }: Problem): { text: string; at: Span } {
  const { text: all, places } = placeNamed(text, named);
  const wrong = places.find(({ fact }) => fact === field);
  if (!wrong) return { text: all, at };
  // Without words, the values are all there is.
  const blanks = all.length - all.trimStart().length;
  return { text: all.slice(blanks), at: [wrong.at[0] - blanks, wrong.at[1] - blanks] };
}

/** A question can have several mistakes; its correction mends them one after another, as long as that is quick. */
function mostMistakesMended({ length }: string): number {
  return length > 16_384 ? 1 : 4;
}

/** Follows a problem's correction to a question that works, so that its button never leads to another mistake. */
function withSuggestionThatWorks({ suggestion, ...problem }: Problem): Problem {
  let candidate = suggestion;
  for (let step = 0; candidate !== undefined && step < mostMistakesMended(candidate); step += 1) {
    const found = resolve({ text: candidate });
    if (found.kind !== 'problem') return { ...problem, suggestion: candidate };
    candidate = found.suggestion;
  }
  return problem;
}
