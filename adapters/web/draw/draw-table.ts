import type { Block, Cell, Column } from '../../../src/answer/answer.ts';
import { type Piece, tag } from './piece.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** A table whose numbers stand right-aligned under each other. One that is too wide scrolls in its own box. */
export function drawTable({ columns, rows }: Table): Piece {
  const titles = columns.map(({ title, align }) => tag('th', { scope: 'col', class: align }, title));
  const name = `Table: ${columns.map(({ title }) => title).join(', ')}`;
  return tag(
    'div',
    { class: 'scroll', 'data-name': name },
    tag(
      'table',
      { class: columns.some(isNumeric) ? 'numbers' : 'words' },
      tag('thead', {}, tag('tr', {}, ...titles)),
      tag('tbody', {}, ...rows.map((row) => drawRow(row, columns))),
    ),
  );
}

function drawRow(row: readonly Cell[], columns: readonly Column[]): Piece {
  const cells = row.map(({ text }, index) => {
    const align = columns[index]?.align ?? 'left';
    return index === 0 ? tag('th', { scope: 'row', class: align }, text) : tag('td', { class: align }, text);
  });
  return tag('tr', {}, ...cells);
}

function isNumeric({ align }: Column): boolean {
  return align === 'right';
}
