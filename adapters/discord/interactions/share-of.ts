import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import { pressOf } from '../draw/press.ts';

/** What a click on Share shares: a message as it is now. Undefined for anything else. */
export function shareOf(interaction: APIInteraction): string | undefined {
  if (interaction.type !== InteractionType.MessageComponent) return undefined;
  const { data, message } = interaction;
  if (pressOf(data.custom_id)?.kind !== 'share') return undefined;
  // A private message that shows its next answer keeps its id.
  return `share ${message.id} ${message.edited_timestamp ?? ''}`;
}
