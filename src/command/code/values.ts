import type { Entry } from '../catalogue.ts';
import { outOfRange } from '../mistakes.ts';
import type { Mistake } from '../problem.ts';
import { inRange } from '../read-value.ts';
import type { Bound } from './bind-arguments.ts';
import type { Value } from './call.ts';
import { notALiteral } from './code-mistakes.ts';

/** Reads whole numbers out of Python literals; `name` is the argument, for the sentence about a mistake. */
export function wholeNumber(name: string, bound: Bound, range: Entry['range']): number | Mistake {
  const list = wholeNumbers(name, bound, range);
  if (!Array.isArray(list)) return list;
  return list.length === 1 && list[0] !== undefined
    ? list[0]
    : notALiteral(name, textOf(bound.value), bound.at);
}

/** One number, or a tuple or list of one to three. */
export function wholeNumbers(name: string, { value, at }: Bound, range: Entry['range']): number[] | Mistake {
  const items = value.kind === 'list' ? value.items : [value];
  const numbers: number[] = [];
  for (const item of items) {
    if (item.kind !== 'integer') return notALiteral(name, textOf(value), at);
    numbers.push(item.value);
  }
  if (numbers.length === 0) return notALiteral(name, textOf(value), at);
  if (numbers.every((number) => inRange(number, range))) return numbers;
  const [least, greatest] = range ?? [0, 0];
  const clamped = numbers.map((number) => Math.min(Math.max(number, least), greatest));
  const nearest = value.kind === 'list' ? `(${clamped.join(', ')})` : clamped.join();
  return outOfRange(textOf(value), name, [least, greatest], at, nearest);
}

export function boolean(name: string, { value, at }: Bound): boolean | Mistake {
  if (value.kind === 'boolean') return value.value;
  const isBit = value.kind === 'integer' && value.value <= 1;
  return isBit ? value.value === 1 : notALiteral(name, textOf(value), at);
}

/** A value as it may be quoted in a sentence. */
export function textOf(value: Value): string {
  switch (value.kind) {
    case 'integer':
      return String(value.value);
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'none':
      return 'None';
    case 'text':
    case 'other':
      return value.text;
    case 'list':
      return `(${value.items.map(textOf).join(', ')})`;
  }
}
