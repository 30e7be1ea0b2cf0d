/** A piece of a page as data: text, or an element with its pieces. Text is text: nothing reads it as markup. */
export type Piece = string | Tag;

export type Tag = {
  readonly name: TagName;
  readonly attributes: Attributes;
  readonly pieces: readonly Piece[];
};

export type Attributes = Readonly<Record<string, string>>;

/** Every element that an answer is drawn with; none of them runs or loads anything. */
export const tagNames = [
  'a',
  'button',
  'code',
  'div',
  'figcaption',
  'figure',
  'h2',
  'h3',
  'li',
  'mark',
  'p',
  'pre',
  'rect',
  'small',
  'span',
  'strong',
  'svg',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
] as const;

export type TagName = (typeof tagNames)[number];

export function tag(name: TagName, attributes: Attributes, ...pieces: readonly Piece[]): Tag {
  return { name, attributes, pieces };
}
