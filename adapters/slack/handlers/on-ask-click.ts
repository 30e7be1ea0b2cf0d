import { ask } from '../../../src/ask.ts';
import { toldBy } from '../../told.ts';
import { draftOf } from '../calculator/draft-of.ts';
import { drawCalculator } from '../calculator/draw-calculator.ts';
import { readOrigin } from '../calculator/origin.ts';
import { drawMessage } from '../draw/draw-message.ts';
import { drawReading } from '../draw/draw-reading.ts';
import type { ClickPayload, ViewPayload } from '../payloads.ts';
import type { Reply } from '../reply.ts';
import { threadOf } from './thread-of.ts';

/**
 * A button with a question. On an answer that only its asker sees, the new answer takes its place; on one that
 * everybody sees, it is shown to the clicker alone. In the calculator it fills the fields; at home it opens it.
 */
export function onAskClick(click: ClickPayload, question: string, at: string): Reply {
  const { view, response_url: url } = click;
  if (view?.type === 'modal') return fillFields(view, question, at);
  if (url === undefined) return openModal(click, question);
  const answer = ask(question);
  const body = {
    ...drawMessage(answer, { audience: 'asker' }),
    response_type: 'ephemeral',
    replace_original: click.container?.is_ephemeral ?? false,
    ...threadOf({ ...click.message, ...click.container }),
  } as const;
  return { ...toldBy(answer), calls: [{ method: 'response_url', url, body }] };
}

function fillFields(
  { id: view_id, hash, private_metadata }: ViewPayload,
  question: string,
  at: string,
): Reply {
  const origin = readOrigin(private_metadata);
  const view = drawCalculator(draftOf(question), { ...origin, version: origin.version + 1 });
  return { calls: [{ method: 'views.update', arguments: { view_id, hash, view }, at }] };
}

/** Help and lectures are there to be read; any other question can be changed and posted. */
function openModal({ trigger_id }: ClickPayload, question: string): Reply {
  const answer = ask(question);
  const view =
    answer.numbers.kind === 'help' ? drawReading(answer) : drawCalculator(draftOf(question), { version: 0 });
  return { calls: [{ method: 'views.open', arguments: { trigger_id, view } }] };
}
