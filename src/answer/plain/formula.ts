import { grouped } from '../../numbers-in-words.ts';
import type { Block } from '../answer.ts';

/**
 * Worked formulas, one a line, with labels, equals signs and results in columns. A line that is too wide has
 * its result on the next line, right-aligned with the others where there is room; labels that take more than
 * half of the width have lines of their own.
 */
export function plainFormula({ lines }: Extract<Block, { kind: 'formula' }>, width: number): string {
  const shown = lines.map(({ result }) => resultText(result));
  let labels = 0;
  let expressions = 0;
  let results = 0;
  for (const { label, expression } of lines) {
    labels = Math.max(labels, label.length);
    expressions = Math.max(expressions, expression.length);
  }
  for (const result of shown) results = Math.max(results, result.length);
  const oneLine = labels + expressions + results + 7 <= width;
  const labelsApart = labels > width / 2;
  const texts = lines.map(({ label, expression }, index) => {
    const result = shown[index] ?? '';
    if (!oneLine && labelsApart) return `${label}\n  ${broken(expression, 2, width)}\n  = ${result}`;
    const named = `${label.padEnd(labels)}  `;
    return oneLine
      ? `${named}${expression.padEnd(expressions)}  = ${result.padStart(results)}`
      : `${named}${broken(expression, labels + 2, width)}\n${' '.repeat(labels)}  = ${result}`;
  });
  return texts.join('\n');
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

function resultText(result: number): string {
  return result < 0 ? `−${grouped(-result)}` : grouped(result);
}
