import type { ViewState } from './calculator/view-state.ts';
import type { SlackMessage } from './read/message-text.ts';

// What handlers read of Slack's payloads, and no more: so a test writes them down, and Bolt's types fit them.

/** A slash command. */
export type CommandPayload = {
  readonly text: string;
  readonly user_id: string;
  readonly user_name?: string;
  readonly channel_id: string;
  readonly response_url: string;
  readonly trigger_id: string;
};

/** Who did it; clicks and forms call the name differently. */
type UserPayload = { readonly id: string; readonly username?: string; readonly name?: string };

/** A click on a button. In a message it has a container and a response_url, in a view the view. */
export type ClickPayload = {
  readonly actions?: readonly { readonly action_id: string }[];
  readonly user: UserPayload;
  readonly trigger_id: string;
  readonly response_url?: string;
  readonly channel?: { readonly id: string };
  readonly container?: {
    readonly message_ts?: string;
    readonly is_ephemeral?: boolean;
    readonly thread_ts?: string;
  };
  readonly message?: { readonly ts: string; readonly thread_ts?: string };
  readonly view?: ViewPayload;
};

/** A view as a payload shows it. */
export type ViewPayload = {
  readonly id: string;
  readonly hash: string;
  readonly type: string;
  readonly private_metadata: string;
  readonly state: ViewState;
};

/** A form that was submitted. */
export type SubmitPayload = {
  readonly user: UserPayload;
  readonly view: ViewPayload;
  /** One for each input that asks for it: where the person chose to post. */
  readonly response_urls?: readonly { readonly response_url: string; readonly channel_id: string }[];
};

export type GlobalShortcutPayload = { readonly trigger_id: string };

export type MessageShortcutPayload = {
  readonly response_url: string;
  readonly message: SlackMessage & { readonly thread_ts?: string; readonly ts?: string };
};

/** A message that mentions the app, or one in a direct conversation with it. */
export type MessageEvent = SlackMessage & {
  readonly type: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
  readonly channel_type?: string | undefined;
  readonly subtype?: string | undefined;
  readonly user?: string | undefined;
  readonly bot_id?: string | undefined;
  /** There where the message was sent again because its author changed it. */
  readonly edited?: unknown;
};

export type HomeEvent = { readonly user: string; readonly tab?: string };
