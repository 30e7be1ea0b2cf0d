import { LRUCache } from 'lru-cache';
import { isFromPerson } from './is-from-person.ts';
import type { MessageApi } from './message-api.ts';
import type { AskingMessage } from './question-in.ts';

const mostServers = 1_000;

/**
 * Tells whether a person mentioned the bot's role instead of the bot. In each server Discord gives a bot a role of
 * its own name, which is offered beside it where somebody types a mention; and it keeps the text of such a message
 * from the bot. The role is asked for once a server. Rejects where that fails.
 */
export function ownRole(
  api: Pick<MessageApi, 'roleOf'>,
): (message: AskingMessage, botId: string) => Promise<boolean> {
  const roles = new LRUCache<string, Promise<string | undefined>>({ max: mostServers });
  return async (message, botId) => {
    const { guild_id: guild, mention_roles: mentioned = [] } = message;
    if (guild === undefined || mentioned.length === 0 || !isFromPerson(message, botId)) return false;
    const role = roles.get(guild) ?? api.roleOf(botId, guild);
    roles.set(guild, role);
    role.catch(() => roles.delete(guild)); // whoever waits for it sees the failure
    const own = await role;
    return own !== undefined && mentioned.includes(own);
  };
}
