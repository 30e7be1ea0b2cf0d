import type { APIActionRowComponent, APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type { Answer } from '../../../src/answer/answer.ts';
import { buttonStyle, component } from './component.ts';
import { cut } from './cut.ts';
import { limits } from './limits.ts';
import { customId, type Press } from './press.ts';

/** Who sees a message: its asker alone, or everybody. */
export type Audience = 'private' | 'public';

type Button = APIButtonComponentWithCustomId;
type Row = APIActionRowComponent<Button>;

/** Rows of buttons, and whether some were left out because what they carry or open is too long for Discord. */
export type Buttons = { readonly rows: readonly Row[]; readonly isIncomplete: boolean };

/** The next questions, and what can be done with the answer: both in one row where they fit, else a row each. */
export function buttons(answer: Answer, audience: Audience): Buttons {
  const isCorrected = answer.kind === 'problem' && answer.actions.length > 1; // the last one is Help
  const asks = answer.actions.map(({ label, command }, index) =>
    button(label, { kind: 'ask', text: command }, isCorrected && index === 0),
  );
  const deeds = deedsOf(answer, audience).map(([label, press]) => button(label, press));
  const all = [...asks, ...deeds];
  const used = new Set<string>();
  const rows =
    all.length <= limits.buttonsInRow ? rowsOf(all, used) : [...rowsOf(asks, used), ...rowsOf(deeds, used)];
  return { rows, isIncomplete: all.includes(undefined) };
}

function deedsOf({ command, kind, numbers }: Answer, audience: Audience): [string, Press][] {
  const edit: [string, Press][] = numbers.kind === 'help' ? [] : [['Edit', { kind: 'edit', text: command }]];
  if (audience === 'public') return edit;
  // A mistake concerns nobody but its author, and help is there for whoever asks.
  const share: [string, Press][] = kind === 'answer' ? [['Share', { kind: 'share' }]] : [];
  return [...edit, ...share, ['Dismiss', { kind: 'dismiss' }]];
}

function button(label: string, press: Press, isMain = false): Button | undefined {
  // What is packed into a button can be longer than a form.
  const isTooLong = press.kind === 'edit' && press.text.length > limits.textInputCharacters;
  const id = isTooLong ? undefined : customId(press);
  if (id === undefined) return undefined;
  return {
    type: component.button,
    style: isMain ? buttonStyle.primary : buttonStyle.secondary,
    label: cut(label, limits.buttonLabelCharacters),
    custom_id: id,
  };
}

/** Discord refuses a message in which two buttons carry the same; the second would say nothing new. */
function rowsOf(list: readonly (Button | undefined)[], used: Set<string>): Row[] {
  const rows: { type: typeof component.row; components: Button[] }[] = [];
  for (const one of list) {
    if (!one || used.has(one.custom_id)) continue;
    used.add(one.custom_id);
    const last = rows.at(-1);
    if (last && last.components.length < limits.buttonsInRow) last.components.push(one);
    else rows.push({ type: component.row, components: [one] });
  }
  return rows;
}
