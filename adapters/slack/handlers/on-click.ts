import { actionIds, anyAskId } from '../action-ids.ts';
import { unpackCommand } from '../draw/pack-command.ts';
import type { ClickPayload } from '../payloads.ts';
import type { Reply } from '../reply.ts';
import { onAskClick } from './on-ask-click.ts';
import { onDismiss } from './on-dismiss.ts';
import { onEdit } from './on-edit.ts';
import { onField } from './on-field.ts';
import { onShare } from './on-share.ts';

/** What was clicked or changed, and when. */
type ClickedAction = { readonly action_id: string; readonly action_ts: string; readonly value?: string };

/** A click on any button, or a change of any field, by its action id. What no id of ours is for has no reply. */
export function onClick(click: ClickPayload, action: ClickedAction): Reply {
  const question = () => unpackCommand(action.value ?? '');
  switch (action.action_id) {
    case actionIds.edit:
      return onEdit(click, question());
    case actionIds.share:
      return onShare(click, question());
    case actionIds.dismiss:
      return onDismiss(click);
    case actionIds.field:
      return onField(click, action.action_ts);
    default:
      return anyAskId.test(action.action_id) ? onAskClick(click, question(), action.action_ts) : {};
  }
}
