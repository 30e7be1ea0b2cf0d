import { DiscordAPIError, type REST } from 'discord.js';
import {
  type APIMessage,
  type APIRole,
  RESTJSONErrorCodes,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord-api-types/v10';
import type { MessageBody } from '../message-body.ts';
import { fileReader, type ReadFile } from './file-reader.ts';

/** What is done with messages. All reject where Discord refuses. */
export type MessageApi = {
  /** Answers a message; the id of the answer. However often a nonce is sent, it is answered once. */
  readonly reply: (channel: string, question: string, nonce: string, body: MessageBody) => Promise<string>;
  /** Undefined where the answer is gone: a moderator can delete it. */
  readonly edit: (channel: string, answer: string, body: MessageBody) => Promise<string | undefined>;
  /** An answer that is gone is removed. */
  readonly remove: (channel: string, answer: string) => Promise<void>;
  /** The answer of a user to a message, among those that followed it soon. */
  readonly findReply: (channel: string, question: string, author: string) => Promise<string | undefined>;
  readonly readFile: ReadFile;
  /** The role that Discord made for a bot in a server, where it has one. */
  readonly roleOf: (bot: string, guild: string) => Promise<string | undefined>;
};

const mostLookedAt = 50;

export function messageApi(rest: REST, apiUrl: string | undefined): MessageApi {
  return {
    readFile: fileReader(apiUrl),
    roleOf: async (bot, guild) => {
      // As below: Discord documents a list of roles here.
      const roles = (await rest.get(Routes.guildRoles(guild))) as APIRole[];
      return roles.find(({ tags }) => tags?.bot_id === bot)?.id;
    },
    reply: async (channel, question, nonce, body) => {
      const message: RESTPostAPIChannelMessageJSONBody = {
        ...body,
        message_reference: { message_id: question, fail_if_not_exists: false },
        nonce,
        enforce_nonce: true,
      };
      return idOf(await rest.post(Routes.channelMessages(channel), { body: message }));
    },
    edit: async (channel, answer, body) => {
      const message: RESTPatchAPIChannelMessageJSONBody = body;
      return unlessGone(async () =>
        idOf(await rest.patch(Routes.channelMessage(channel, answer), { body: message })),
      );
    },
    remove: async (channel, answer) => {
      await unlessGone(() => rest.delete(Routes.channelMessage(channel, answer)));
    },
    findReply: async (channel, question, author) => {
      const query = new URLSearchParams({ after: question, limit: String(mostLookedAt) });
      // The REST client does not know what its addresses give; Discord documents a list of messages here.
      const messages = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
      return messages.find(
        (message) => message.author.id === author && message.message_reference?.message_id === question,
      )?.id;
    },
  };
}

async function unlessGone<Result>(request: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage)
      return undefined;
    throw error;
  }
}

function idOf(message: unknown): string {
  // As above: Discord documents a message here.
  return (message as APIMessage).id;
}
