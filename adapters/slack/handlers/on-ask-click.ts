import { ask } from '../../../src/ask.ts';
import { toldBy } from '../../told.ts';
import { draftOf } from '../calculator/draft-of.ts';
import { drawCalculator } from '../calculator/draw-calculator.ts';
import { readOrigin } from '../calculator/origin.ts';
import { drawMessage } from '../draw/draw-message.ts';
import type { ClickPayload } from '../payloads.ts';
import type { Reply } from '../reply.ts';
import { threadOf } from './thread-of.ts';

/**
 * A button with a question. On an answer that only its asker sees, the new answer takes its place; on one that
 * everybody sees, it is shown to the clicker alone. In the calculator it fills the fields; at home it opens it.
 */
export function onAskClick(click: ClickPayload, question: string): Reply {
  const { view, response_url: url, trigger_id } = click;
  if (view?.type === 'modal') {
    const origin = readOrigin(view.private_metadata);
    const filled = drawCalculator(draftOf(question), {
      ...origin,
      version: origin.version + 1,
    });
    const { id: view_id, hash } = view;
    return { calls: [{ method: 'views.update', arguments: { view_id, hash, view: filled } }] };
  }
  if (url === undefined) {
    const opened = drawCalculator(draftOf(question), { version: 0 });
    return { calls: [{ method: 'views.open', arguments: { trigger_id, view: opened } }] };
  }
  const answer = ask(question);
  const body = {
    ...drawMessage(answer, { audience: 'asker' }),
    response_type: 'ephemeral',
    replace_original: click.container?.is_ephemeral ?? false,
    ...threadOf(click),
  } as const;
  return { ...toldBy(answer), calls: [{ method: 'response_url', url, body }] };
}
