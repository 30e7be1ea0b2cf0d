import { drawHome } from '../draw/draw-home.ts';
import type { HomeEvent } from '../payloads.ts';
import type { Reply } from '../reply.ts';

/** The app's home was opened. */
export function onHome({ user, tab }: HomeEvent): Reply {
  if (tab !== 'home') return {};
  return { calls: [{ method: 'views.publish', arguments: { user_id: user, view: drawHome() } }] };
}
