import type { KnownBlock, ModalView } from '@slack/types';
import { type Answer, text } from '../../../src/answer/answer.ts';
import { askId } from '../action-ids.ts';
import { appName } from '../names.ts';
import { atMost } from './at-most.ts';
import { button } from './buttons.ts';
import { drawAnswer } from './draw-answer.ts';
import { limits } from './limits.ts';
import { plainText } from './plain-text.ts';
import { richText } from './rich-text.ts';

/**
 * An answer that is there to be read, in a modal: help, a lecture, or what no form can hold; with its next
 * questions as buttons. `reason`: why it is not to be changed, where somebody wanted to.
 */
export function drawReading(answer: Answer, reason?: string): ModalView {
  const asks = answer.actions.map(({ label, command }, index) => button(askId(index), label, command));
  const elements = asks.filter((one) => one !== undefined).slice(0, limits.actionsElements);
  const above = reason === undefined ? [] : [richText([text(reason)])];
  const below: KnownBlock[] = elements.length > 0 ? [{ type: 'actions', elements }] : [];
  const room = limits.viewBlocks - above.length - below.length;
  return {
    type: 'modal',
    title: plainText(appName),
    close: plainText('Close'),
    blocks: [...above, ...atMost(drawAnswer(answer, 'modal'), room), ...below],
  };
}
