import { describe, expect, test } from 'vitest';
import { messageAnswers } from '../../../../adapters/discord/messages/message-answers.ts';
import type { MessageApi } from '../../../../adapters/discord/messages/message-api.ts';
import { createLog } from '../../../../adapters/log.ts';
import { message } from '../../../support/discord/messages.ts';
import { shownText } from '../../../support/discord/shown.ts';
import { botId } from '../../../support/discord/small-discord.ts';

const log = createLog('silent');
const mention = `<@${botId}>`;

/**
 * An API that writes down what was done, each deed after a while. As with Discord, a nonce makes one answer, and
 * one that is gone can't be edited.
 */
function recorded(failing: Partial<MessageApi> = {}) {
  const deeds: string[] = [];
  const nonces = new Set<string>();
  const there = new Set<string>();
  const later = async (deed: string) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    deeds.push(deed);
  };
  const api: MessageApi = {
    reply: async (_channel, _question, nonce, body) => {
      await later(`reply ${heading(body)}`);
      if (!nonces.has(nonce)) there.add(`answer ${nonce}`);
      nonces.add(nonce);
      return `answer ${nonce}`;
    },
    edit: async (_channel, answer, body) => {
      await later(`edit ${heading(body)}`);
      return there.has(answer) ? answer : undefined;
    },
    remove: (_channel, answer) => {
      there.delete(answer);
      return later(`remove ${answer.split(' ')[0]}`);
    },
    findReply: async () => {
      await later('find');
      return undefined;
    },
    readFile: () => Promise.reject(new Error('no file is there')),
    roleOf: async () => undefined,
    ...failing,
  };
  return { deeds, there, answers: messageAnswers(api, () => botId, log) };
}

let edits = 0;

/** An edit of a message, a second after the last one. */
function edit<Message extends object>(question: Message, content: string) {
  edits += 1;
  return { ...question, content, edited_timestamp: new Date(edits * 1_000).toISOString() };
}

function heading(body: unknown): string {
  return /## (\S+ \S+)/.exec(shownText(body))?.[1] ?? 'a mistake';
}

test('edits that come before the answer was sent wait for it', async () => {
  const { deeds, answers } = recorded();
  const question = message(`${mention} 3 64 64`);
  await Promise.all([
    answers.asked(question),
    answers.edited(edit(question, `${mention} 5 64 64`)),
    answers.edited(edit(question, `${mention} 7 64 64`)),
    answers.deleted(question.channel_id, [question.id]),
  ]);
  expect(deeds).toEqual(['reply Conv2d 3×3', 'edit Conv2d 5×5', 'edit Conv2d 7×7', 'remove answer']);
});

test('the same message is answered once', async () => {
  const { deeds, answers } = recorded();
  const question = message(`${mention} 3 64 64`);
  await Promise.all([answers.asked(question), answers.asked(question)]);
  expect(deeds).toEqual(['reply Conv2d 3×3']);
});

test('a question without its mention has no answer any more, and with it one again', async () => {
  const { deeds, there, answers } = recorded();
  const question = message(`${mention} 3 64 64`);
  await answers.asked(question);
  await answers.edited(edit(question, 'never mind'));
  await answers.edited(edit(question, question.content));
  await answers.edited(edit(question, `${mention} 5 64 64`));
  expect(deeds).toEqual(['reply Conv2d 3×3', 'remove answer', 'reply Conv2d 3×3', 'edit Conv2d 5×5']);
  expect(there.size).toBe(1);
});

test('an answer that somebody else deleted comes back with the next edit', async () => {
  const { deeds, there, answers } = recorded();
  const question = message(`${mention} 3 64 64`);
  await answers.asked(question);
  there.clear();
  await answers.edited(edit(question, `${mention} 5 64 64`));
  expect(deeds).toEqual(['reply Conv2d 3×3', 'edit Conv2d 5×5', 'reply Conv2d 5×5']);
  await answers.edited(edit(question, `${mention} 7 64 64`));
  expect(deeds.at(-1)).toBe('edit Conv2d 7×7');
  expect(there.size).toBe(1);
});

describe('a question of before a restart that is edited', () => {
  test('has its answer edited, which is looked for', async () => {
    const { deeds, there, answers } = recorded({ findReply: async () => 'found' });
    there.add('found');
    await answers.edited(message(`${mention} 3 64 64`));
    expect(deeds).toEqual(['edit Conv2d 3×3']);
  });

  test('is answered if it was not, as where the mention is new', async () => {
    const { deeds, answers } = recorded();
    await answers.edited(message(`${mention} 3 64 64`));
    expect(deeds).toEqual(['find', 'reply Conv2d 3×3']);
  });

  test('stays as it is where its answer can’t be looked for', async () => {
    const { deeds, answers } = recorded({ findReply: () => Promise.reject(new Error('403')) });
    const question = message(`${mention} 3 64 64`);
    await answers.edited(question);
    await answers.edited(question);
    expect(deeds).toEqual([]);
  });
});

test('messages that are none of the bot’s concern are left alone', async () => {
  const { deeds, answers } = recorded();
  const other = message('see you tomorrow');
  await answers.asked(other);
  await answers.edited({ ...other, content: 'see you on Monday' });
  await answers.deleted(other.channel_id, [other.id]);
  expect(deeds).toEqual([]);
});

test('an answer that could not be sent is sent with the next edit, unless Discord has it after all', async () => {
  let isFirst = true;
  const { deeds, answers } = recorded({
    reply: async () => {
      deeds.push('reply');
      if (!isFirst) return 'answer';
      isFirst = false;
      throw new Error('50013');
    },
  });
  const question = message(`${mention} 3 64 64`);
  await answers.asked(question);
  await answers.edited(question);
  expect(deeds).toEqual(['reply', 'find', 'reply']);
});
