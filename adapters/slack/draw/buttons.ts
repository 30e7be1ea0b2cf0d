import type { ActionsBlock, Button } from '@slack/types';
import type { Answer } from '../../../src/answer/answer.ts';
import { actionIds, askId } from '../action-ids.ts';
import { clip } from './clip.ts';
import { limits } from './limits.ts';
import { packCommand } from './pack-command.ts';
import { plainText } from './plain-text.ts';

/** Who sees a message: its asker alone, who may share or dismiss it, or the whole conversation. */
export type Audience = 'asker' | 'everybody';

export type Buttons = {
  /** The row of buttons, if there is any. */
  readonly row: readonly ActionsBlock[];
  /** Whether a button had to be left out because its question does not fit on one. */
  readonly isCut: boolean;
};

/** The next questions, and what can be done with this one. Every button carries the question that it asks. */
export function buttons(answer: Answer, audience: Audience): Buttons {
  const isCorrected = answer.kind === 'problem' && answer.actions.length > 1;
  const next = answer.actions.map(({ label, command }, index) =>
    button(askId(index), label, command, isCorrected && index === 0),
  );
  const own = answer.kind === 'help' ? [] : [editButton('Edit', answer.command)];
  if (audience === 'asker' && isShareable(answer)) own.push(button(actionIds.share, 'Share', answer.command));
  const dismiss = audience === 'asker' ? [dismissButton] : [];
  const wanted = [...next, ...own];
  const elements = [...wanted.filter((one) => one !== undefined), ...dismiss].slice(
    0,
    limits.actionsElements,
  );
  return {
    row: elements.length > 0 ? [{ type: 'actions', elements }] : [],
    isCut: wanted.includes(undefined),
  };
}

/** A mistake is its author's own; help is there for everybody who asks. */
function isShareable({ kind }: Answer): boolean {
  return kind === 'answer';
}

/** Opens the calculator with a question; undefined where it would not fit into the calculator. */
export function editButton(label: string, command: string): Button | undefined {
  return command.length > limits.typedText ? undefined : button(actionIds.edit, label, command);
}

/** A button that carries a question; undefined where the question is too long for it. */
export function button(id: string, label: string, command: string, isPrimary = false): Button | undefined {
  const value = packCommand(command);
  if (value === undefined) return undefined;
  const text = plainText(clip(label, limits.buttonText));
  const plain: Button = { type: 'button', action_id: id, text, value };
  return isPrimary ? { ...plain, style: 'primary' } : plain;
}

const dismissButton: Button = { type: 'button', action_id: actionIds.dismiss, text: plainText('Dismiss') };
