import { randomUUID } from 'node:crypto';
import { createLog } from '../../../adapters/log.ts';
import { type Service, serve } from '../../../adapters/serve.ts';
import { slackAdapter } from '../../../adapters/slack/slack-adapter.ts';
import { type EmulatedSlack, emulatedSlack } from './emulated-slack.ts';
import {
  type SignedRequest,
  type Signing,
  signedCommand,
  signedForm,
  signedJson,
  signingSecret,
} from './signed.ts';
import { waitFor } from './wait-for.ts';
import { wireFaults } from './wire-faults.ts';

type Json = Record<string, unknown>;

type Response = { readonly status: number; readonly text: string; readonly json: Json };

/** The bot over real HTTP, before an emulated Slack. What Slack would post to it, a test posts. */
export type SlackBot = {
  readonly slack: EmulatedSlack;
  readonly url: string;
  readonly service: Service;
  /** Lines of the log so far. */
  readonly log: Json[];
  post(request: SignedRequest, headers?: Record<string, string>): Promise<Response>;
  command(text: string, fields?: Record<string, string>, signing?: Signing): Promise<Response>;
  /** A click, a submit or a shortcut: JSON in a form. */
  interact(payload: Json): Promise<Response>;
  /** An event; gives its response. */
  event(event: Json, envelope?: Json, headers?: Record<string, string>): Promise<Response>;
  /** What was posted to response_urls, once there are that many. */
  responses(count: number): Promise<Json[]>;
  /** An empty workspace, and nothing sent. */
  reset(): Promise<void>;
  /** Everything that was sent to Slack and in responses which Slack would refuse, or which lacks manners. */
  faults(): string[];
  stop(): Promise<void>;
};

/** Starts a bot that is ready. */
export async function slackBot(): Promise<SlackBot> {
  const slack = await emulatedSlack();
  const log: Json[] = [];
  const lines = createLog('debug', { write: (line: string) => void log.push(JSON.parse(line)) });
  const config = { botToken: slack.token, signingSecret, apiUrl: slack.apiUrl };
  const adapter = slackAdapter(config, lines);
  const service = await serve({ host: '127.0.0.1', port: 0 }, [adapter], lines);
  await waitFor(adapter.isReady);
  const url = `http://127.0.0.1:${service.port}/slack/events`;
  const acks: Json[] = [];

  const bot: SlackBot = {
    slack,
    url,
    service,
    log,
    async post({ headers, body }, more = {}) {
      const response = await fetch(url, { method: 'POST', headers: { ...headers, ...more }, body });
      const text = await response.text();
      const json: Json = text.startsWith('{') ? JSON.parse(text) : {};
      acks.push(json);
      return { status: response.status, text, json };
    },
    command: (text, fields = {}, signing = {}) =>
      bot.post(
        signedCommand(
          text,
          {
            channel_id: slack.channel,
            user_id: slack.userId,
            team_id: slack.teamId,
            response_url: slack.responseUrl(),
            ...fields,
          },
          signing,
        ),
      ),
    interact: (payload) => {
      const common = {
        team: { id: slack.teamId, domain: 'convolution' },
        user: { id: slack.userId, username: 'ada', team_id: slack.teamId },
        api_app_id: slack.appId,
        token: 'verification',
        trigger_id: randomUUID(),
      };
      return bot.post(signedForm({ payload: JSON.stringify({ ...common, ...payload }) }));
    },
    event: (event, envelope = {}, headers = {}) =>
      bot.post(
        signedJson({
          token: 'verification',
          team_id: slack.teamId,
          api_app_id: slack.appId,
          type: 'event_callback',
          event_id: `Ev${randomUUID()}`,
          event_time: Math.floor(Date.now() / 1_000),
          authorizations: [
            { enterprise_id: null, team_id: slack.teamId, user_id: slack.botUserId, is_bot: true },
          ],
          event,
          ...envelope,
        }),
        headers,
      ),
    faults: () => wireFaults(slack, acks),
    responses: async (count) => {
      const answered = () => slack.responses.filter(({ status }) => status !== undefined);
      await waitFor(() => answered().length >= count, 2_000, `no ${count} responses`);
      return answered().map(({ body }) => body);
    },
    reset: async () => {
      await slack.reset();
      acks.length = 0;
      log.length = 0;
    },
    stop: async () => {
      await service.stop();
      await slack.stop();
    },
  };

  return bot;
}
