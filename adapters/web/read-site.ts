import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A file of the built page, in every form in which it can be sent. */
export type SiteFile = {
  readonly path: string;
  readonly type: string;
  /** Whether its name tells its content, so that a browser never has to ask again. */
  readonly isHashed: boolean;
  readonly bodies: ReadonlyMap<Encoding, Buffer>;
  /** The tag of a form: a cache must not take one for another (RFC 9110, 8.8.3.3). */
  readonly tags: ReadonlyMap<Encoding, string>;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const suffixes = { br: '.br', gzip: '.gz', identity: '' } as const satisfies Record<Encoding, string>;

/** The built page's files, read once; the compressed forms are those that the build wrote. */
export function readSite(folder: string): SiteFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => Object.hasOwn(types, extname(name)))
    .map((name) => readFile(folder, name.replaceAll('\\', '/')));
}

function readFile(folder: string, name: string): SiteFile {
  const bodies = new Map<Encoding, Buffer>();
  const tags = new Map<Encoding, string>();
  for (const encoding of ['br', 'gzip', 'identity'] as const) {
    const file = join(folder, name + suffixes[encoding]);
    if (!existsSync(file)) continue;
    const body = readFileSync(file);
    bodies.set(encoding, body);
    tags.set(encoding, `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`);
  }
  return {
    path: name === 'index.html' ? '/' : `/${name}`,
    type: types[extname(name)] ?? '',
    isHashed: /-[0-9A-Z]{8}\.\w+$/.test(name),
    bodies,
    tags,
  };
}
