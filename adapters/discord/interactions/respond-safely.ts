import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { faultReport } from '../../fault.ts';
import type { Log } from '../../log.ts';
import { notice, type Reply } from './reply.ts';
import { respond } from './respond.ts';

/** The reply to an interaction, also where answering it fails: that is logged, and told with the log's id. */
export function respondSafely(interaction: APIInteraction, log: Log, answer = respond): Reply {
  try {
    return answer(interaction);
  } catch (err) {
    const { id, sentence } = faultReport();
    log.error({ err, fault: id, interactionType: interaction.type }, 'an interaction failed');
    if (interaction.type !== InteractionType.ApplicationCommandAutocomplete)
      return { ...notice(sentence), fault: id };
    return {
      fault: id,
      response: {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: [] },
      },
    };
  }
}
