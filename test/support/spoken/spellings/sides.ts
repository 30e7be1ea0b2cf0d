import type { Random } from '../random.ts';

/** Sides in a row: `3x3`, `3 by 3`. Of one axis, the number. */
export function sides(values: readonly number[], random: Random): string {
  return values.join(random.pick(['x', 'x', 'x', 'x', ' x ', '×', ' by ', 'X']));
}

/** Sides where a word in front names them, so that equal ones can be one number and brackets may stand. */
export function value(values: readonly number[], random: Random): string {
  const [first] = values;
  const equal = values.every((side) => side === first);
  if (equal && random.chance(0.75)) return `${first}`;
  return values.length > 1 && random.chance(0.15) ? `(${values.join(', ')})` : values.join('x');
}
