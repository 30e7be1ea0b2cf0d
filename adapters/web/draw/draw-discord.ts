import type { APIComponentInContainer, APIContainerComponent } from 'discord-api-types/v10';
import { component } from '../../discord/draw/component.ts';
import { pressOf } from '../../discord/draw/press.ts';
import { discordMarkup } from './discord-markup.ts';
import { askButton } from './draw-actions.ts';
import { type Piece, tag } from './piece.ts';

/** A container of Components V2 in Discord's look. Its colour is a class, as a page has no inline styles. */
export function drawDiscord({ components, accent_color }: APIContainerComponent): Piece {
  const accent = `accent-${(accent_color ?? 0).toString(16).padStart(6, '0')}`;
  return tag('div', { class: `discord-container ${accent}` }, ...components.map(drawComponent));
}

function drawComponent(part: APIComponentInContainer): Piece {
  switch (part.type) {
    case component.textDisplay:
      return tag('div', { class: 'discord-text' }, ...discordMarkup(part.content));
    case component.separator:
      return tag('div', { class: 'discord-separator' });
    case component.row:
      return tag('div', { class: 'discord-row' }, ...part.components.map(drawButton));
    default:
      throw new Error(`no message of ours has a component of type ${part.type}`);
  }
}

type Row = Extract<APIComponentInContainer, { type: typeof component.row }>;

/** A button asks its question here as it does there; what only Discord can do is shown, and says so. */
function drawButton(button: Row['components'][number]): Piece {
  if (!('custom_id' in button) || !('label' in button)) throw new Error('a row of ours has only buttons');
  const press = pressOf(button.custom_id);
  const look = button.style === 1 ? 'discord-button primary' : 'discord-button';
  const label = button.label ?? '';
  if (press?.kind === 'ask') return askButton(label, press.text, look);
  const idle = { 'aria-disabled': 'true', title: 'Works in Discord only' };
  return tag('button', { type: 'button', class: look, ...idle }, label);
}
