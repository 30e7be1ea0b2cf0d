import type { Encoding } from './read-site.ts';

/** The best of the encodings that a client takes (RFC 9110, 12.5.3); smallest first. */
export function accepted(header: string | undefined): Encoding[] {
  const refused = new Set<string>();
  const taken = new Set<string>();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [name = '', quality = ''] = part.split(';').map((word) => word.trim());
    (/^q=0(?:\.0*)?$/.test(quality) ? refused : taken).add(name);
  }
  const isTaken = (name: Encoding) => taken.has(name) || (taken.has('*') && !refused.has(name));
  return (['br', 'gzip'] as const).filter(isTaken);
}
