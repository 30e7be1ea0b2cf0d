import { ask } from '../../../src/ask.ts';
import { editRequest } from '../../../src/command/edit-request.ts';
import { toldBy } from '../../told.ts';
import { draftOf } from '../calculator/draft-of.ts';
import { drawCalculator } from '../calculator/draw-calculator.ts';
import { drawMessage } from '../draw/draw-message.ts';
import type { CommandPayload } from '../payloads.ts';
import { unescaped } from '../read/unescaped.ts';
import type { CommandResponse, Reply } from '../reply.ts';
import { keepReply } from './kept-replies.ts';

/** `/convparams …`: the answer in the command's own response, or the calculator for `/convparams edit …`. */
export function onCommand(command: CommandPayload): Reply<CommandResponse> {
  const question = unescaped(command.text);
  const edited = editRequest(question);
  if (edited !== undefined) {
    const origin = { responseUrl: command.response_url, channel: command.channel_id, version: 0 };
    const view = drawCalculator(draftOf(edited), origin);
    return { calls: [{ method: 'views.open', arguments: { trigger_id: command.trigger_id, view } }] };
  }
  const answer = ask(question);
  if (answer.share) {
    const askedBy = { id: command.user_id, name: command.user_name };
    return {
      ...toldBy(answer),
      ack: { response_type: 'in_channel', ...drawMessage(answer, { audience: 'everybody', askedBy }) },
    };
  }
  const reply: Reply<CommandResponse> = {
    ...toldBy(answer),
    ack: { response_type: 'ephemeral', ...drawMessage(answer, { audience: 'asker' }) },
  };
  keepReply(command.text, reply);
  return reply;
}
