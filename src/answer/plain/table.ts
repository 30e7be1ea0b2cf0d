import type { Block } from '../answer.ts';
import { wrap } from './wrap.ts';

type Table = Extract<Block, { kind: 'table' }>;

const gap = '  ';

/**
 * A table with aligned columns. Where it is wider than `width`, columns of numbers move to further tables
 * below that repeat the first column, and columns of text become a paragraph a row.
 */
export function plainTable(table: Table, width: number): string {
  const widths = table.columns.map(({ title }, index) =>
    Math.max(title.length, ...table.rows.map((row) => row[index]?.text.length ?? 0)),
  );
  if (total(widths) <= width) return grid(table, widths, [...widths.keys()]);
  if (table.columns.every(({ align }) => align === 'left')) return paragraphs(table, width);
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

function grid({ columns, rows }: Table, widths: readonly number[], shown: readonly number[]): string {
  const line = (cells: readonly { text: string }[]) =>
    shown
      .map((index) => {
        const cell = cells[index]?.text ?? '';
        return columns[index]?.align === 'right'
          ? cell.padStart(widths[index] ?? 0)
          : cell.padEnd(widths[index] ?? 0);
      })
      .join(gap)
      .trimEnd();
  return [columns.map(({ title }) => ({ text: title })), ...rows].map(line).join('\n');
}

/** The first cell on a line of its own, the others indented below it. */
function paragraphs({ columns, rows }: Table, width: number): string {
  return rows
    .map(([first, ...others]) => {
      const rest = others.map((cell, index) => `${columns[index + 1]?.title}: ${cell.text}`);
      const indented = rest.map((line) => wrap(line, width - gap.length).replace(/^/gm, gap));
      return [wrap(first?.text ?? '', width), ...indented].join('\n');
    })
    .join('\n');
}
