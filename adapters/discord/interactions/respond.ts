import {
  type APIInteraction,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import { answerClick } from './answer-click.ts';
import { answerCommand } from './answer-command.ts';
import { answerForm } from './answer-form.ts';
import { priceMessage } from './price-message.ts';
import { notice, type Reply } from './reply.ts';
import { suggest } from './suggest.ts';

/** An interaction, as the gateway and the endpoint alike hand it over, and its reply. Does no I/O. */
export function respond(interaction: APIInteraction): Reply {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { response: { type: InteractionResponseType.Pong } };
    case InteractionType.ApplicationCommandAutocomplete:
      return suggest(interaction);
    case InteractionType.MessageComponent:
      return answerClick(interaction);
    case InteractionType.ModalSubmit:
      return answerForm(interaction);
    case InteractionType.ApplicationCommand:
      break;
  }
  switch (interaction.data.type) {
    case ApplicationCommandType.ChatInput:
      return answerCommand({ ...interaction, data: interaction.data });
    case ApplicationCommandType.Message:
      return priceMessage({ ...interaction, data: interaction.data });
    default:
      return notice('This command belongs to another version of convparams.');
  }
}
