import { grouped } from '../../numbers-in-words.ts';
import type { Block } from '../answer.ts';

/**
 * Worked formulas, one a line, with labels, equals signs and results in columns. A line that is too wide has
 * its result on the next line, right-aligned with the others where there is room.
 */
export function plainFormula({ lines }: Extract<Block, { kind: 'formula' }>, width: number): string {
  const labels = Math.max(...lines.map(({ label }) => label.length));
  const expressions = Math.max(...lines.map(({ expression }) => expression.length));
  const results = Math.max(...lines.map(({ result }) => resultText(result).length));
  const oneLine = labels + expressions + results + 7 <= width;
  return lines
    .map(({ label, expression, result }) => {
      const text = resultText(result);
      if (oneLine)
        return `${label.padEnd(labels)}  ${expression.padEnd(expressions)}  = ${text.padStart(results)}`;
      return `${label.padEnd(labels)}  ${expression}\n${' '.repeat(labels)}  = ${text}`;
    })
    .join('\n');
}

function resultText(result: number): string {
  return result < 0 ? `−${grouped(-result)}` : grouped(result);
}
