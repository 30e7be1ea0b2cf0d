import type {
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { smallPrint } from './block-part.ts';
import { component } from './component.ts';
import { pressOf } from './press.ts';

/**
 * A private answer as everybody may see it: as its message has it, so that this works for an answer of any
 * length, without what only its asker can do, and with who asked. `sharer` is a user's id.
 */
export function sharedCopy(
  components: readonly APIMessageTopLevelComponent[],
  sharer: string,
): APIContainerComponent[] {
  const containers = components.filter((part) => part.type === component.container);
  return containers.map(({ id: _, ...container }) => {
    const copies = container.components.flatMap(copyOf);
    const texts = copies.filter(({ type }) => type !== component.row);
    const rows = copies.filter(({ type }) => type === component.row);
    return { ...container, components: [...texts, askedBy(sharer), ...rows] };
  });
}

/** Without Discord's numbering, which holds for one message alone. */
function copyOf({ id: _, ...part }: APIComponentInContainer): APIComponentInContainer[] {
  if (part.type !== component.row) return [part];
  const components = part.components.filter((button) => !isPrivate(button)).map(withoutId);
  return components.length > 0 ? [{ ...part, components }] : [];
}

function isPrivate(button: APIComponentInMessageActionRow): boolean {
  const press = 'custom_id' in button ? pressOf(button.custom_id) : undefined;
  return press?.kind === 'share' || press?.kind === 'dismiss';
}

function withoutId({ id: _, ...button }: APIComponentInMessageActionRow): APIComponentInMessageActionRow {
  return button;
}

/** Discord shows the name; with `allowed_mentions` empty it tells nobody. */
function askedBy(sharer: string): APIComponentInContainer {
  return { type: component.textDisplay, content: smallPrint(`Asked by <@${sharer}>`) };
}
