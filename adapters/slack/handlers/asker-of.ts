import type { Asker } from '../draw/draw-message.ts';
import type { SubmitPayload } from '../payloads.ts';

/** Who asked, of a click or of a form. */
export function askerOf({ id, username, name = username }: SubmitPayload['user']): Asker {
  return { id, name };
}
