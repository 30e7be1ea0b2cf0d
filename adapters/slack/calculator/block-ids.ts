import { type FormField, formFields } from '../../../src/form.ts';

/** What the calculator asks: a field a fact, words for the rest, a whole question, or where to post. */
export type CalculatorInput = FormField | 'words' | 'question' | 'conversation';

const inputs: readonly CalculatorInput[] = [...formFields, 'words', 'question', 'conversation'];

/** The id of an input's block; it holds for one version of the calculator (see Origin). */
export function blockId(input: CalculatorInput, version: number): string {
  // Where to post was chosen by the person, and has nothing to do with the question.
  return input === 'conversation' ? input : `${input}:${version}`;
}

/** The input that a block's id stands for. */
export function inputOf(id: string): CalculatorInput | undefined {
  const [name] = id.split(':');
  return inputs.find((input) => input === name);
}

/** What cannot be left empty: without it the language would fill in a default, which nobody typed. */
export const requiredInputs: readonly CalculatorInput[] = ['kernel', 'in', 'out', 'question'];
