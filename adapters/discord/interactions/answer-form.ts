import type { APIModalSubmitInteraction, ModalSubmitComponent } from 'discord-api-types/v10';
import type { Question } from '../../../src/command/parse.ts';
import { answerTo } from './answer-to.ts';
import { layerFields, questionField, wordsField } from './edit-form.ts';
import { answerToClick, newMessage, type Reply } from './reply.ts';

/** A form that was sent off: the answer takes the place of the private message that the form was opened from. */
export function answerForm({ data, message, locale }: APIModalSubmitInteraction): Reply {
  const values = new Map<string, string>();
  for (const part of data.components) for (const { id, value } of fieldsOf(part)) values.set(id, value);
  const { component, audience, told } = answerTo(questionOf(values), locale);
  return audience === 'public'
    ? newMessage(component, audience, told)
    : answerToClick(message, component, told);
}

function questionOf(values: ReadonlyMap<string, string>): Question {
  const text = values.get(questionField);
  if (text !== undefined) return { text };
  const named = Object.fromEntries(layerFields.map(({ id }) => [id, values.get(id) ?? '']));
  return { text: values.get(wordsField) ?? '', named };
}

function fieldsOf(
  part: APIModalSubmitInteraction['data']['components'][number],
): { id: string; value: string }[] {
  if (!('component' in part)) return [];
  const field: ModalSubmitComponent = part.component;
  return 'value' in field && typeof field.value === 'string'
    ? [{ id: field.custom_id, value: field.value }]
    : [];
}
