import { draftOf } from '../calculator/draft-of.ts';
import { drawCalculator } from '../calculator/draw-calculator.ts';
import type { GlobalShortcutPayload } from '../payloads.ts';
import type { Reply } from '../reply.ts';

/** The global shortcut: the calculator with the default layer. */
export function onCalculatorShortcut({ trigger_id }: GlobalShortcutPayload): Reply {
  const view = drawCalculator(draftOf(''), { version: 0 });
  return { calls: [{ method: 'views.open', arguments: { trigger_id, view } }] };
}
