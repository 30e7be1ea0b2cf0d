/** A piece of a drawn answer: a text that stays whole, or one with rows, of which fewer can be drawn. */
export type Part =
  | { readonly kind: 'whole'; readonly text: string }
  | {
      readonly kind: 'rows';
      readonly of: 'table' | 'formula';
      readonly rows: number;
      readonly draw: DrawRows;
    };

/** The text with the first `kept` rows, and a line about the others. */
type DrawRows = (kept: number) => string;

export function whole(text: string): Part {
  return { kind: 'whole', text };
}
