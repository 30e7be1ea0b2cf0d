import type { Block, FormulaLine } from '../../../src/answer/answer.ts';
import { grouped } from '../../../src/numbers-in-words.ts';
import { type Piece, tag } from './piece.ts';

/** Worked formulas, a row each: label, expression, result. */
export function drawFormula({ lines }: Extract<Block, { kind: 'formula' }>): Piece {
  return tag(
    'div',
    { class: 'scroll', 'data-name': 'Formulas' },
    tag('table', { class: 'formula' }, tag('tbody', {}, ...lines.map(drawLine))),
  );
}

function drawLine({ label, expression, result }: FormulaLine): Piece {
  const shown = result < 0 ? `−${grouped(-result)}` : grouped(result);
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, label),
    tag('td', { class: 'expression' }, expression),
    tag('td', { class: 'equals' }, '='),
    tag('td', { class: 'result' }, shown),
  );
}
