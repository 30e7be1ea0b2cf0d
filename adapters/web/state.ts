import { type Answer, text } from '../../src/answer/answer.ts';
import { ask } from '../../src/ask.ts';
import type { Question } from '../../src/command/parse.ts';
import { type Form, type FormField, formOf } from '../../src/form.ts';

/** What the page shows, all of it derived from one question. */
export type State = {
  readonly question: Question;
  /** What stands in the line. While the fields hold a mistake: the last question that worked. */
  readonly line: string;
  readonly answer: Answer;
  /** What stands in the fields. */
  readonly form: Form;
  /** The last layer that was asked, from which fields go on; the default one while there is none. */
  readonly layer: Form;
  /**
   * What the fields are beside the question: its layer, the last layer or the default one beside a mistake in the
   * line, or the mistake themselves. `none`: it is not about one layer, and only words can say it.
   */
  readonly fields: 'this layer' | 'last layer' | 'default layer' | 'mistake' | 'none';
  /** Whether the asker wants the answer in the channel: no answer's own command says it, so fields keep it. */
  readonly share: boolean;
};

const defaultLayer = defaultForm();

function defaultForm(): Form {
  const form = formOf('');
  if (!form) throw new Error('the default question is not about one layer');
  return form;
}

/** The state of a text, as somebody typed it or chose it. */
export function stateOfText(text: string, last?: State): State {
  const answer = ask(text);
  const form = formOf(text);
  const layer = form ?? last?.layer ?? defaultLayer;
  const share = answer.kind === 'problem' ? (last?.share ?? false) : answer.share;
  return { question: { text }, line: text, answer, form: layer, layer, fields: fieldsOf(), share };

  function fieldsOf(): State['fields'] {
    if (form) return 'this layer';
    if (answer.kind !== 'problem') return 'none';
    return layer === defaultLayer ? 'default layer' : 'last layer';
  }
}

/**
 * The state after a field was changed. The answer's own command is what stands in the line then: values of
 * fields enter as values, and are never glued into text and parsed again.
 */
export function stateOfField(field: FormField, value: string, last: State): State {
  const form = { ...last.form, named: { ...last.form.named, [field]: value } };
  const answer = ask(form);
  if (answer.kind !== 'problem') return stateOfText(commandOf(answer, last), last);
  return { ...last, question: form, answer: ofField(answer), form, fields: 'mistake' };
}

/**
 * The state of a question that the page itself offers. A correction of fields spells every one of them out; its
 * answer's command says the same in short.
 */
export function stateOfOffer(command: string, last: State): State {
  const { numbers } = last.answer;
  const isCorrection =
    numbers.kind === 'problem' &&
    [numbers.problem.suggestion, numbers.problem.otherSuggestion].includes(command);
  const isOfFields = isCorrection && last.question.named !== undefined;
  return stateOfText(isOfFields ? commandOf(ask(command), last) : command, last);
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

/**
 * The answer to a mistake that fields make. The text of the line does not hold it, so there is no place in it to
 * show; and where it is one field's, what is wrong stands there.
 */
function ofField(answer: Answer): Answer {
  const body = answer.body.filter(({ kind }) => kind !== 'excerpt');
  if (answer.numbers.kind !== 'problem' || answer.numbers.problem.field === undefined)
    return { ...answer, body };
  const title = 'There is a mistake in a field';
  return {
    ...answer,
    title,
    lead: [text('What is wrong stands below the fields; until it is right, the question stays as it was.')],
    body,
  };
}
