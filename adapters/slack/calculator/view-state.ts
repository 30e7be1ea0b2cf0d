import type { Question } from '../../../src/command/parse.ts';
import { type FormField, formFields } from '../../../src/form.ts';
import { type CalculatorInput, inputOf } from './block-ids.ts';

/** What a person has typed and chosen in a modal so far, by block and action, as Slack sends it. */
export type ViewState = {
  readonly values: Readonly<Record<string, Readonly<Record<string, ElementState>>>>;
};

type ElementState = {
  readonly value?: string | null | undefined;
  readonly selected_option?: { readonly value?: string } | null | undefined;
  readonly selected_conversation?: string | null | undefined;
};

/** The question that a calculator's fields, or its one field of text, ask. */
export function questionOf({ values }: ViewState): Question {
  const said = new Map<CalculatorInput, string>();
  for (const [id, elements] of Object.entries(values)) {
    const input = inputOf(id);
    const [state] = Object.values(elements);
    if (input && state) said.set(input, state.value ?? state.selected_option?.value ?? '');
  }
  const question = said.get('question');
  if (question !== undefined) return { text: question };
  // Every field is there, an empty one as an empty string.
  const named = Object.fromEntries(formFields.map((field) => [field, said.get(field) ?? ''])) as {
    [F in FormField]: string;
  };
  return { text: said.get('words') ?? '', named };
}
