import { type APILabelComponent, InteractionResponseType, TextInputStyle } from 'discord-api-types/v10';
import { ask } from '../../../src/ask.ts';
import { type Named, placeNamed } from '../../../src/command/named.ts';
import type { Question } from '../../../src/command/parse.ts';
import { formOf } from '../../../src/form.ts';
import { component } from '../draw/component.ts';
import { limits } from '../draw/limits.ts';
import { isShared } from './is-shared.ts';
import { notice, type Reply } from './reply.ts';

/**
 * The fields of a layer's form. A modal has five at most: what is changed most often has its own, and all else
 * that is said of a layer stands in the last one, in words.
 */
export const layerFields = [
  { id: 'kernel', label: 'Kernel', placeholder: '7, 1x7 or 3x3x3' },
  { id: 'in', label: 'Input channels', placeholder: '512' },
  { id: 'out', label: 'Output channels', placeholder: '512' },
  { id: 'input', label: 'Input size', placeholder: '56 or 224x224, for MACs and the output size' },
] as const satisfies readonly { id: keyof Named; label: string; placeholder: string }[];

export const wordsField = 'words';
/** The one field of a question that is not about one layer. */
export const questionField = 'question';

/** The form that changes a question. Its fields hold everything: what is sent off needs no other state. */
export function editForm(question: Question): Reply {
  const form = formOf(question);
  if (!form) return questionForm(placeNamed(question.text, question.named ?? {}).text.trim());
  const { kernel, in: inChannels, out, input, ...others } = form.named;
  const values = { kernel, in: inChannels, out, input };
  const share = isShared(ask(question), question);
  return modal('Edit the layer', [
    ...layerFields.map(({ id, ...field }) => textField({ ...field, id, value: values[id] })),
    textField({
      id: wordsField,
      label: 'Everything else, in words',
      placeholder: 'nobias g=32 s=2 keras int8 bn',
      value: placeNamed(form.text, { ...withoutDefaults(others), share }).text.trim(),
    }),
  ]);
}

/** Values that differ from those of a layer about which nothing is said. */
function withoutDefaults(named: Named): Named {
  const defaults: Named = formOf('')?.named ?? {};
  const said = Object.entries(named).filter(([name, value]) => defaults[name as keyof Named] !== value); // keys of Named
  return Object.fromEntries(said);
}

function questionForm(text: string): Reply {
  if (text.length > limits.textInputCharacters) {
    return notice('This question is longer than a form of Discord can hold. Ask it anew with /convparams.');
  }
  return modal('Edit the question', [
    textField({
      id: questionField,
      label: 'Question',
      placeholder: '7 512 512 nobias vs 3 512 512 nobias',
      value: text,
      isLong: true,
    }),
  ]);
}

function modal(title: string, components: APILabelComponent[]): Reply {
  return {
    response: { type: InteractionResponseType.Modal, data: { custom_id: 'edit', title, components } },
  };
}

type Field = { id: string; label: string; placeholder: string; value: string; isLong?: boolean };

function textField({ id, label, placeholder, value, isLong = false }: Field): APILabelComponent {
  return {
    type: component.label,
    label,
    component: {
      type: component.textInput,
      custom_id: id,
      style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
      placeholder,
      ...(value === '' ? {} : { value }),
      required: false,
      max_length: limits.textInputCharacters,
    },
  };
}
