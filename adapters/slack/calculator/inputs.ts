import type { InputBlock, RadioButtons } from '@slack/types';
import { catalogue, entryOf } from '../../../src/command/catalogue.ts';
import type { Question } from '../../../src/command/parse.ts';
import { type FormField, formFields } from '../../../src/form.ts';
import { actionIds } from '../action-ids.ts';
import { clip } from '../draw/clip.ts';
import { limits } from '../draw/limits.ts';
import { plainText } from '../draw/plain-text.ts';
import { blockId, type CalculatorInput, requiredInputs } from './block-ids.ts';

const asTyped = { trigger_actions_on: ['on_character_entered', 'on_enter_pressed'] } as const;

/** The choices of fields that are chosen, not typed. */
const choices: { readonly [F in FormField]?: Readonly<Record<string, string>> } = {
  bias: { on: 'With bias', off: 'Without bias' },
  convention: { pytorch: 'PyTorch', keras: 'Keras' },
};

/** A value of a field: 65536x65536x65536 at the longest. */
const longestValue = 32;

/** A field of the form for one layer. `isOverruled`: the words say something else, and what they say counts. */
export function fieldInput(
  field: FormField,
  value: string,
  version: number,
  isOverruled: boolean,
): InputBlock {
  const entry = entryOf(field);
  const label = capitalised(entry.title.replace(/^the /, ''));
  const block = {
    ...input(field, label, version),
    ...(isOverruled ? { hint: plainText(`“${wordsLabel}” below says otherwise, and counts.`) } : {}),
  };
  const options = choices[field];
  if (options) return { ...block, element: radioButtons(options, value) };
  const placeholder = plainText(clip(entry.exampleValue ?? '', limits.placeholder));
  const typed = {
    action_id: actionIds.field,
    placeholder,
    dispatch_action_config: { trigger_actions_on: [...asTyped.trigger_actions_on] },
  };
  const [least = 0, most = 0] = entry.range ?? [];
  const isNumber = /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
  return {
    ...block,
    element:
      entry.takes === 'whole'
        ? {
            type: 'number_input',
            is_decimal_allowed: false,
            min_value: String(least),
            max_value: String(most),
            ...typed,
            // Slack refuses others; what was typed stays in the field all the same.
            ...(isNumber ? { initial_value: value } : {}),
          }
        : {
            type: 'plain_text_input',
            max_length: longestValue,
            ...typed,
            ...(value === '' ? {} : { initial_value: value }),
          },
  };
}

const wordsLabel = 'Anything else';

/** Words for what has no field. */
export function wordsInput({ text }: Question, version: number): InputBlock {
  return textInput('words', wordsLabel, text, version, {
    hint: `Words such as ${wordsWithoutField.join(', ')}.`,
    multiline: false,
  });
}

/** One word of each entry that has no field. What is posted is shared anyway. */
const wordsWithoutField = catalogue
  .filter(({ fact }) => fact !== 'share' && !formFields.some((field) => field === fact))
  .map(({ shown }) => shown.split('`')[1]);

/** A whole question as text. */
export function questionInput({ text }: Question, version: number): InputBlock {
  return textInput('question', 'Question', text, version, {
    hint: 'Words or code, as behind the command. A + B is a stack, A vs B a comparison.',
    multiline: true,
  });
}

function textInput(
  name: 'words' | 'question',
  label: string,
  text: string,
  version: number,
  { hint, multiline }: { hint: string; multiline: boolean },
): InputBlock {
  return {
    ...input(name, label, version),
    hint: plainText(hint),
    element: {
      type: 'plain_text_input',
      action_id: actionIds.field,
      multiline,
      max_length: limits.typedText,
      dispatch_action_config: { trigger_actions_on: [...asTyped.trigger_actions_on] },
      ...(text === '' ? {} : { initial_value: text }),
    },
  };
}

function input(name: CalculatorInput, label: string, version: number): Omit<InputBlock, 'element'> {
  return {
    type: 'input',
    block_id: blockId(name, version),
    label: plainText(label),
    dispatch_action: true,
    optional: !requiredInputs.includes(name),
  };
}

function radioButtons(options: Readonly<Record<string, string>>, value: string): RadioButtons {
  const all = Object.entries(options).map(([name, label]) => ({ text: plainText(label), value: name }));
  const chosen = all.find((option) => option.value === value);
  return {
    type: 'radio_buttons',
    action_id: actionIds.field,
    options: all,
    ...(chosen ? { initial_option: chosen } : {}),
  };
}

/** Where to post, for a calculator that was opened outside of any conversation. */
export function conversationInput(version: number): InputBlock {
  return {
    type: 'input',
    block_id: blockId('conversation', version),
    label: plainText('Post the answer to'),
    element: {
      type: 'conversations_select',
      action_id: actionIds.field,
      default_to_current_conversation: true,
      // Posting by response_url needs no membership of the app.
      response_url_enabled: true,
    },
  };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
