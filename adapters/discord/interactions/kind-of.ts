import { type APIInteraction, ApplicationCommandType, InteractionType } from 'discord-api-types/v10';

/** How something was asked, for the log and the counts, in the words that Slack's adapter uses as well. */
export function kindOf(interaction: APIInteraction): string {
  switch (interaction.type) {
    case InteractionType.Ping:
      return 'ping';
    case InteractionType.ApplicationCommandAutocomplete:
      return 'typing';
    case InteractionType.MessageComponent:
      return 'click';
    case InteractionType.ModalSubmit:
      return 'submit';
    case InteractionType.ApplicationCommand:
      return interaction.data.type === ApplicationCommandType.Message ? 'message shortcut' : 'command';
  }
}
