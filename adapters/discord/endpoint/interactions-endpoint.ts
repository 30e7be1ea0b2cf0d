import type { IncomingMessage } from 'node:http';
import type { APIInteraction } from 'discord-api-types/v10';
import type { RequestHandler } from '../../adapter.ts';
import type { Log } from '../../log.ts';
import { readBody } from '../../read-body.ts';
import { refuse, send } from '../../send.ts';
import type { Answering } from '../interactions/answering.ts';
import { signatureCheck } from './signature-check.ts';

export type EndpointOptions = {
  readonly publicKey: string;
  /** Undefined for an interaction that came before. */
  readonly begin: (interaction: APIInteraction) => Answering | undefined;
  readonly log: Log;
  readonly now?: () => number;
};

/** `POST /discord/interactions`: interactions over HTTP, each answered in the one response. */
export function interactionsEndpoint(options: EndpointOptions): RequestHandler {
  const { publicKey, begin, log, now = Date.now } = options;
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
    const begun = begin(interaction);
    if (!begun) {
      log.warn({ interaction: interaction.id }, 'an interaction came twice');
      return refuse(response, 409);
    }
    response.once('close', () => (response.writableFinished ? begun.delivered() : begun.undelivered()));
    send(response, 200, JSON.stringify(begun.response));
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
