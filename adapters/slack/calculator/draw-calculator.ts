import type { AlertBlock, KnownBlock, ModalView } from '@slack/types';
import type { Answer } from '../../../src/answer/answer.ts';
import { ask } from '../../../src/ask.ts';
import type { Question } from '../../../src/command/parse.ts';
import { formFields } from '../../../src/form.ts';
import { askId, callbackIds } from '../action-ids.ts';
import { button } from '../draw/buttons.ts';
import { clip } from '../draw/clip.ts';
import { drawAnswer } from '../draw/draw-answer.ts';
import { context } from '../draw/draw-block.ts';
import { limits } from '../draw/limits.ts';
import { plainText } from '../draw/plain-text.ts';
import { globalShortcutName } from '../names.ts';
import { blockId, type CalculatorInput } from './block-ids.ts';
import { conversationInput, fieldInput, questionInput, wordsInput } from './inputs.ts';
import { type Origin, writeOrigin } from './origin.ts';

/**
 * The live calculator: the fields of a question about one layer, or the text of any other question, and its
 * answer as it stands. The result comes first, so that it is in sight while a person types below it.
 */
export function drawCalculator(question: Question, origin: Origin): ModalView {
  const answer = ask(question);
  const { version } = origin;
  const where = origin.channel === undefined ? [conversationInput(version)] : [];
  const blocks = question.named ? fieldsForm(question, answer, version) : textForm(question, answer, version);
  return {
    type: 'modal',
    callback_id: callbackIds.calculator,
    title: plainText(globalShortcutName),
    submit: plainText('Post'),
    close: plainText('Cancel'),
    private_metadata: writeOrigin(origin),
    blocks: [...where, ...blocks].slice(0, limits.viewBlocks),
  };
}

function fieldsForm(question: Question, answer: Answer, version: number): KnownBlock[] {
  const { named = {}, text } = question;
  const wrong = mistakenInput(question, answer);
  const below = (input: CalculatorInput) => (input === wrong ? mistake(answer) : []);
  const drawn = answer.kind === 'problem' ? [] : drawAnswer(answer, 'modal');
  const top = drawn.findIndex(({ type }) => type === 'rich_text');
  // Title, lead and table above the fields; the proof below them.
  const result = drawn.slice(0, top + 2);
  return [
    ...(wrong === undefined ? result : [context('The answer comes back once the mistake below is mended.')]),
    ...formFields.flatMap((field) => [
      fieldInput(field, String(named[field] ?? ''), version),
      ...below(field),
    ]),
    wordsInput({ text }, version),
    ...below('words'),
    ...drawn.slice(result.length),
  ];
}

function textForm(question: Question, answer: Answer, version: number): KnownBlock[] {
  const below = answer.kind === 'problem' ? mistake(answer) : drawAnswer(answer, 'modal');
  return [questionInput(question, version), ...below];
}

/** The input at which a mistake is shown. */
function mistakenInput({ named }: Question, { numbers }: Answer): CalculatorInput | undefined {
  if (numbers.kind !== 'problem') return undefined;
  if (!named) return 'question';
  return formFields.find((field) => field === numbers.problem.field) ?? 'words';
}

/** What a submit is told, by block: a mistake at its input. Undefined where there is none. */
export function errorsOf(question: Question, version: number): Record<string, string> | undefined {
  const answer = ask(question);
  const wrong = mistakenInput(question, answer);
  if (wrong === undefined || answer.numbers.kind !== 'problem') return undefined;
  return { [blockId(wrong, version)]: answer.numbers.problem.message };
}

/** What is wrong, and the nearest question that works as a button. */
function mistake({ numbers }: Answer): KnownBlock[] {
  if (numbers.kind !== 'problem') return [];
  const { message, suggestion } = numbers.problem;
  const alert: AlertBlock = {
    type: 'alert',
    level: 'error',
    text: plainText(clip(message, limits.alertText)),
  };
  const told = message.length > limits.alertText ? [alert, context(message)] : [alert];
  if (suggestion === undefined) return told;
  // Spelled as people type it: a form's own suggestion names every field.
  const { command } = ask(suggestion);
  const fix = button(askId(0), command, command, true);
  return fix ? [...told, { type: 'actions', elements: [fix] }] : told;
}
