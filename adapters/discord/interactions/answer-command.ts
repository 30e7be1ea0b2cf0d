import type { APIChatInputApplicationCommandInteraction } from 'discord-api-types/v10';
import { editRequest } from '../../../src/command/edit-request.ts';
import { answerTo } from './answer-to.ts';
import { editForm } from './edit-form.ts';
import { questionOf } from './question-of.ts';
import { newMessage, type Reply } from './reply.ts';

/** `/convparams`: an answer, or a form where the question is to be edited first. */
export function answerCommand({ data, locale }: APIChatInputApplicationCommandInteraction): Reply {
  const question = questionOf(data.options);
  const edited = editRequest(question.text);
  if (edited !== undefined) return editForm({ ...question, text: edited });
  const { component, audience, told } = answerTo(question, locale);
  return newMessage(component, audience, told);
}
