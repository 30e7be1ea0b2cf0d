import { windowSeconds } from '../adapters/slack/signature.ts';
import {
  type SignedRequest,
  type Signing,
  signed,
  signedCommand,
  signedForm,
  signedJson,
} from '../test/support/slack/signed.ts';

export type Response = { readonly status: number; readonly text: string };

/** Requests that are sent at the same time, and what shall come of them. */
export type Trial = {
  readonly requests: readonly SignedRequest[];
  readonly isRight: (responses: readonly Response[]) => boolean;
  /** How often they make the bot post, all together. */
  readonly posts: number;
};

export type TrialOptions = {
  /** What the bot posts goes to this channel, or to its response_url. */
  readonly id: string;
  readonly responseUrl: string;
  /** Which one of its kind it is. */
  readonly index: number;
};

export type Kind = {
  readonly name: string;
  readonly trials: number;
  readonly trial: (options: TrialOptions) => Trial;
};

/** 10,000 requests in all: those to the letter and those sent again are two each. */
export const kinds: readonly Kind[] = [
  { name: 'right command', trials: 3_500, trial: rightCommand },
  { name: 'wrong question', trials: 1_000, trial: wrongQuestion },
  { name: 'click', trials: 1_500, trial: (options) => handled([click(options)]) },
  { name: 'event', trials: 1_000, trial: (options) => handled([event(options)]) },
  { name: 'event, sent again', trials: 400, trial: eventSentAgain },
  { name: 'event to the letter', trials: 100, trial: (options) => handled(twice(event(options))) },
  { name: 'click to the letter', trials: 200, trial: (options) => handled(twice(click(options))) },
  { name: 'command to the letter', trials: 200, trial: commandTwice },
  { name: 'badly signed', trials: 500, trial: badlySigned },
  { name: 'too old', trials: 150, trial: (options) => outOfTime(options, -60 - windowSeconds) },
  { name: 'of the future', trials: 150, trial: (options) => outOfTime(options, 60 + windowSeconds) },
  { name: 'unreadable', trials: 200, trial: unreadable },
  { name: 'over 1 MB', trials: 200, trial: tooLong },
];

/** Questions, and what their answers say: numbers that PyTorch counts, as the tests of the core check. */
const questions = [
  ['7 512 512 nobias', '12,845,056'],
  ['3 64 64', '36,928'],
  ['3 128 256 nobias', '294,912'],
  ['nn.Conv2d(3, 64, 7, stride=2, padding=3)', '9,472'],
  ['nn.Linear(512, 1000)', '513,000'],
] as const;

const mistakes = ['3 0 64', '3 64 64 stride=0', '3 64 64 nobais', 'nn.Conv2d(3, 64', '💥', 'x'.repeat(3_000)];

function rightCommand({ index }: TrialOptions): Trial {
  const [question, said] = pick(questions, index);
  return {
    requests: [signedCommand(question)],
    isRight: ([response]) => isMessage(response) && response.text.includes(said),
    posts: 0,
  };
}

/** A mistake is told; only an exception has an error's id. */
function wrongQuestion({ index }: TrialOptions): Trial {
  return {
    requests: [signedCommand(pick(mistakes, index))],
    isRight: ([response]) => isMessage(response) && !response.text.includes('convparams failed'),
    posts: 0,
  };
}

function commandTwice(): Trial {
  return {
    requests: twice(signedCommand('3 64 64')),
    isRight: (responses) =>
      responses.filter(isMessage).length === 1 && responses.filter(isEmpty).length === 1,
    posts: 0,
  };
}

/** Slack sends an event again, signed anew, where it has heard nothing. */
function eventSentAgain(options: TrialOptions): Trial {
  const again = event(options, { timestamp: now() + 1 });
  return handled([event(options), { ...again, headers: { ...again.headers, 'x-slack-retry-num': '1' } }]);
}

function badlySigned(options: TrialOptions): Trial {
  const signing = { secret: 'f'.repeat(32) };
  return refused(pick([click, event], options.index)(options, signing), 401);
}

function outOfTime(options: TrialOptions, seconds: number): Trial {
  return refused(pick([click, event], options.index)(options, { timestamp: now() + seconds }), 401);
}

function unreadable({ id, index }: TrialOptions): Trial {
  // The id makes each another one: what comes again to the letter is not even read.
  return refused(
    pick(
      [signed(`{"type":"${id}`, 'application/json'), signedJson([id]), signedForm({ payload: `{${id}` })],
      index,
    ),
    400,
  );
}

/** Made once: signing them takes as long as refusing them. */
const longBody = signed(`{"a":"${'x'.repeat(1_000_000)}"}`, 'application/json');

function tooLong(): Trial {
  return refused(longBody, 413);
}

function handled(requests: readonly SignedRequest[]): Trial {
  return { requests, isRight: (responses) => responses.every(isEmpty), posts: 1 };
}

function refused(request: SignedRequest, status: number): Trial {
  return { requests: [request], isRight: ([response]) => response?.status === status, posts: 0 };
}

function twice(request: SignedRequest): SignedRequest[] {
  return [request, request];
}

/** A click on a next question below a private answer. */
function click({ id, responseUrl }: TrialOptions, signing: Signing = {}): SignedRequest {
  const payload = {
    type: 'block_actions',
    trigger_id: id,
    team: { id: 'T0CONVPARAMS', domain: 'convolution' },
    user: { id: 'U0ADA', username: 'ada', team_id: 'T0CONVPARAMS' },
    container: {
      type: 'message',
      message_ts: '1700000000.000100',
      channel_id: 'C0LAYERS',
      is_ephemeral: true,
    },
    channel: { id: 'C0LAYERS', name: 'layers' },
    response_url: responseUrl,
    actions: [{ type: 'button', action_id: 'ask:0', block_id: 'b', value: 't:3 64 64', action_ts: '1.1' }],
  };
  return signedForm({ payload: JSON.stringify(payload) }, signing);
}

/** A direct message, whose answer goes to the channel. */
function event({ id }: TrialOptions, signing: Signing = {}): SignedRequest {
  const message = {
    type: 'message',
    channel_type: 'im',
    channel: id,
    user: 'U0ADA',
    text: '3 64 64',
    ts: '1.1',
  };
  return signedJson(
    { type: 'event_callback', event_id: `Ev${id}`, team_id: 'T0CONVPARAMS', event: message },
    signing,
  );
}

function isEmpty({ status, text }: Response): boolean {
  return status === 200 && text === '';
}

function isMessage(response: Response | undefined): response is Response {
  return response?.status === 200 && response.text.startsWith('{"response_type":"ephemeral"');
}

function now(): number {
  return Math.floor(Date.now() / 1_000);
}

function pick<Item>(items: readonly Item[], index: number): Item {
  // The index is within the list, and no list here is empty.
  return items[index % items.length] as Item;
}
