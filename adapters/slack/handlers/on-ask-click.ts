import type { ModalView } from '@slack/types';
import { ask } from '../../../src/ask.ts';
import { toldBy } from '../../told.ts';
import { draftOf } from '../calculator/draft-of.ts';
import { drawCalculator } from '../calculator/draw-calculator.ts';
import { type Origin, readOrigin } from '../calculator/origin.ts';
import { drawMessage } from '../draw/draw-message.ts';
import { drawReading } from '../draw/draw-reading.ts';
import type { ClickPayload, ViewPayload } from '../payloads.ts';
import type { Reply } from '../reply.ts';
import { threadOf } from './thread-of.ts';

/**
 * A button with a question. On an answer that only its asker sees, the new answer takes its place; on one that
 * everybody sees, it is shown to the clicker alone. In the calculator it fills the fields; in a modal that is read,
 * and at home, it opens it.
 */
export function onAskClick(click: ClickPayload, question: string, at: string): Reply {
  const { view, response_url: url } = click;
  if (view?.type === 'modal') return drawAnew(view, question, at);
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

/** A modal that is read has no origin. */
function drawAnew({ id: view_id, hash, private_metadata }: ViewPayload, question: string, at: string): Reply {
  const view =
    private_metadata === '' ? modalFor(question) : filledFields(readOrigin(private_metadata), question);
  return { calls: [{ method: 'views.update', arguments: { view_id, hash, view }, at }] };
}

function filledFields(origin: Origin, question: string): ModalView {
  return drawCalculator(draftOf(question), { ...origin, version: origin.version + 1 });
}

function openModal({ trigger_id }: ClickPayload, question: string): Reply {
  return { calls: [{ method: 'views.open', arguments: { trigger_id, view: modalFor(question) } }] };
}

/** Help and lectures are there to be read; any other question can be changed and posted. */
function modalFor(question: string): ModalView {
  const answer = ask(question);
  return answer.numbers.kind === 'help'
    ? drawReading(answer)
    : drawCalculator(draftOf(question), { version: 0 });
}
