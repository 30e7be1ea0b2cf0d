import type { Button } from '@slack/types';
import type { SlackBot } from './slack-bot.ts';

type Json = Record<string, unknown>;

/** The buttons of a message or a view, in their order. */
export function buttonsIn(node: unknown): Button[] {
  if (Array.isArray(node)) return node.flatMap(buttonsIn);
  if (typeof node !== 'object' || node === null) return [];
  // The checker of payloads has seen that a button has what a button needs.
  if ('type' in node && node.type === 'button') return [node as Button];
  return Object.values(node).flatMap(buttonsIn);
}

export function buttonCalled(label: string, node: unknown): Button {
  const found = buttonsIn(node).find(({ text }) => text.text === label);
  if (!found) {
    throw new Error(
      `no button ${label}: ${buttonsIn(node)
        .map(({ text }) => text.text)
        .join(', ')}`,
    );
  }
  return found;
}

/** What Slack sends for a click on a button of a message. */
export function clickOnMessage(
  bot: SlackBot,
  { action_id, value }: Pick<Button, 'action_id' | 'value'>,
  { isPrivate = true, thread, ...more }: { isPrivate?: boolean; thread?: string } & Json = {},
): Json {
  const ts = '1700000000.000100';
  return {
    type: 'block_actions',
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: bot.slack.channel,
      is_ephemeral: isPrivate,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    },
    channel: { id: bot.slack.channel, name: 'layers' },
    ...(isPrivate ? {} : { message: { type: 'message', ts, ...(thread ? { thread_ts: thread } : {}) } }),
    response_url: bot.slack.responseUrl(),
    actions: [
      {
        type: 'button',
        action_id,
        block_id: 'b',
        value,
        action_ts: ts,
        text: { type: 'plain_text', text: '' },
      },
    ],
    ...more,
  };
}
