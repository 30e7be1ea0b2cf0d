/** Every text that a person reads of a block or a view, in its order; the values of buttons are not among them. */
export function blockTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(blockTexts);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'text' && typeof value === 'string') return [value];
    return typeof value === 'object' ? blockTexts(value) : [];
  });
}
