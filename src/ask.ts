import type { Answer } from './answer/answer.ts';
import { present } from './answer/present.ts';
import { presentExplain } from './answer/present-explain.ts';
import { presentHelp } from './answer/present-help.ts';
import { presentProblem } from './answer/present-problem.ts';
import type { Guess } from './command/command.ts';
import { keepsAllButOne } from './command/is-fair-correction.ts';
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
      return problemAnswer(asked, found);
    case 'help':
      return presentHelp(found);
    case 'explain':
      return presentExplain(found);
    default:
      return present(withReadingsThatWork(found));
  }
}

type Found = Exclude<ReturnType<typeof parse>, { kind: 'layer' | 'stack' | 'compare' | 'model' }> | Result;

function problemAnswer(asked: Question, found: Problem): Answer {
  const placed = placeProblem(asked, found);
  return presentProblem(placed, withSuggestionsThatWork(placed, found));
}

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

/** Follows a problem's corrections to questions that work, so that no button leads to another mistake. */
function withSuggestionsThatWork(
  { text, at }: { readonly text: string; readonly at: Span },
  found: Problem,
): Problem {
  const { suggestion: _, otherSuggestion: __, ...problem } = found;
  const corrections = correctionsOf(found, 0).filter((corrected) => keepsAllButOne(text, at, corrected.text));
  const [first, second] = corrections;
  return {
    ...problem,
    ...(first ? { suggestion: first.text } : {}),
    ...(second ? { otherSuggestion: second.text } : {}),
  };
}

/** Where one correction leads to a mistake with two readings, both are offered. */
function correctionsOf({ suggestion, otherSuggestion }: Problem, mended: number): readonly Working[] {
  if (suggestion === undefined || otherSuggestion !== undefined || mended >= mostMistakesMended(suggestion)) {
    return worthOffering(thatWorks(suggestion), thatWorks(otherSuggestion));
  }
  const found = resolve({ text: suggestion });
  if (found.kind === 'problem') return correctionsOf(found, mended + 1);
  return [{ text: suggestion, meaning: meaningOf(found), mended }];
}

/** The same for the other readings of what was guessed; one that asks what is answered already is none. */
function withReadingsThatWork<R extends Result>(result: R): R {
  const { command } = result;
  if (command.guesses.every(({ other }) => other === undefined)) return result;
  const guesses = command.guesses.map(({ sentence, other }): Guess => {
    const working = thatWorks(other);
    // A reading that needs mending is another question.
    const isOther = working?.mended === 0 && working.meaning !== command.text;
    return isOther ? { sentence, other: working.text } : { sentence };
  });
  return { ...result, command: { ...command, guesses } };
}

/** A question that works, its canonical text, and how many more mistakes were mended on the way to it. */
type Working = { readonly text: string; readonly meaning: string; readonly mended: number };

function thatWorks(question: string | undefined): Working | undefined {
  let candidate = question;
  for (let step = 0; candidate !== undefined && step < mostMistakesMended(candidate); step += 1) {
    const found = resolve({ text: candidate });
    if (found.kind !== 'problem') return { text: candidate, meaning: meaningOf(found), mended: step };
    candidate = found.suggestion ?? found.otherSuggestion;
  }
  return undefined;
}

function meaningOf(found: Exclude<Found, Problem>): string {
  return 'command' in found ? found.command.text : found.text;
}

/** Two questions that ask the same are one; and a reading that fits what else was said beats one that does not. */
function worthOffering(first: Working | undefined, second: Working | undefined): readonly Working[] {
  if (!first || !second) return [first ?? second].filter((one) => one !== undefined);
  if (first.meaning === second.meaning) return [first];
  if (first.mended === second.mended) return [first, second];
  return [first.mended < second.mended ? first : second];
}
