import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers one HTTP request. It may throw or reject: the server logs that and answers 500. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Request handlers by method and path, such as `POST /slack/events`. */
export type Routes = Readonly<Record<string, RequestHandler>>;

/** One platform's way in and out. Each stands on its own feet: what happens to one does not concern another. */
export type Adapter = {
  readonly name: string;
  readonly routes: Routes;
  /** Resolves once it can answer; rejects where it can't, and may then be started again. */
  readonly start: () => Promise<void>;
  /** Takes no new work; resolves when all running work is finished, and never rejects. */
  readonly stop: () => Promise<void>;
  /** Whether it can answer now. */
  readonly isReady: () => boolean;
  /** Whether it needs nobody else to answer, so that its being ready says nothing of those who do. */
  readonly isLocal?: true;
};
