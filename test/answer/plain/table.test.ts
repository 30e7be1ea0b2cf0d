import { expect, test } from 'vitest';
import type { Cell } from '../../../src/answer/answer.ts';
import { plainTable } from '../../../src/answer/plain/table.ts';

const cells = (...texts: readonly string[]): Cell[] => texts.map((text) => ({ text }));

const numbers = {
  kind: 'table',
  columns: [
    { title: 'Layer', align: 'left' },
    { title: 'Parameters', align: 'right' },
    { title: 'MACs', align: 'right' },
  ],
  rows: [cells('one', '1,000', '20,000'), cells('another', '2', '300')],
} as const;

const words = {
  kind: 'table',
  columns: [
    { title: 'Words', align: 'left' },
    { title: 'Meaning', align: 'left' },
    { title: 'Absent', align: 'left' },
  ],
  rows: [cells('g=32, groups 32', 'how many groups', '1'), cells('bn', 'a BatchNorm follows', 'none')],
} as const;

test('columns are aligned, numbers to the right, without spaces at the end', () => {
  expect(plainTable(numbers, 80)).toMatchInlineSnapshot(`
    "Layer    Parameters    MACs
    one           1,000  20,000
    another           2     300"
  `);
});

test('a table that fits exactly stays whole', () => {
  expect(plainTable(numbers, 27)).toBe(plainTable(numbers, 80));
});

test('columns of numbers that do not fit move below, beside the first column again', () => {
  expect(plainTable(numbers, 26)).toMatchInlineSnapshot(`
    "Layer    Parameters
    one           1,000
    another           2

    Layer      MACs
    one      20,000
    another     300"
  `);
});

test('columns that fit exactly beside the first share a table', () => {
  const columns = [...numbers.columns, { title: 'Output', align: 'right' } as const];
  const wide = { ...numbers, columns, rows: numbers.rows.map((row) => [...row, { text: '64×56' }]) };
  const titles = (width: number) => plainTable(wide, width).match(/^Layer.*$/gm);
  expect(titles(27)).toEqual(['Layer    Parameters    MACs', 'Layer    Output']);
  expect(titles(26)).toEqual(['Layer    Parameters', 'Layer      MACs  Output']);
});

test('names that leave no room for any column get lines of their own', () => {
  const rows = [cells('a name of several words', '1,000', '20,000'), cells('another', '2', '300')];
  expect(plainTable({ ...numbers, rows }, 21)).toMatchInlineSnapshot(`
    "Layer
      Parameters    MACs
    a name of several
    words
           1,000  20,000
    another
               2     300"
  `);
});

test('columns stay within the page also below names of their own', () => {
  const rows = [cells('a name of several words', '1,000', '20,000'), cells('another', '2', '300')];
  for (const line of plainTable({ ...numbers, rows }, 16).split('\n')) {
    expect(line.length, line).toBeLessThanOrEqual(16);
  }
});

test('columns of words become a paragraph a row', () => {
  expect(plainTable(words, 30)).toMatchInlineSnapshot(`
    "g=32, groups 32
      how many groups. Absent: 1.
    bn
      a BatchNorm follows. Absent:
      none."
  `);
});
