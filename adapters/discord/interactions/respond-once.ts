import type { APIInteraction } from 'discord-api-types/v10';
import type { Log } from '../../log.ts';
import type { Seen } from '../seen.ts';
import { notice, type Reply } from './reply.ts';
import { respondSafely } from './respond-safely.ts';
import { shareOf } from './share-of.ts';

/** The reply to an interaction; a second click on the same Share posts nothing. */
export function respondOnce(interaction: APIInteraction, answered: Seen, log: Log): Reply {
  const share = shareOf(interaction);
  if (share !== undefined && !answered.isNew(share)) return notice('This answer is shared already.');
  return respondSafely(interaction, log);
}
