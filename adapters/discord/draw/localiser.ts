import { separatorsOf } from './separators-of.ts';

/** A number as answers have it: 12,845,056, 2.24, 512. Not part of a word, a name or a version. */
const number = /(?<![\p{L}\d_.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\p{L}\d_]|[.,]\d)/gu;

/**
 * Writes the numbers in texts of answers as a locale does: 12.845.056 and 2,24 in German. Digits stay in groups of
 * three everywhere, so that a text keeps its length and a table its columns.
 */
export function localiser(locale: string): Say {
  const { thousands, decimal } = separatorsOf(locale);
  if (thousands === ',' && decimal === '.') return asItIs;
  return (text) =>
    text.replace(number, (found) =>
      found.replace(/[,.]/g, (separator) => (separator === ',' ? thousands : decimal)),
    );
}

/** What is done to the words of an answer before they are drawn. */
export type Say = (text: string) => string;

export const asItIs: Say = (text) => text;
