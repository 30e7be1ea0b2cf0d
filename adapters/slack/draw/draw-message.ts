import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../../src/answer/answer.ts';
import { counted } from '../../../src/numbers-in-words.ts';
import { type Audience, buttons } from './buttons.ts';
import { drawAnswer } from './draw-answer.ts';
import { context } from './draw-block.ts';
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

export type MessageOptions = {
  readonly audience: Audience;
  /** The id of the user who asked, where others would not know. */
  readonly askedBy?: string;
};

/** An answer as a message. */
export function drawMessage(answer: Answer, { audience, askedBy }: MessageOptions): Message {
  const { row, isCut } = buttons(answer, audience);
  const tail: KnownBlock[] = isCut ? [context(tooLongForButtons), ...row] : [...row];
  if (askedBy !== undefined) tail.unshift(creditBlock(askedBy));
  const credit = askedBy === undefined ? '' : `Asked by <@${askedBy}>\n\n`;
  return message(drawText(answer, credit), [...atMost(drawAnswer(answer, 'message'), tail.length), ...tail]);
}

const tooLongForButtons = 'This question is too long for some of its buttons: to change it, ask it anew.';

/** A message of text and blocks, as all of ours are. */
export function message(text: string, blocks: KnownBlock[]): Message {
  return { text, blocks, mrkdwn: false, unfurl_links: false, unfurl_media: false };
}

function creditBlock(user: string): KnownBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: `Asked by <@${user}>` }] };
}

/** As many blocks as a message takes beside its `others`; a last one says how many more there are. */
function atMost(blocks: KnownBlock[], others: number): KnownBlock[] {
  const room = limits.messageBlocks - others;
  if (blocks.length <= room) return blocks;
  const left = blocks.length - (room - 1);
  return [...blocks.slice(0, room - 1), context(`… and ${counted(left, 'more part')} of this answer`)];
}
