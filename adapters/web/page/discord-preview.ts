import type { Answer } from '../../../src/answer/answer.ts';
import { drawAnswer } from '../../discord/draw/draw-answer.ts';
import { messageBody } from '../../discord/message-body.ts';
import { drawDiscord } from '../draw/draw-discord.ts';
import { element } from './element.ts';
import { showJson } from './json.ts';
import { mount } from './mount.ts';

/** Shows the message that Discord would get, in Discord's look, and its JSON. */
export function showDiscord(answer: Answer): void {
  const audience = answer.share ? 'public' : 'private';
  const container = drawAnswer(answer, { audience });
  mount(element('discord-message', HTMLElement), [drawDiscord(container)]);
  element('discord-private', HTMLElement).hidden = answer.share;
  showJson('discord-json', messageBody([container], audience));
}
