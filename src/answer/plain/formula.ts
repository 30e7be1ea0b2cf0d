import { grouped } from '../../numbers-in-words.ts';
import type { Block, FormulaLine } from '../answer.ts';

/**
 * Worked formulas, one a line, with labels, equals signs and results in columns. A line that is too wide has
 * its result on the next line, right-aligned with the others where there is room.
 */
export function plainFormula({ lines }: Extract<Block, { kind: 'formula' }>, width: number): string {
  const [labels, expressions, results] = columnWidths(lines);
  const oneLine = labels + expressions + results + 7 <= width;
  let text = '';
  for (const { label, expression, result } of lines) {
    const shown = resultText(result);
    const named = `${text === '' ? '' : '\n'}${label.padEnd(labels)}  `;
    text += oneLine
      ? `${named}${expression.padEnd(expressions)}  = ${shown.padStart(results)}`
      : `${named}${expression}\n${' '.repeat(labels)}  = ${shown}`;
  }
  return text;
}

function columnWidths(lines: readonly FormulaLine[]): [labels: number, expressions: number, results: number] {
  let labels = 0;
  let expressions = 0;
  let results = 0;
  for (const { label, expression, result } of lines) {
    labels = Math.max(labels, label.length);
    expressions = Math.max(expressions, expression.length);
    results = Math.max(results, resultText(result).length);
  }
  return [labels, expressions, results];
}

function resultText(result: number): string {
  return result < 0 ? `−${grouped(-result)}` : grouped(result);
}
