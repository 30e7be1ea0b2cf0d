import type { APIContainerComponent } from 'discord-api-types/v10';
import { component } from './component.ts';
import { escaped } from './escaped.ts';

/** A sentence of the bot's own, where there is nothing to answer. */
export function drawNotice(sentence: string): APIContainerComponent {
  return {
    type: component.container,
    components: [{ type: component.textDisplay, content: escaped(sentence) }],
  };
}
