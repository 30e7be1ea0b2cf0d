import type { AlertBlock, KnownBlock, ModalView } from '@slack/types';
import { strong, text } from '../../../src/answer/answer.ts';
import { plainTable } from '../../../src/answer/plain/table.ts';
import { ask } from '../../../src/ask.ts';
import type { Question } from '../../../src/command/parse.ts';
import { formFields } from '../../../src/form.ts';
import { grouped } from '../../../src/numbers-in-words.ts';
import { askId, callbackIds } from '../action-ids.ts';
import { atMost } from '../draw/at-most.ts';
import { button } from '../draw/buttons.ts';
import { clip } from '../draw/clip.ts';
import { context } from '../draw/context.ts';
import { drawAnswer } from '../draw/draw-answer.ts';
import { drawReading } from '../draw/draw-reading.ts';
import { limits } from '../draw/limits.ts';
import { plainText } from '../draw/plain-text.ts';
import { preformatted } from '../draw/preformatted.ts';
import { richText } from '../draw/rich-text.ts';
import { globalShortcutName } from '../names.ts';
import type { CalculatorInput } from './block-ids.ts';
import { draftOf } from './draft-of.ts';
import { conversationInput, fieldInput, questionInput, wordsInput } from './inputs.ts';
import { type Origin, writeOrigin } from './origin.ts';
import { type Outcome, outcomeOf, titleOf } from './outcome.ts';
import { wordsFirst } from './words-first.ts';

type Mistake = Extract<Outcome, { kind: 'mistake' }>;

/**
 * The live calculator: the fields of a question about one layer, or the text of any other question, and its
 * answer as it stands. Of a layer, the result comes first, so that it is in sight while a person types below it.
 * A question that no field can hold is answered all the same.
 */
export function drawCalculator(question: Question, origin: Origin): ModalView {
  if (!fitsForm(question)) return drawReading(ask(question), tooLong);
  const outcome = outcomeOf(question);
  const { version } = origin;
  const where = origin.channel === undefined ? [conversationInput(version)] : [];
  const blocks = question.named
    ? fieldsForm(question, outcome, version)
    : textForm(question, outcome, version);
  return {
    type: 'modal',
    callback_id: callbackIds.calculator,
    title: plainText(globalShortcutName),
    submit: plainText('Post'),
    close: plainText('Cancel'),
    private_metadata: writeOrigin(origin),
    blocks: atMost([...where, ...blocks], limits.viewBlocks),
  };
}

/** Slack refuses a field with more text in it than can be typed there. */
function fitsForm({ text }: Question): boolean {
  return text.length <= limits.typedText;
}

const tooLong = `This question is too long to be changed here: a field holds ${grouped(limits.typedText)} characters. Change it where you have it, and ask it anew.`;

/** Title, lead and table above the fields; the proof below them. */
const blocksAbove = 3;

function fieldsForm(question: Question, outcome: Outcome, version: number): KnownBlock[] {
  const { named = {}, text } = question;
  const { named: counted = {} } = wordsFirst(question);
  const below = (input: CalculatorInput) =>
    outcome.kind === 'mistake' && outcome.input === input ? mistakeBlocks(outcome) : [];
  const drawn = outcome.kind === 'answer' ? drawAnswer(outcome.answer, 'modal') : noResult(outcome);
  return [
    ...drawn.slice(0, blocksAbove),
    ...formFields.flatMap((field) => [
      fieldInput(field, String(named[field] ?? ''), version, !(field in counted)),
      ...below(field),
    ]),
    wordsInput({ text }, version),
    ...below('words'),
    ...drawn.slice(blocksAbove),
  ];
}

function textForm(question: Question, outcome: Outcome, version: number): KnownBlock[] {
  const below = outcome.kind === 'mistake' ? mistakeBlocks(outcome) : drawAnswer(outcome.answer, 'modal');
  return [questionInput(question, version), ...below];
}

/** As high as most results, so that the fields below stay where they are while a value is half typed. */
function noResult({ input }: Mistake): KnownBlock[] {
  return [
    { type: 'header', text: plainText('No answer yet') },
    richText([text('Look at '), strong(titleOf(input)), text(' below.')]),
    preformatted(plainTable(emptyTable, Number.POSITIVE_INFINITY)),
  ];
}

const emptyTable = {
  kind: 'table',
  columns: [
    { title: 'Variant', align: 'left' },
    { title: 'Parameters', align: 'right' },
    { title: 'of standard', align: 'right' },
  ],
  rows: ['Standard', 'Depthwise', 'Separable'].map((name) => [{ text: name }, { text: '–' }, { text: '–' }]),
} as const;

/** What is wrong, and the nearest questions that work as buttons. */
function mistakeBlocks({ message, fixes }: Mistake): KnownBlock[] {
  const alert: AlertBlock = {
    type: 'alert',
    level: 'error',
    text: plainText(clip(message, limits.alertText)),
  };
  const told = message.length > limits.alertText ? [alert, context(message)] : [alert];
  const corrected = fixes
    .filter((fix) => fitsForm(draftOf(fix)))
    .map((fix, index) => button(askId(index), fix, fix, index === 0))
    .filter((one) => one !== undefined);
  return corrected.length > 0 ? [...told, { type: 'actions', elements: corrected }] : told;
}
