import { jsonReply } from '../test/support/slack/json-reply.ts';
import { localServer } from '../test/support/slack/local-server.ts';

/** Slack's side of a benchmark: it agrees to every call, and counts them. */
export type StubSlack = {
  /** For WebClient's slackApiUrl. */
  readonly apiUrl: string;
  /** A response_url. What is posted to it counts for this id. */
  responseUrl(id: string): string;
  /** How often something was posted: to the response_url of an id, or to the channel of that id. */
  posts(id: string): number;
  /** How often something was posted at all. */
  allPosts(): number;
  /** Counts from nothing again. */
  forget(): void;
  stop(): Promise<void>;
};

const identity = { ok: true, team_id: 'T0CONVPARAMS', user_id: 'U0CONVPARAMS', bot_id: 'B0CONVPARAMS' };
const responsePath = '/response/';

/** As little as answers fast: an emulator that keeps messages would be measured beside the bot. */
export async function stubSlack(): Promise<StubSlack> {
  const counts = new Map<string, number>();
  let all = 0;
  const count = (id: string) => {
    counts.set(id, (counts.get(id) ?? 0) + 1);
    all += 1;
  };
  const { url, stop } = await localServer(async ({ path, body }) => {
    if (path.startsWith(responsePath)) {
      count(path.slice(responsePath.length));
      return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok' };
    }
    const channel = new URLSearchParams(body.toString()).get('channel');
    if (channel !== null) count(channel);
    return jsonReply(200, identity);
  });
  return {
    apiUrl: `${url}/api/`,
    responseUrl: (id) => `${url}${responsePath}${id}`,
    posts: (id) => counts.get(id) ?? 0,
    allPosts: () => all,
    forget() {
      counts.clear();
      all = 0;
    },
    stop,
  };
}
