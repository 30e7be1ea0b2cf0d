import type { HomeView, ModalView } from '@slack/types';
import type { Told } from '../told.ts';
import type { Message } from './draw/draw-message.ts';

/**
 * What a handler makes of a payload: plain data, which `perform` carries out. `Ack` is what the request itself
 * can be answered with: a message to a command, errors to a form; others are answered with nothing.
 */
export type Reply<Ack = undefined> = Told & {
  readonly ack?: Ack;
  /** A double click comes as two requests: calls under one key are carried out once. */
  readonly once?: string | undefined;
  /** What Slack is asked for afterwards, one after another. */
  readonly calls?: readonly Call[];
};

/** A message that answers a command in its own response. */
export type CommandResponse = Message & { readonly response_type: 'ephemeral' | 'in_channel' };

/** What the submit of a form is told: a message an input's block, or a view on top of it. */
export type SubmitResponse =
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'push'; readonly view: ModalView };

/** One request to Slack. */
export type Call =
  | { readonly method: 'response_url'; readonly url: string; readonly body: ResponseBody }
  | { readonly method: 'chat.postMessage'; readonly arguments: PostArguments }
  | { readonly method: 'chat.postEphemeral'; readonly arguments: PostArguments & { readonly user: string } }
  | { readonly method: 'views.open' | 'views.push'; readonly arguments: OpenArguments }
  /** `at` is when the person did what this answers. */
  | { readonly method: 'views.update'; readonly arguments: UpdateArguments; readonly at: string }
  | {
      readonly method: 'views.publish';
      readonly arguments: { readonly user_id: string; readonly view: HomeView };
    }
  /** The first of these that Slack does not refuse. */
  | { readonly method: 'any of'; readonly calls: readonly Call[] }
  /** Tidying up: what comes of it changes nothing for the person. */
  | { readonly method: 'if possible'; readonly call: Call };

/** What a response_url takes. Without `replace_original` it is a new message. */
type ResponseBody =
  | { readonly delete_original: true }
  | (Message & {
      readonly response_type: 'ephemeral' | 'in_channel';
      readonly replace_original: boolean;
      readonly thread_ts?: string;
    });

type PostArguments = Message & { readonly channel: string; readonly thread_ts?: string };
type OpenArguments = { readonly trigger_id: string; readonly view: ModalView };

/** `hash` is that of the view which the person saw. */
export type UpdateArguments = { readonly view_id: string; readonly hash: string; readonly view: ModalView };
