import type { APIMessageApplicationCommandInteraction } from 'discord-api-types/v10';
import { askMessage } from '../../../src/ask-message.ts';
import { toldBy } from '../../told.ts';
import { drawAnswer } from '../draw/draw-answer.ts';
import { newMessage, notice, type Reply } from './reply.ts';

/** "Price conv layers" in a message's context menu: a private answer, which can be shared. */
export function priceMessage({ data, locale }: APIMessageApplicationCommandInteraction): Reply {
  const answer = askMessage(data.resolved.messages[data.target_id]?.content ?? '');
  if (!answer) return notice(noLayer);
  return newMessage(drawAnswer(answer, { audience: 'private', locale }), 'private', toldBy(answer));
}

const noLayer =
  'There is no layer in that message that I can read. I read PyTorch and Keras code, what print(model) shows, and questions such as 7 512 512 nobias.';
