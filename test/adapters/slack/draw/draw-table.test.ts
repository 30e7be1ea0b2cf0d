import { describe, expect, test } from 'vitest';
import { drawTable } from '../../../../adapters/slack/draw/draw-table.ts';
import { payloadFaults } from '../../../support/slack/payload-faults.ts';

const columns = [
  { title: 'Layer', align: 'left' },
  { title: 'Parameters', align: 'right' },
] as const;

function drawn(rows: number, name = (index: number) => `layer ${index}`) {
  const table = drawTable({
    kind: 'table',
    columns,
    rows: Array.from({ length: rows }, (_, index) => [
      { text: name(index) },
      { text: String(index), value: index },
    ]),
  });
  return { table, texts: table.rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : ''))) };
}

function faults(table: object): string[] {
  return payloadFaults({ text: 'a table', blocks: [table] }, 'message');
}

function title(text: string): object {
  const bold = { type: 'text', text, style: { bold: true } };
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [bold] }] };
}

test('columns are aligned as the answer says, and words wrap', () => {
  expect(drawn(1).table).toEqual({
    type: 'table',
    column_settings: [
      { align: 'left', is_wrapped: true },
      { align: 'right', is_wrapped: false },
    ],
    rows: [
      [title('Layer'), title('Parameters')],
      [
        { type: 'raw_text', text: 'layer 0' },
        { type: 'raw_text', text: '0' },
      ],
    ],
  });
});

describe('too many rows', () => {
  test('99 and their titles fit', () => {
    const { table, texts } = drawn(99);
    expect(texts).toHaveLength(100);
    expect(texts.at(-1)).toEqual(['layer 98', '98']);
    expect(faults(table)).toEqual([]);
  });

  test.each([
    [100, 2],
    [140, 42],
    [5_000, 4_902],
  ])('%i rows: the last row says that there are %i more', (rows, left) => {
    const { table, texts } = drawn(rows);
    expect(texts).toHaveLength(100);
    expect(texts.at(-1)).toEqual([`… and ${left.toLocaleString('en')} more rows`, '–']);
    expect(texts.at(-2)).toEqual(['layer 97', '97']);
    expect(faults(table)).toEqual([]);
  });

  test('too many characters: fewer rows, counted', () => {
    const { table, texts } = drawn(90, (index) => `${index} ${'x'.repeat(200)}`);
    const shown = texts.length - 2;
    expect(texts.at(-1)?.[0]).toBe(`… and ${90 - shown} more rows`);
    expect(shown).toBeGreaterThan(40);
    expect(faults(table)).toEqual([]);
  });
});

test('a cell that is too long is cut visibly, an empty one is a dash', () => {
  const { texts } = drawn(2, (index) => (index === 0 ? 'x'.repeat(100_000) : ''));
  expect(texts[1]?.[0]).toBe(`${'x'.repeat(299)}…`);
  expect(texts[2]?.[0]).toBe('–');
});
