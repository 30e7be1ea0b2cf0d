import type { Answer, ProblemNumbers } from '../../../src/answer/answer.ts';
import { ask } from '../../../src/ask.ts';
import { entryOf } from '../../../src/command/catalogue.ts';
import type { Question } from '../../../src/command/parse.ts';
import type { ProblemCode } from '../../../src/command/problem.ts';
import { formFields } from '../../../src/form.ts';
import { type CalculatorInput, requiredInputs } from './block-ids.ts';
import { without, wordsFirst } from './words-first.ts';

/** What a draft comes to: an answer, or what stands in its way, at which input, and the questions without it. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | {
      readonly kind: 'mistake';
      readonly input: CalculatorInput;
      readonly message: string;
      /** There where it is a mistake of the language, and not one of the form. */
      readonly code?: ProblemCode;
      readonly fixes: readonly string[];
    };

export function outcomeOf(question: Question): Outcome {
  const input = emptyInput(question);
  if (input) return { kind: 'mistake', input, message: `Fill in ${titleOf(input)}.`, fixes: [] };
  const asked = wordsFirst(question);
  const answer = ask(asked);
  const { numbers } = answer;
  if (numbers.kind === 'problem') return mistakeIn(asked, numbers.problem);
  if (asked.named && numbers.kind === 'help') return questionOfItsOwn(answer.command);
  return { kind: 'answer', answer };
}

function emptyInput({ text, named }: Question): CalculatorInput | undefined {
  if (!named) return text.trim() === '' ? 'question' : undefined;
  return formFields.find((field) => requiredInputs.includes(field) && String(named[field]).trim() === '');
}

function mistakeIn(asked: Question, problem: ProblemNumbers): Outcome {
  const { code, field, message, suggestion, otherSuggestion } = problem;
  const { text, named } = asked;
  if (named && code === 'missing-layer') {
    // Words that begin with `vs` or `+` go on from the layer in the fields.
    const whole = ask(`${ask({ text: '', named }).command} ${text}`);
    if (whole.kind === 'answer') return questionOfItsOwn(whole.command);
  }
  const wrong = formFields.find((name) => name === field);
  if (named && wrong && code === 'conflict') {
    // The corrected question keeps what is said in words.
    const kept = ask(wordsFirst({ text, named: without(named, wrong) }));
    return { kind: 'mistake', input: 'words', message, code, fixes: fixesBy([kept]) };
  }
  const input = named ? (wrong ?? 'words') : 'question';
  const suggested = [suggestion, otherSuggestion].filter((question) => question !== undefined);
  return {
    kind: 'mistake',
    input,
    message,
    code,
    fixes: fixesBy(suggested.map((question) => ask(question))),
  };
}

/** Help, and what asks about several layers, have no fields. */
function questionOfItsOwn(fix: string): Outcome {
  return {
    kind: 'mistake',
    input: 'words',
    message: 'The fields hold one layer: ask this as text.',
    fixes: [fix],
  };
}

/** Spelled as people type it: a form's own suggestion names every field. */
function fixesBy(answers: readonly Answer[]): string[] {
  return answers.filter(({ kind }) => kind !== 'problem').map(({ command }) => command);
}

/** What is asked for at an input, in a sentence: "the kernel". */
export function titleOf(input: CalculatorInput): string {
  switch (input) {
    case 'words':
      return 'anything else';
    case 'question':
      return 'the question';
    case 'conversation':
      return 'where to post';
    default:
      return entryOf(input).title;
  }
}
