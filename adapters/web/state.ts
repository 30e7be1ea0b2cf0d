import type { Answer } from '../../src/answer/answer.ts';
import { ask } from '../../src/ask.ts';
import type { Question } from '../../src/command/parse.ts';
import { type Form, type FormField, formOf } from '../../src/form.ts';

/** What the page shows, all of it derived from one question. */
export type State = {
  readonly question: Question;
  /** What stands in the line. While the fields hold a mistake: the last question that worked. */
  readonly line: string;
  readonly answer: Answer;
  /** What stands in the fields: the layer that is asked, or the last one that was. */
  readonly form: Form;
  /** Whether the fields are this question's; `none`: it is not about one layer, and only words can say it. */
  readonly fields: 'this layer' | 'last layer' | 'none';
  /** Whether the asker wants the answer in the channel: no answer's own command says it, so fields keep it. */
  readonly share: boolean;
};

/** The state of a text, as somebody typed it or chose it. */
export function stateOfText(text: string, last?: State): State {
  const answer = ask(text);
  const form = formOf(text);
  const kept = last?.form ?? defaultForm();
  const fields = form ? 'this layer' : answer.kind === 'problem' ? 'last layer' : 'none';
  const share = answer.kind === 'problem' ? (last?.share ?? false) : answer.share;
  return { question: { text }, line: text, answer, form: form ?? kept, fields, share };
}

/**
 * The state after a field was changed. The answer's own command is what stands in the line then: values of
 * fields enter as values, and are never glued into text and parsed again.
 */
export function stateOfField(field: FormField, value: string, last: State): State {
  const form = { ...last.form, named: { ...last.form.named, [field]: value } };
  const answer = ask(form);
  if (answer.kind !== 'problem') return stateOfText(commandOf(answer, last), last);
  return { ...last, question: form, answer: withoutExcerpt(answer), form, fields: 'last layer' };
}

/**
 * The state of a question that the page itself offers. A correction of fields spells every one of them out; its
 * answer's command says the same in short.
 */
export function stateOfOffer(command: string, last: State): State {
  return stateOfText(last.question.named ? commandOf(ask(command), last) : command, last);
}

/** The field that a mistake is in, and what is wrong there. */
export function fieldMistake({ answer: { numbers } }: State): { field: string; message: string } | undefined {
  if (numbers.kind !== 'problem' || numbers.problem.field === undefined) return undefined;
  return { field: numbers.problem.field, message: numbers.problem.message };
}

/** The command of an answer that the fields ask. */
function commandOf({ command }: Answer, { share }: State): string {
  return share ? `${command} share` : command;
}

/** The text of the line does not hold the mistake of a field, so there is no place in it to show. */
function withoutExcerpt(answer: Answer): Answer {
  return { ...answer, body: answer.body.filter(({ kind }) => kind !== 'excerpt') };
}

function defaultForm(): Form {
  const form = formOf('');
  if (!form) throw new Error('the default question is not about one layer');
  return form;
}
