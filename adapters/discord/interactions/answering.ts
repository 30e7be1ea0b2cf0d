import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import { arrived } from '../../arrived.ts';
import type { Log } from '../../log.ts';
import type { Seen } from '../seen.ts';
import { kindOf } from './kind-of.ts';
import { notice, type Reply } from './reply.ts';
import { respond } from './respond.ts';
import { respondSafely } from './respond-safely.ts';

/** An interaction that is being answered. Its transport sends the response, and says what became of it. */
export type Answering = {
  readonly response: Reply['response'];
  readonly delivered: () => void;
  readonly undelivered: () => void;
};

export type AnsweringOptions = {
  readonly answered: Seen;
  /** What is left to do once Discord has the response. */
  readonly afterwards: (interaction: APIInteraction, reply: Reply) => void;
  readonly log: Log;
  readonly answer?: typeof respond;
};

/** Begins to answer an interaction, once: undefined for one that came before. */
export function answering(
  interaction: APIInteraction,
  { answered, afterwards, log, answer = respond }: AnsweringOptions,
): Answering | undefined {
  if (interaction.type !== InteractionType.Ping && !answered.isNew(interaction.id)) return undefined;
  const over = arrived(log, 'discord', kindOf(interaction));
  const reply = sharedOnce(respondSafely(interaction, log, answer), answered);
  return {
    response: reply.response,
    delivered: () => {
      over(reply);
      afterwards(interaction, reply);
    },
    undelivered: () => {
      over('undelivered');
      if (reply.shares !== undefined) answered.forget(reply.shares);
    },
  };
}

/** A second click on the same Share posts nothing. */
function sharedOnce(reply: Reply, answered: Seen): Reply {
  if (reply.shares === undefined || answered.isNew(reply.shares)) return reply;
  return notice('This answer is shared already.');
}
