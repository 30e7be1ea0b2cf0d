import { isObject, type Json } from './json.ts';
import { counted } from './range-faults.ts';

/** What the table notes on data_table: equal rows, no rich_text in the header; and a row header that exists. */
export function dataTableFaults({ rows, row_header_column_index: column }: Json, path: string): string[] {
  if (!Array.isArray(rows)) return [];
  const [header, ...others] = rows.map((row) => (Array.isArray(row) ? row : []));
  if (!header) return [];
  const uneven = others.flatMap((row, at) =>
    row.length === header.length
      ? []
      : [`${path}.rows[${at + 1}]: ${counted(row.length, 'cell')}, the header has ${header.length}`],
  );
  const rich = header.flatMap((cell, at) =>
    isObject(cell) && cell['type'] === 'rich_text'
      ? [`${path}.rows[0][${at}]: no rich_text in the header`]
      : [],
  );
  const isOutside = typeof column === 'number' && column >= header.length;
  return [
    ...uneven,
    ...rich,
    ...(isOutside
      ? [`${path}.row_header_column_index: ${column}, a row has ${counted(header.length, 'cell')}`]
      : []),
  ];
}
