import type { Answer } from '../../../src/answer/answer.ts';
import { ask } from '../../../src/ask.ts';
import { entryOf } from '../../../src/command/catalogue.ts';
import type { Question } from '../../../src/command/parse.ts';
import { formFields } from '../../../src/form.ts';
import { type CalculatorInput, requiredInputs } from './block-ids.ts';

/** What a draft comes to: an answer, or what stands in its way, at which input, and the question without it. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | {
      readonly kind: 'mistake';
      readonly input: CalculatorInput;
      readonly message: string;
      readonly fix?: string;
    };

export function outcomeOf(question: Question): Outcome {
  const input = emptyInput(question);
  if (input) return { kind: 'mistake', input, message: `Fill in ${titleOf(input)}.` };
  const answer = ask(question);
  if (answer.numbers.kind !== 'problem') return { kind: 'answer', answer };
  const { field, message, suggestion } = answer.numbers.problem;
  return {
    kind: 'mistake',
    input: question.named ? (formFields.find((name) => name === field) ?? 'words') : 'question',
    message,
    // Spelled as people type it: a form's own suggestion names every field.
    ...(suggestion === undefined ? {} : { fix: ask(suggestion).command }),
  };
}

function emptyInput({ text, named }: Question): CalculatorInput | undefined {
  if (!named) return text.trim() === '' ? 'question' : undefined;
  return formFields.find((field) => requiredInputs.includes(field) && named[field] === '');
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
