import { setTimeout as pause } from 'node:timers/promises';
import { REST } from 'discord.js';
import { type APIInteraction, type APIInteractionResponse, Routes } from 'discord-api-types/v10';

/** What is sent to Discord about an interaction. Both reject where Discord refuses or is late. */
export type InteractionApi = {
  readonly answer: (interaction: APIInteraction, response: APIInteractionResponse) => Promise<void>;
  /** Tries several times. */
  readonly deleteAnswer: (interaction: APIInteraction) => Promise<void>;
};

/** Discord waits three seconds for the first response; what is later than this would come too late. */
const mostMilliseconds = 2_500;

/**
 * A REST of its own for interactions: a response that failed is out of date before it could be sent again, and
 * they need no token of the bot.
 */
export function interactionApi(api: string | undefined): InteractionApi {
  const rest = new REST({ version: '10', retries: 0, timeout: mostMilliseconds, ...(api ? { api } : {}) });
  return {
    answer: async ({ id, token }, body) => {
      await rest.post(Routes.interactionCallback(id, token), { body, auth: false });
    },
    deleteAnswer: async ({ application_id, token }) => {
      await persistently(() => rest.delete(Routes.webhookMessage(application_id, token), { auth: false }));
    },
  };
}

/**
 * Milliseconds before each further attempt: Discord may still be reading the response over HTTP that comes
 * before. With three attempts of the longest time, they keep within the ten seconds of a stop.
 */
const pauses = [500, 1_500];

async function persistently(work: () => Promise<unknown>, [wait, ...waits] = pauses): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (wait === undefined) throw error;
    await pause(wait);
    await persistently(work, waits);
  }
}
