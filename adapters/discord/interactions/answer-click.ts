import { type APIMessageComponentInteraction, InteractionResponseType } from 'discord-api-types/v10';
import { pressOf } from '../draw/press.ts';
import { sharedCopy } from '../draw/shared-copy.ts';
import { messageBody } from '../message-body.ts';
import { answerTo } from './answer-to.ts';
import { editForm } from './edit-form.ts';
import { answerToClick, isPrivate, notice, type Reply } from './reply.ts';

/** A click on a button. */
export function answerClick(interaction: APIMessageComponentInteraction): Reply {
  const { message, locale } = interaction;
  const press = pressOf(interaction.data.custom_id);
  switch (press?.kind) {
    case 'ask': {
      const { component, told } = answerTo({ text: press.text }, locale);
      return answerToClick(message, component, told);
    }
    case 'edit':
      return editForm({ text: press.text });
    case 'share':
      return share(interaction);
    case 'dismiss':
      if (!isPrivate(message)) return notice('Only a private answer can be dismissed.');
      return {
        response: { type: InteractionResponseType.DeferredMessageUpdate },
        afterwards: 'delete the message',
      };
    case undefined:
      return notice('This button belongs to another version of convparams. Ask again with /convparams.');
  }
}

function share({ message, member, user }: APIMessageComponentInteraction): Reply {
  const sharer = (member?.user ?? user)?.id;
  const components = sharedCopy(message.components ?? [], sharer ?? '');
  if (sharer === undefined || components.length === 0)
    return notice('There is nothing to share in this message.');
  return {
    // A private message that shows its next answer keeps its id.
    shares: `share ${message.id} ${message.edited_timestamp ?? ''}`,
    response: {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: messageBody(components, 'public'),
    },
  };
}
