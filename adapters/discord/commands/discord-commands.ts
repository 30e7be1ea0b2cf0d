import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { commandName, entryOf, messageMenuName } from '../../../src/command/catalogue.ts';
import { cut } from '../draw/cut.ts';
import { limits } from '../draw/limits.ts';
import { localisations, type Term } from './translations.ts';
import { queryOption, type TypedOption, typedOptions } from './typed-options.ts';

/** Installable by servers and by users; in servers, in the bot's direct messages, and in all other ones. */
const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** The commands as Discord registers them, derived from the catalogue. */
export function discordCommands(): RESTPostAPIApplicationCommandsJSONBody[] {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      // A product's name is the same in every language.
      name: commandName,
      description: 'What a convolution layer costs: parameters, MACs, and what separable would save',
      description_localizations: localisations(commandName).description_localizations,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: queryOption,
          description:
            'A layer, several, or code: 7 512 512 nobias; 5 32 64 vs 3 32 64; nn.Conv2d(3, 64, 7); help',
          ...localisations(queryOption),
          autocomplete: true,
        },
        ...typedOptions.map(typedOption),
      ],
      ...everywhere,
    },
    {
      type: ApplicationCommandType.Message,
      name: messageMenuName,
      name_localizations: localisations('price').name_localizations,
      ...everywhere,
    },
  ];
}

/** One number where the language has one, a text where it may be one an axis, a switch where it is yes or no. */
function typedOption(name: TypedOption): APIApplicationCommandBasicOption {
  const { takes, range, values, meaning } = entryOf(name);
  const common = { name, description: described(meaning), ...localisations(name satisfies Term) };
  if (takes === 'whole' && range) {
    const [least, greatest] = range;
    return { type: ApplicationCommandOptionType.Integer, ...common, min_value: least, max_value: greatest };
  }
  if (takes === undefined && (values === undefined || 'on' in values)) {
    return { type: ApplicationCommandOptionType.Boolean, ...common };
  }
  return { type: ApplicationCommandOptionType.String, ...common };
}

function described(meaning: string): string {
  const plain = meaning.replaceAll('`', '');
  return cut(plain.charAt(0).toUpperCase() + plain.slice(1), limits.descriptionCharacters);
}
