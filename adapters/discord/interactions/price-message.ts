import type { APIMessageApplicationCommandInteraction } from 'discord-api-types/v10';
import { noLayer } from '../../../src/answer/no-layer.ts';
import { askMessage } from '../../../src/ask-message.ts';
import { toldBy } from '../../told.ts';
import { drawAnswer } from '../draw/draw-answer.ts';
import { saidIn } from '../messages/said-in.ts';
import { newMessage, notice, type Reply } from './reply.ts';

/** "Price conv layers" in a message's context menu: a private answer, which can be shared. */
export function priceMessage({ data, locale }: APIMessageApplicationCommandInteraction): Reply {
  const { words, files } = saidIn(data.resolved.messages[data.target_id] ?? { content: '' });
  const answer = askMessage(words);
  if (!answer) return notice(files.length === 0 ? noLayer : inFile);
  return newMessage(drawAnswer(answer, { audience: 'private', locale }), 'private', toldBy(answer));
}

/** Discord waits three seconds for the answer, and a file would have to be fetched first. */
const inFile =
  'The text of that message is in a file, which this command does not read. Send me the file with a mention of me, or forward me the message, and I will.';
