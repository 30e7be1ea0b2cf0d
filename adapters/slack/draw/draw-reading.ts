import type { ModalView } from '@slack/types';
import type { Answer } from '../../../src/answer/answer.ts';
import { appName } from '../names.ts';
import { atMost } from './at-most.ts';
import { drawAnswer } from './draw-answer.ts';
import { limits } from './limits.ts';
import { plainText } from './plain-text.ts';

/** An answer that is there to be read, in a modal: help, or a lecture. */
export function drawReading(answer: Answer): ModalView {
  return {
    type: 'modal',
    title: plainText(appName),
    close: plainText('Close'),
    blocks: atMost(drawAnswer(answer, 'modal'), limits.viewBlocks),
  };
}
