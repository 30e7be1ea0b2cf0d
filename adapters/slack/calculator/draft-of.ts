import type { Question } from '../../../src/command/parse.ts';
import { formOf } from '../../../src/form.ts';

/** A question as the calculator opens with it: in fields where it is about one layer, else as text. */
export function draftOf(question: string): Question {
  return formOf(question) ?? { text: question };
}
