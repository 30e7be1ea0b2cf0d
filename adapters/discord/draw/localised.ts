import { separatorsOf } from './separators-of.ts';

/** A number as answers have it: 12,845,056, 2.24, 512. Not part of a word, a name or a version. */
const number = /(?<![\p{L}\d_.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\p{L}\d_]|[.,]\d)/gu;

/**
 * A text of an answer with its numbers as a locale writes them: 12.845.056 and 2,24 in German. Digits stay in
 * groups of three everywhere, so that a text keeps its length and a table its columns.
 */
export function localised(text: string, locale: string): string {
  const { thousands, decimal } = separatorsOf(locale);
  if (thousands === ',' && decimal === '.') return text;
  return text.replace(number, (found) =>
    found.replace(/[,.]/g, (separator) => (separator === ',' ? thousands : decimal)),
  );
}
