import { examples } from '../../src/command/catalogue.ts';
import { callbackIds } from './action-ids.ts';
import { appName, globalShortcutName, messageShortcutName, privacy, slashCommand } from './names.ts';
import { botEvents, scopes } from './scopes.ts';

/** The two ways in which Slack reaches the bot. */
export type Transport = { readonly kind: 'socket' } | { readonly kind: 'http'; readonly url: string };

/**
 * The app as Slack creates it, after the schema of slackapi/manifest-schema, version 2. What it says of the
 * command comes from the catalogue, what it asks for from the scopes.
 */
export function slackManifest(transport: Transport): object {
  const request = transport.kind === 'http' ? { request_url: transport.url } : {};
  const command = transport.kind === 'http' ? { url: transport.url } : {};
  return {
    _metadata: { major_version: 2, minor_version: 0 },
    display_information: {
      name: appName,
      description: 'What a convolution layer costs, and why',
      long_description: longDescription(),
      background_color: '#1d3a5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: appName, always_online: true },
      shortcuts: [
        {
          name: messageShortcutName,
          type: 'message',
          callback_id: callbackIds.priceMessage,
          description: 'What the PyTorch or Keras layers in a message cost',
        },
        {
          name: globalShortcutName,
          type: 'global',
          callback_id: callbackIds.openCalculator,
          description: 'A form whose answer follows what you type',
        },
      ],
      slash_commands: [
        {
          command: slashCommand,
          ...command,
          description: 'Parameters of a convolution layer, as standard, depthwise and separable',
          usage_hint: `${examples[0]?.command ?? ''}  (help shows more)`,
          should_escape: false,
        },
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(scopes) } },
    settings: {
      event_subscriptions: { ...request, bot_events: Object.keys(botEvents) },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: transport.kind === 'socket',
      token_rotation_enabled: false,
    },
  };
}

function longDescription(): string {
  const questions = examples.map(({ command, teaches }) => `• ${slashCommand} ${command}: ${teaches}`);
  return [
    `Type ${slashCommand} and a layer, and read what it costs: its parameters as a standard, depthwise and depthwise-separable convolution, each against the standard, the formula with the numbers put in, and why the savings are what they are. With an input size also MACs, output and bytes. Only you see the answer until you share it.`,
    ...questions,
    privacy,
  ].join('\n');
}
