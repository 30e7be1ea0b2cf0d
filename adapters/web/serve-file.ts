import type { RequestHandler } from '../adapter.ts';
import { accepted } from './accepted.ts';
import { headerPolicy } from './content-security-policy.ts';
import type { SiteFile } from './read-site.ts';

/** What a browser is told beside the content; each forbids something that the page does not need. */
const security = {
  'content-security-policy': headerPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const aYear = 'public, max-age=31536000, immutable';

/** Sends a file in the smallest form that the client takes, or 304 where it has that already. */
export function serveFile({ type, isHashed, bodies, tags }: SiteFile): RequestHandler {
  return (request, response) => {
    const encoding =
      accepted(request.headers['accept-encoding']).find((one) => bodies.has(one)) ?? 'identity';
    const body = bodies.get(encoding) ?? Buffer.alloc(0);
    const tag = tags.get(encoding) ?? '';
    const headers = {
      ...security,
      vary: 'accept-encoding',
      etag: tag,
      'cache-control': isHashed ? aYear : 'no-cache',
    };
    if (isKnown(request.headers['if-none-match'], tag)) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, {
      ...headers,
      'content-type': type,
      'content-length': body.length,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

function isKnown(header: string | undefined, tag: string): boolean {
  const known = (header ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*');
}
