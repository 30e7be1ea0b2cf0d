import {
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandOptionType,
  type InteractionType,
} from 'discord-api-types/v10';
import type { Named } from '../../../src/command/named.ts';
import type { Question } from '../../../src/command/parse.ts';
import { isTypedOption, queryOption } from '../commands/typed-options.ts';
import { unpacked } from '../draw/packed.ts';

type Option = APIApplicationCommandInteractionDataOption<
  InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>;

/** The options of `/convparams` as a question: `query` is its text, the others are named values. */
export function questionOf(options: readonly Option[] = []): Question {
  let text = '';
  const named: { -readonly [F in keyof Named]: Named[F] } = {};
  for (const option of options) {
    if (!('value' in option) || option.type === ApplicationCommandOptionType.Attachment) continue;
    const { name, value } = option;
    // A choice that was too long for Discord is packed; what only looks so is the person's own text.
    if (name === queryOption) text = unpacked(String(value)) ?? String(value);
    else if (isTypedOption(name)) named[name] = value;
  }
  return { text, named };
}
