import { drawCalculator } from '../calculator/draw-calculator.ts';
import { readOrigin } from '../calculator/origin.ts';
import { questionOf } from '../calculator/view-state.ts';
import type { ClickPayload } from '../payloads.ts';
import type { Reply } from '../reply.ts';

/** A keystroke in the calculator, typed `at` a time of Slack's: its answer is drawn anew. The last one wins. */
export function onField({ view }: ClickPayload, at: string): Reply {
  if (!view) return {};
  const { id: view_id, hash, private_metadata, state } = view;
  const redrawn = drawCalculator(questionOf(state), readOrigin(private_metadata));
  return { calls: [{ method: 'views.update', arguments: { view_id, hash, view: redrawn }, at }] };
}
