import {
  type APIApplicationCommandAutocompleteInteraction,
  InteractionResponseType,
} from 'discord-api-types/v10';
import { choicesFor } from './choices-for.ts';
import { questionOf } from './question-of.ts';
import type { Reply } from './reply.ts';

/** What is shown while a question is typed: its answer already. */
export function suggest({ data, locale }: APIApplicationCommandAutocompleteInteraction): Reply {
  return {
    response: {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: choicesFor(questionOf(data.options), locale) },
    },
  };
}
