import type { IncomingMessage } from 'node:http';
import getRawBody from 'raw-body';

/** Longest body of a request, in bytes. */
const mostBytes = 1_000_000;

/** The body of a request; undefined if it is too long, or if the client left before its end. */
export async function readBody(
  request: IncomingMessage,
): Promise<{ readonly body: Buffer } | { readonly refused: 400 | 413 }> {
  try {
    const { 'content-length': length } = request.headers;
    return { body: await getRawBody(request, { limit: mostBytes, ...(length ? { length } : {}) }) };
  } catch (error) {
    const isTooLong = error instanceof Error && 'type' in error && error.type === 'entity.too.large';
    return { refused: isTooLong ? 413 : 400 };
  }
}
