import {
  type APIInteractionResponse,
  type APIMessage,
  type APIMessageTopLevelComponent,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Told } from '../../told.ts';
import type { Audience } from '../draw/buttons.ts';
import { drawNotice } from '../draw/draw-notice.ts';
import { messageBody } from '../message-body.ts';

/** The response to an interaction, and what is left to do once Discord has it. */
export type Reply = Told & {
  readonly response: APIInteractionResponse;
  readonly afterwards?: 'delete the message';
  /** Names the answer that it shares with everybody, which is done once. */
  readonly shares?: string;
};

/** A new message. */
export function newMessage(
  component: APIMessageTopLevelComponent,
  audience: Audience,
  told: Told = {},
): Reply {
  return {
    ...told,
    response: {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: messageBody([component], audience),
    },
  };
}

/** A sentence of the bot's own, for whoever clicked. */
export function notice(sentence: string): Reply {
  return newMessage(drawNotice(sentence), 'private');
}

/**
 * What answers a click: on a message that only the clicker sees, its new content; on any other, which stays as
 * it is for everybody else, a message for the clicker alone.
 */
export function answerToClick(
  message: APIMessage | undefined,
  component: APIMessageTopLevelComponent,
  told: Told = {},
): Reply {
  if (!message || !isPrivate(message)) return newMessage(component, 'private', told);
  return {
    ...told,
    response: {
      type: InteractionResponseType.UpdateMessage,
      // Who sees a message is settled when it is new, and is no flag of an update.
      data: messageBody([component], 'public'),
    },
  };
}

export function isPrivate({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
