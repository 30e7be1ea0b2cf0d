export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a value is, for a fault: a string, an array, null. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  const kind = typeof value;
  return kind === 'object' ? 'an object' : `a ${kind}`;
}

/** A value for a fault, cut where it is long. */
export function shown(value: unknown): string {
  if (typeof value === 'object' || typeof value === 'bigint') return kindOf(value);
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** `blocks[0]` and `text` make `blocks[0].text`; the payload itself has no name. */
export function pathTo(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}
