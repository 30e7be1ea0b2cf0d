import { isObject, type Json, pathTo } from './json.ts';
import { types } from './table.ts';

export type Node = {
  readonly path: string;
  readonly value: Json;
  /** The block that it is in, itself where it is one: the innermost. */
  readonly block: Json | undefined;
};

/** Every object in a value, wherever it is, in the order of the text. */
export function nodesOf(value: unknown, path = '', block?: Json): Node[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => nodesOf(item, `${path}[${at}]`, block));
  if (!isObject(value)) return [];
  const inner = isBlock(value) ? value : block;
  const held = Object.entries(value).flatMap(([name, item]) => nodesOf(item, pathTo(path, name), inner));
  return [{ path, value, block: inner }, ...held];
}

function isBlock({ type }: Json): boolean {
  return typeof type === 'string' && types.get(type)?.kind === 'block';
}
