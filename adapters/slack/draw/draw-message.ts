import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../../src/answer/answer.ts';
import { atMost } from './at-most.ts';
import { type Audience, buttons } from './buttons.ts';
import { context } from './context.ts';
import { drawAnswer } from './draw-answer.ts';
import { drawText } from './draw-text.ts';
import { limits } from './limits.ts';

/** A message: blocks for eyes, and the same in words. It shows no previews of links, and parses no markup. */
export type Message = {
  readonly text: string;
  readonly blocks: KnownBlock[];
  readonly mrkdwn: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
};

/** Who asked: by id for eyes, and by name for words, in which no mention is made. */
export type Asker = { readonly id: string; readonly name?: string | undefined };

export type MessageOptions = {
  readonly audience: Audience;
  /** Who asked, where others would not know. */
  readonly askedBy?: Asker;
};

/** An answer as a message. */
export function drawMessage(answer: Answer, { audience, askedBy }: MessageOptions): Message {
  const { row, isCut } = buttons(answer, audience);
  // To others the question is not theirs to change.
  const isTold = isCut && audience === 'asker';
  const tail: KnownBlock[] = isTold ? [context(tooLongForButtons), ...row] : [...row];
  if (askedBy) tail.unshift(creditBlock(askedBy));
  const blocks = atMost(drawAnswer(answer, 'message'), limits.messageBlocks - tail.length);
  return message(drawText(answer, askedBy?.name), [...blocks, ...tail]);
}

const tooLongForButtons = 'This question is too long for some of its buttons: to change it, ask it anew.';

/** A message of text and blocks, as all of ours are. */
export function message(text: string, blocks: KnownBlock[]): Message {
  return { text, blocks, mrkdwn: false, unfurl_links: false, unfurl_media: false };
}

function creditBlock({ id }: Asker): KnownBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: `Asked by <@${id}>` }] };
}
