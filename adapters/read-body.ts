import type { IncomingMessage } from 'node:http';

/** Longest body of a request, in bytes. */
const mostBytes = 1_000_000;

/** What a request sent; 413 where that is too long, 400 where it was cut short. */
export type ReadBody = { readonly body: Buffer } | { readonly refused: 400 | 413 };

/** Reads the body of a request. What is too long is not kept, and the rest of it not waited for. */
export function readBody(request: IncomingMessage): Promise<ReadBody> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) return resolve({ refused: 413 });
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes <= mostBytes) parts.push(part);
      else {
        request.pause();
        resolve({ refused: 413 });
      }
    });
    request.on('end', () =>
      resolve({ body: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts) }),
    );
    // Also behind an end, where it changes nothing any more.
    request.on('close', () => resolve({ refused: 400 }));
    request.on('error', () => resolve({ refused: 400 }));
  });
}
