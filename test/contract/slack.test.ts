import { drawAnswer } from '../../adapters/slack/draw/draw-answer.ts';
import { drawMessage } from '../../adapters/slack/draw/draw-message.ts';
import { plainText } from '../../adapters/slack/draw/plain-text.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { blockTexts } from '../support/slack/block-texts.ts';
import { messageManners } from '../support/slack/message-manners.ts';
import { payloadFaults } from '../support/slack/payload-faults.ts';
import { describeRenderer } from './renderer.ts';

const user = 'U012AB3CD';

/** A message as everybody gets it, with its faults as an exception: each question of the contract is a test of them. */
function messageOf(answer: Answer) {
  const message = drawMessage(answer, {
    audience: 'everybody',
    askedBy: { id: user, name: 'ada <!channel>' },
  });
  for (const drawn of [message, drawMessage(answer, { audience: 'asker' })]) {
    const faults = [...payloadFaults(drawn, 'message'), ...messageManners(drawn, { users: [user] })];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  }
  return message;
}

function modalOf(answer: Answer) {
  const view = { type: 'modal', title: plainText('Answer'), blocks: drawAnswer(answer, 'modal') };
  const faults = payloadFaults(view, 'modal');
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return view;
}

describeRenderer('Slack, blocks of a message', (answer) => blockTexts(messageOf(answer).blocks).join('\n'));
describeRenderer('Slack, blocks of a modal', (answer) => blockTexts(modalOf(answer).blocks).join('\n'));
describeRenderer('Slack, text of a message', (answer) => messageOf(answer).text, {
  live: [/[<>]/, /&(?!(?:amp|lt|gt);)/],
});
