import { webApi } from '@slack/bolt';
import { createEmulator } from 'emulate';
import { z } from 'zod';
import { type Call, recordingProxy, type Wire } from './recording-proxy.ts';

const block = z.looseObject({ type: z.string() });

/** A message as the emulator keeps it. */
const message = z.looseObject({
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  thread_ts: z.string().optional(),
  reply_count: z.number().optional(),
  blocks: z.array(block).default([]),
});

/** A view as the emulator keeps it. It keeps no values that a user typed: `state` is what the bot sent. */
const view = z.looseObject({
  id: z.string(),
  type: z.string(),
  hash: z.string(),
  callback_id: z.string(),
  private_metadata: z.string(),
  blocks: z.array(block),
});

const posted = z.object({ ok: z.literal(true), channel: z.string(), message });
const shown = z.object({ ok: z.literal(true), view });
const triggered = z.object({ trigger_id: z.string() });
const whispered = z.object({ ok: z.literal(true), message_ts: z.string() });
const whisper = z.looseObject({
  channel: z.string(),
  user: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  blocks: z.array(block).default([]),
});

const messages = z.array(message);

type Message = z.infer<typeof message>;
type View = z.infer<typeof view>;
type Ephemeral = z.infer<typeof whisper> & { readonly ts: string };

/** Ids of the workspace. All but those of the team, the app and the bot are others after a reset. */
type Workspace = {
  readonly teamId: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  /** Ada, who talks to the bot. */
  readonly userId: string;
  /** Grace, who does not. */
  readonly otherUserId: string;
  /** A public channel of these three. */
  readonly channel: string;
  /** The direct messages of Ada and the bot. */
  readonly directChannel: string;
};

export type EmulatedSlack = Workspace &
  Wire & {
    /** For WebClient's slackApiUrl. */
    readonly apiUrl: string;
    /** The bot's. The emulator takes any other, too, for that of its admin. */
    readonly token: string;
    /** Every message of a channel and of its threads, the oldest first. */
    messages(channel: string): Promise<Message[]>;
    /** Messages that one user sees, by chat.postEphemeral. Those by a response_url are in `responses`. */
    ephemerals(): Ephemeral[];
    /** Every modal that was opened or pushed, as it was last updated. */
    openViews(): View[];
    /** A user's App Home, as it was last published. */
    home(userId: string): View | undefined;
    /** A message of a user; gives its ts. Ada says it in the channel, unless it is said otherwise. */
    say(
      text: string,
      where?: { userId?: string; channel?: string; thread_ts?: string | undefined },
    ): Promise<string>;
    /** For one views.open within two seconds or, of a view that is open, for one views.push on top of it. */
    triggerId(of?: { userId?: string; view_id?: string }): Promise<string>;
    /** An empty workspace again, and nothing recorded. */
    reset(): Promise<void>;
    stop(): Promise<void>;
  };

const app = { app_id: 'A0CONVPARAMS', bot_id: 'B0CONVPARAMS', bot_user_id: 'U0CONVPARAMS' };
const tokens = { bot: 'xoxb-convparams', ada: 'xoxp-ada', grace: 'xoxp-grace' };

const seed = {
  team: { name: 'Convolution', domain: 'convolution' },
  users: [
    { name: 'ada', real_name: 'Ada Lovelace' },
    { name: 'grace', real_name: 'Grace Hopper' },
  ],
  // All users above are its members. The channels that the emulator has without a seed know only its admin.
  channels: [{ name: 'layers' }],
  oauth_apps: [
    {
      ...app,
      name: 'Convparams',
      bot_name: 'convparams',
      client_id: '1.2',
      client_secret: 'secret',
      redirect_uris: [],
    },
  ],
  tokens: [
    { ...app, token: tokens.bot, type: 'bot', user: app.bot_user_id },
    { ...app, token: tokens.ada, type: 'user', user: 'ada' },
    { ...app, token: tokens.grace, type: 'user', user: 'grace' },
  ],
};

/**
 * Slack as emulate has it, with one workspace, and with a proxy before it that records all calls of the bot.
 * A token has 4,999 calls an hour, resets or not; more the emulator refuses with 403.
 */
export async function emulatedSlack(): Promise<EmulatedSlack> {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack: seed } });
  // It listens on 127.0.0.1 alone, and calls itself localhost, which can be another address first.
  const url = emulator.url.replace('localhost', '127.0.0.1');
  const proxy = await recordingProxy({ url, callsItself: emulator.url });
  // What a test asks is not what the bot asks: it goes past the proxy.
  const clientOf = (token: string) =>
    new webApi.WebClient(token, { slackApiUrl: `${url}/api/`, retryConfig: { retries: 0 } });
  const bot = clientOf(tokens.bot);
  const people = [clientOf(tokens.ada), clientOf(tokens.grace)] as const;

  async function furnished(): Promise<Workspace> {
    const [ada, grace] = await Promise.all(people.map((person) => person.auth.test()));
    const { channels = [] } = await bot.conversations.list();
    const channel = given(channels.find(({ name }) => name === 'layers')?.id);
    await bot.conversations.join({ channel });
    const userId = given(ada?.user_id);
    const direct = await bot.conversations.open({ users: userId });
    return {
      teamId: given(ada?.team_id),
      appId: app.app_id,
      botId: app.bot_id,
      botUserId: app.bot_user_id,
      userId,
      otherUserId: given(grace?.user_id),
      channel,
      directChannel: given(direct.channel?.id),
    };
  }

  /** Views out of the answers to calls, each once, and each as it was last. */
  function viewsOf(calls: readonly Call[]): View[] {
    const last = new Map<string, View>();
    for (const { response } of calls) {
      const { success, data } = shown.safeParse(response);
      // Calls are in the order of arrival. A hash is a time and a count, and so tells the order of updates.
      if (success && data.view.hash > (last.get(data.view.id)?.hash ?? '')) last.set(data.view.id, data.view);
    }
    return [...last.values()];
  }

  /** The messages that start the threads of a channel, whether they are there or not. */
  function startsOfThreads(channel: string, history: readonly Message[]): Set<string> {
    const starts = history.filter(({ reply_count }) => reply_count !== undefined).map(({ ts }) => ts);
    // A bot that answers to an event may answer in the thread of a message that only the event told of.
    for (const { response } of proxy.calls) {
      const { success, data } = posted.safeParse(response);
      if (success && data.channel === channel && data.message.thread_ts) starts.push(data.message.thread_ts);
    }
    return new Set(starts);
  }

  const slack: EmulatedSlack = {
    ...(await furnished()),
    apiUrl: `${proxy.url}/api/`,
    token: tokens.bot,
    calls: proxy.calls,
    responses: proxy.responses,
    failNext: proxy.failNext,
    responseUrl: proxy.responseUrl,
    nextCall: proxy.nextCall,
    async messages(channel) {
      const history = messages.parse((await bot.conversations.history({ channel, limit: 1_000 })).messages);
      const starts = [...startsOfThreads(channel, history)];
      const threads = await Promise.all(starts.map((ts) => bot.conversations.replies({ channel, ts })));
      const all = [...history, ...threads.flatMap((thread) => messages.parse(thread.messages))];
      const once = new Map(all.map((one) => [one.ts, one]));
      return [...once.values()].sort((one, other) => (one.ts < other.ts ? -1 : 1));
    },
    ephemerals() {
      // The emulator keeps them, but shows no more than a preview, on a page for people.
      return proxy.calls.flatMap((call) => {
        const { success, data } = whispered.safeParse(call.response);
        if (call.method !== 'chat.postEphemeral' || !success) return [];
        return [{ ...whisper.parse(call.arguments), ts: data.message_ts }];
      });
    },
    openViews() {
      return viewsOf(proxy.calls).filter(({ type }) => type === 'modal');
    },
    home(userId) {
      // The answer does not say whose home it is.
      const published = proxy.calls.filter(({ arguments: { user_id } }) => user_id === userId);
      return viewsOf(published).find(({ type }) => type === 'home');
    },
    async say(text, { userId = slack.userId, channel = slack.channel, thread_ts } = {}) {
      const [ada, grace] = people;
      const person = new Map([
        [slack.userId, ada],
        [slack.otherUserId, grace],
      ]).get(userId);
      if (!person) throw new Error(`nobody is ${userId}`);
      const { ts } = await person.chat.postMessage({ channel, text, ...(thread_ts && { thread_ts }) });
      return given(ts);
    },
    async triggerId({ userId = slack.userId, view_id } = {}) {
      const issued = await bot.apiCall('views.generateTriggerId', { user_id: userId, view_id });
      return triggered.parse(issued).trigger_id;
    },
    async reset() {
      emulator.reset();
      proxy.forget();
      Object.assign(slack, await furnished());
    },
    async stop() {
      await proxy.stop();
      await emulator.close();
    },
  };
  return slack;
}

/** WebClient takes everything in an answer for optional. */
function given(value: string | undefined): string {
  if (value === undefined) throw new Error('the emulator left something out');
  return value;
}
