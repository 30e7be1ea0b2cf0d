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
      : `${named}${broken(expression, labels + 2, width)}\n${' '.repeat(labels)}  = ${shown}`;
  }
  return text;
}

/** A sum that is too wide goes on in the next line, before a plus. */
function broken(expression: string, indent: number, width: number): string {
  let text = '';
  let line = '';
  for (const term of expression.split(/(?= \+ )/)) {
    if (line !== '' && indent + line.length + term.length > width) {
      text += `${line}\n${' '.repeat(indent)}`;
      line = term.trimStart();
    } else line += term;
  }
  return text + line;
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
