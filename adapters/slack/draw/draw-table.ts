import type { TableBlock } from '@slack/types';
import { type Block, type Cell, strong } from '../../../src/answer/answer.ts';
import { counted } from '../../../src/numbers-in-words.ts';
import { clip } from './clip.ts';
import { limits } from './limits.ts';
import { richText } from './rich-text.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Row = TableBlock['rows'][number];

/** A native table, its numbers right-aligned. Rows that are too many are counted in one last row. */
export function drawTable({ columns, rows }: Table): TableBlock {
  const titles = columns.map(({ title }) => title);
  const texts = rows.map((row) => row.map(({ text }: Cell) => text));
  const kept = rowsThatFit([titles, ...texts]) - 1;
  const left = texts.length - kept;
  const shown = left === 0 ? texts : [...texts.slice(0, kept), moreRow(left, columns.length)];
  return {
    type: 'table',
    column_settings: columns.map(({ align }) => ({ align, is_wrapped: align === 'left' })),
    rows: [titles.map(drawTitle), ...shown.map(drawRow)],
  };
}

/** Slack sets the first row off by nothing. */
function drawTitle(title: string): Row[number] {
  return richText([strong(cellText(title))]);
}

function drawRow(texts: readonly string[]): Row {
  return texts.map((text) => ({ type: 'raw_text', text: cellText(text) }));
}

/** Slack refuses an empty cell. */
function cellText(text: string): string {
  return text === '' ? '–' : clip(text, limits.cellCharacters);
}

function moreRow(left: number, columns: number): string[] {
  return [`… and ${counted(left, 'more row')}`, ...Array<string>(columns - 1).fill('')];
}

/** How many rows fit, from the first; one row is kept free to tell how many do not. */
function rowsThatFit(texts: readonly (readonly string[])[]): number {
  const characters = texts.map((row) => row.reduce((sum, text) => sum + cellText(text).length, 0));
  const total = characters.reduce((sum, length) => sum + length, 0);
  if (texts.length <= limits.tableRows && total <= limits.tableCharacters) return texts.length;
  let room = limits.tableCharacters - 100;
  let count = 0;
  for (const length of characters) {
    room -= length;
    if (room < 0 || count === limits.tableRows - 1) break;
    count += 1;
  }
  return count;
}
