import { type FormField, formFields } from '../../../src/form.ts';

/** What the calculator asks: a field a fact, words for the rest, a whole question, or where to post. */
export type CalculatorInput = FormField | 'words' | 'question' | 'conversation';

const inputs: readonly CalculatorInput[] = [...formFields, 'words', 'question', 'conversation'];

/** The id of an input's block; it holds for one version of the calculator (see Origin). */
export function blockId(input: CalculatorInput, version: number): string {
  return `${input}:${version}`;
}

/** The input that a block's id stands for. */
export function inputOf(id: string): CalculatorInput | undefined {
  const [name] = id.split(':');
  return inputs.find((input) => input === name);
}
