import type { Named } from '../../../src/command/named.ts';
import { parse, type Question } from '../../../src/command/parse.ts';
import { type FormField, formFields, formOf } from '../../../src/form.ts';

/** Fields of a layer about which nothing was said. */
const defaults: Named = formOf('')?.named ?? {};

/**
 * What a form asks where its words contradict fields that nobody filled: without these. A field of one's own
 * stays, so that its contradiction is a mistake.
 */
export function wordsFirst(question: Question): Question {
  const { text, named = {} } = question;
  const field = contradicted(question);
  if (field === undefined || named[field] !== defaults[field]) return question;
  return wordsFirst({ text, named: without(named, field) });
}

/** The field that the words contradict, where they do. */
function contradicted(question: Question): FormField | undefined {
  const command = parse(question);
  if (command.kind !== 'problem' || command.code !== 'conflict') return undefined;
  return formFields.find((name) => name === command.field);
}

export function without(named: Named, field: FormField): Named {
  const { [field]: _, ...others } = named;
  return others;
}
