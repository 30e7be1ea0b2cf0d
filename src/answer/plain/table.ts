import type { Block, Cell } from '../answer.ts';
import { wrap } from './wrap.ts';

type Table = Extract<Block, { kind: 'table' }>;

const gap = '  ';

/**
 * A table with aligned columns. Where it is wider than `width`, it is stacked: columns of numbers move to
 * further tables below that repeat the first column; a first column that leaves them no room gets lines of its
 * own; columns of text become a paragraph a row.
 */
export function plainTable(table: Table, width: number): string {
  const widths = table.columns.map(({ title }, index) => {
    let widest = title.length;
    for (const row of table.rows) widest = Math.max(widest, row[index]?.text.length ?? 0);
    return widest;
  });
  if (total(widths) <= width) return grid(table, widths, [...widths.keys()]);
  if (table.columns.every(({ align }) => align === 'left')) return paragraphs(table, width);
  const [first = 0, ...others] = widths;
  if (total([first, Math.max(...others)]) > width) return namesOnTheirOwn(table, widths, width);
  return columnGroups(widths, width)
    .map((group) => grid(table, widths, group))
    .join('\n\n');
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + gap.length, -gap.length);
}

/** As many columns beside the first as fit, at least one, again and again. */
function columnGroups(widths: readonly number[], width: number): number[][] {
  const groups: number[][] = [];
  for (let column = 1; column < widths.length; column += 1) {
    const group = groups.at(-1);
    const wider = [...(group ?? [0]), column];
    if (group && total(wider.map((index) => widths[index] ?? 0)) <= width) group.push(column);
    else groups.push([0, column]);
  }
  return groups;
}

function grid(table: Table, widths: readonly number[], shown: readonly number[]): string {
  let text = gridLine(table, widths, shown, titles(table));
  for (const row of table.rows) text += `\n${gridLine(table, widths, shown, row)}`;
  return text;
}

function titles({ columns }: Table): readonly Cell[] {
  return columns.map(({ title }) => ({ text: title }));
}

function gridLine(
  { columns }: Table,
  widths: readonly number[],
  shown: readonly number[],
  cells: readonly Cell[],
): string {
  let line = '';
  for (const index of shown) {
    const text = cells[index]?.text ?? '';
    const width = widths[index] ?? 0;
    const cell = columns[index]?.align === 'right' ? text.padStart(width) : text.padEnd(width);
    line += index === shown[0] ? cell : gap + cell;
  }
  return line.trimEnd();
}

/** The first cell of a row on lines of its own, its numbers in columns below it, on as many lines as they need. */
function namesOnTheirOwn(table: Table, widths: readonly number[], width: number): string {
  const numbers = columnGroups([0, ...widths.slice(1)], width).map((group) => group.slice(1));
  const lines = (cells: readonly Cell[]) =>
    [
      wrap(cells[0]?.text ?? '', width),
      ...numbers.map((group) => gap + gridLine(table, widths, group, cells)),
    ].join('\n');
  return [titles(table), ...table.rows].map(lines).join('\n');
}

/** The first cell on a line of its own, the others as sentences indented below it. */
function paragraphs({ columns, rows }: Table, width: number): string {
  return rows
    .map(([first, second, ...others]) => {
      const rest = others.map((cell, index) => `${columns[index + 2]?.title}: ${cell.text}.`);
      const sentences = [`${second?.text}.`, ...rest].join(' ');
      return `${wrap(first?.text ?? '', width)}\n${wrap(sentences, width - gap.length).replace(/^/gm, gap)}`;
    })
    .join('\n');
}
