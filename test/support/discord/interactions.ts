import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { applicationId } from './small-discord.ts';

export const userId = '2200000000000000001';
export const channelId = '3300000000000000001';

let count = 0;

/** An interaction with what Discord sends in each of them. A test names what its handler reads beside that. */
function interaction(type: InteractionType, rest: object): APIInteraction {
  count += 1;
  const common = {
    id: `44000000000000${String(count).padStart(5, '0')}`,
    application_id: applicationId,
    token: `token-of-${count}`,
    version: 1,
    locale: 'en-US',
    channel_id: channelId,
    context: 0,
    entitlements: [],
    authorizing_integration_owners: {},
    app_permissions: '0',
    member: { user: { id: userId, username: 'somebody' } },
  };
  // Not all of the documented fields: the handlers read no others.
  return { ...common, type, ...rest } as unknown as APIInteraction;
}

export function ping(): APIInteraction {
  return interaction(InteractionType.Ping, {});
}

export type Options = Readonly<Record<string, string | number | boolean>>;

export function command(options: Options = {}, rest: object = {}): APIInteraction {
  const data = { type: ApplicationCommandType.ChatInput, name: 'convparams', options: optionList(options) };
  return interaction(InteractionType.ApplicationCommand, { data, ...rest });
}

/** What Discord sends while somebody types into `query`. */
export function typing(query: string, options: Options = {}, rest: object = {}): APIInteraction {
  const data = {
    type: ApplicationCommandType.ChatInput,
    name: 'convparams',
    options: [
      ...optionList(options),
      ...optionList({ query }).map((option) => ({ ...option, focused: true })),
    ],
  };
  return interaction(InteractionType.ApplicationCommandAutocomplete, { data, ...rest });
}

/** "Price conv layers" on a message, of which `more` tells what it has beside its content. */
export function menu(content: string, rest: object = {}, more: object = {}): APIInteraction {
  const data = {
    type: ApplicationCommandType.Message,
    name: 'Price conv layers',
    target_id: '1',
    resolved: { messages: { '1': { id: '1', content, ...more } } },
  };
  return interaction(InteractionType.ApplicationCommand, { data, ...rest });
}

/** A click on a button of a message. */
export function click(customId: string, message: object = {}, rest: object = {}): APIInteraction {
  const data = { component_type: 2, custom_id: customId };
  return interaction(InteractionType.MessageComponent, {
    data,
    message: { id: '1', flags: 0, ...message },
    ...rest,
  });
}

/** A form that was sent off, with its fields' values by their ids. */
export function sentForm(values: Readonly<Record<string, string>>, rest: object = {}): APIInteraction {
  const components = Object.entries(values).map(([custom_id, value]) => ({
    type: 18,
    component: { type: 4, custom_id, value },
  }));
  return interaction(InteractionType.ModalSubmit, { data: { custom_id: 'edit', components }, ...rest });
}

function optionList(options: Options): { name: string; type: number; value: string | number | boolean }[] {
  return Object.entries(options).map(([name, value]) => ({
    name,
    value,
    type:
      typeof value === 'string'
        ? ApplicationCommandOptionType.String
        : typeof value === 'number'
          ? ApplicationCommandOptionType.Integer
          : ApplicationCommandOptionType.Boolean,
  }));
}
