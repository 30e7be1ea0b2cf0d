import { LRUCache } from 'lru-cache';
import { arrived, type Finish } from '../../arrived.ts';
import type { Log } from '../../log.ts';
import { drawNotice } from '../draw/draw-notice.ts';
import { loggable } from '../loggable.ts';
import { messageBody } from '../message-body.ts';
import { type AnsweredMessage, answerMessage } from './answer-message.ts';
import type { MessageApi } from './message-api.ts';
import { nonceOf } from './nonce-of.ts';
import { ownRole } from './own-role.ts';
import { type AskedQuestion, type AskingMessage, questionIn } from './question-in.ts';
import { readFiles } from './read-files.ts';

/** Replies to questions in messages, and keeps them in step: an edited question has an edited answer. */
export type MessageAnswers = {
  readonly asked: (message: AskingMessage) => Promise<void>;
  readonly edited: (message: AskingMessage) => Promise<void>;
  readonly deleted: (channel: string, messages: readonly string[]) => Promise<void>;
};

/** Questions whose answers are remembered; people edit what they have just written. */
const mostRemembered = 2_000;

/**
 * What happens to one question happens in its order: its answer is a promise, and each change waits for the one
 * before. None of the functions rejects.
 */
export function messageAnswers(api: MessageApi, botId: () => string | undefined, log: Log): MessageAnswers {
  const answers = new LRUCache<string, Promise<string | undefined>>({ max: mostRemembered });
  const mentionsOwnRole = ownRole(api);

  function change(
    message: string,
    before: Promise<string | undefined>,
    next: (answer: string | undefined) => Promise<string | undefined>,
  ): Promise<void> {
    const changed = before.then(next).catch(async (error: unknown) => {
      log.warn(loggable(error), 'a message could not be answered');
      const answer = await before.catch(() => undefined);
      // Whether it has an answer is to be found out: Discord can have taken one and not said so.
      if (answer === undefined && answers.get(message) === changed) answers.delete(message);
      return answer;
    });
    answers.set(message, changed);
    return changed.then(() => {});
  }

  async function answer(
    message: AskingMessage,
    known: string | undefined,
    { words, files }: AskedQuestion,
  ): Promise<string> {
    const over = arrived(log, 'discord', message.guild_id === undefined ? 'direct message' : 'mention');
    const { texts, unread } = await readFiles(files, api.readFile, log);
    const answered = answerMessage([words, ...texts.map(asCode)].join('\n').trim(), unread, log);
    return send(message, known, answered, over);
  }

  async function send(
    message: AskingMessage,
    known: string | undefined,
    { body, ...told }: AnsweredMessage,
    over: Finish,
  ): Promise<string> {
    const { id, channel_id } = message;
    try {
      const edited = known === undefined ? undefined : await api.edit(channel_id, known, body);
      const sent = edited ?? (await api.reply(channel_id, id, nonceOf(message), body));
      over(told);
      return sent;
    } catch (error) {
      over('undelivered');
      throw error;
    }
  }

  async function isOfOwnRole(message: AskingMessage): Promise<boolean> {
    try {
      return await mentionsOwnRole(message, botId() ?? '');
    } catch (error) {
      log.warn(loggable(error), 'the roles of a server could not be asked for');
      return false;
    }
  }

  function tellOfRole(message: AskingMessage): Promise<string> {
    const body = messageBody([drawNotice(roleInstead)], 'public');
    return send(message, undefined, { body }, arrived(log, 'discord', 'mention'));
  }

  return {
    asked: async (message) => {
      const question = questionIn(message, botId() ?? '');
      const isLost = question === undefined && (await isOfOwnRole(message));
      if ((question === undefined && !isLost) || answers.has(message.id)) return;
      await change(message.id, Promise.resolve(undefined), (known) =>
        question === undefined ? tellOfRole(message) : answer(message, known, question),
      );
    },
    edited: async (message) => {
      const { id, channel_id } = message;
      const bot = botId() ?? '';
      const question = questionIn(message, bot);
      const remembered = answers.get(id);
      if (question === undefined) {
        // It asks nothing any more.
        if (remembered) await change(id, remembered, (known) => remove(api, channel_id, known));
        return;
      }
      // An answer of before a restart is looked for, so that no question has two. Where it can't be looked for,
      // the question stays as it is: a second answer would be worse than an old one.
      const before = remembered ?? api.findReply(channel_id, id, bot);
      await change(id, before, (known) => answer(message, known, question));
    },
    deleted: async (channel, messages) => {
      // Only remembered answers: every deletion in a server is told, and hardly any is a question's.
      await Promise.all(
        messages.map(async (id) => {
          const remembered = answers.get(id);
          if (remembered) await change(id, remembered, (known) => remove(api, channel, known));
        }),
      );
    },
  };
}

const roleInstead =
  'You mentioned my role, and Discord keeps the text of such a message from me. Mention me instead: Discord offers two of my name, and I am the one with the picture. If you edit your message, I answer it here.';

/** In a fence, unless the file has fences of its own. */
function asCode(text: string): string {
  return text.includes('```') ? text : `\`\`\`\n${text}\n\`\`\``;
}

async function remove(api: MessageApi, channel: string, answer: string | undefined): Promise<undefined> {
  if (answer !== undefined) await api.remove(channel, answer);
}
