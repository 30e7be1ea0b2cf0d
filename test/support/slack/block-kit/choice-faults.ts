import type { Json } from './json.ts';
import type { TypeSpec } from './table.ts';

/** Faults of fields of which at least one, or exactly one, has to be there. */
export function choiceFaults({ anyOf, oneOf }: TypeSpec, value: Json, path: string): string[] {
  const given = (names: readonly string[]) => names.filter((name) => value[name] !== undefined);
  return [
    ...(anyOf && given(anyOf).length === 0 ? [`${path}: none of ${anyOf.join(', ')}`] : []),
    ...(oneOf && given(oneOf).length !== 1
      ? [`${path}: ${given(oneOf).length} of ${oneOf.join(', ')}, exactly one is needed`]
      : []),
  ];
}
