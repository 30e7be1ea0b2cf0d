import type { IncomingMessage } from 'node:http';
import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { RequestHandler } from '../../adapter.ts';
import { arrived } from '../../arrived.ts';
import type { Log } from '../../log.ts';
import { readBody } from '../../read-body.ts';
import { refuse, send } from '../../send.ts';
import { kindOf } from '../interactions/kind-of.ts';
import type { Reply } from '../interactions/reply.ts';
import type { Seen } from '../seen.ts';
import { signatureCheck } from './signature-check.ts';

export type EndpointOptions = {
  readonly publicKey: string;
  readonly respond: (interaction: APIInteraction) => Reply;
  /** What is left to do after the response. */
  readonly afterwards: (interaction: APIInteraction, reply: Reply) => void;
  readonly answered: Seen;
  readonly log: Log;
  readonly now?: () => number;
};

/** `POST /discord/interactions`: interactions over HTTP, each answered in the one response. */
export function interactionsEndpoint(options: EndpointOptions): RequestHandler {
  const { publicKey, respond, afterwards, answered, log, now = Date.now } = options;
  const isRight = signatureCheck(publicKey);
  return async (request, response) => {
    const read = await readBody(request);
    if ('refused' in read) return refuse(response, read.refused, { close: true });
    const signature = header(request, 'x-signature-ed25519');
    const timestamp = header(request, 'x-signature-timestamp');
    // Discord sends wrong signatures now and then, and takes the address away from who does not refuse them.
    if (!isRight({ signature, timestamp, body: read.body }, now())) return refuse(response, 401);
    const interaction = interactionIn(read.body);
    if (!interaction) return refuse(response, 400);
    if (interaction.type !== InteractionType.Ping && !answered.isNew(interaction.id)) {
      log.warn({ interaction: interaction.id }, 'an interaction came twice');
      return refuse(response, 409);
    }
    const over = arrived(log, 'discord', kindOf(interaction));
    const reply = respond(interaction);
    response.once('close', () => over(response.writableFinished ? reply : 'undelivered'));
    response.once('finish', () => afterwards(interaction, reply));
    send(response, 200, JSON.stringify(reply.response));
  };
}

function header({ headers }: IncomingMessage, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

/** Whoever has the key is Discord, so the shape is the documented one. */
function interactionIn(body: Buffer): APIInteraction | undefined {
  try {
    const interaction: APIInteraction | null = JSON.parse(body.toString('utf8'));
    return typeof interaction?.id === 'string' ? interaction : undefined;
  } catch {
    return undefined;
  }
}
