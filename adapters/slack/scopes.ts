/** What the bot may do in a workspace, and why it needs to. Nothing here lets it read a channel. */
export const scopes = {
  commands: 'the command and the two shortcuts',
  'chat:write':
    'answers to mentions and direct messages, and those posted from a form that was open for long',
  'app_mentions:read': 'messages that mention the app, and no others',
  'im:history': 'direct messages to the app, which need no mention',
} as const;

/** The events that Slack sends, each with the scope that it needs; the home needs none. */
export const botEvents = {
  app_home_opened: undefined,
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
} as const satisfies Record<string, keyof typeof scopes | undefined>;
