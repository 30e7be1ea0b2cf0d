import { describe, expect, test } from 'vitest';
import { fitted } from '../../../../adapters/discord/draw/fitted.ts';
import { type Part, whole } from '../../../../adapters/discord/draw/part.ts';

function rows(of: 'table' | 'formula', count: number): Part {
  return {
    kind: 'rows',
    of,
    rows: count,
    draw: (kept) => `${'row\n'.repeat(kept)}${count > kept ? `${count - kept} more` : ''}`,
  };
}

const length = (texts: readonly string[]) => texts.join('').length;

test('what fits stays whole', () => {
  expect(fitted([whole('a'), rows('table', 2)], 9)).toEqual(['a', 'row\nrow\n']);
});

test('a table loses rows before a formula does, and as few as possible', () => {
  const [text, table, formula] = fitted([whole('a'), rows('table', 100), rows('formula', 10)], 100);
  expect(text).toBe('a');
  expect(formula).toBe('row\n'.repeat(10));
  expect(table).toBe(`${'row\n'.repeat(13)}87 more`);
});

test('then the formula', () => {
  const texts = fitted([rows('table', 100), rows('formula', 100)], 60);
  expect(texts).toEqual(['row\n99 more', `${'row\n'.repeat(10)}90 more`]);
});

describe('whatever the parts, the texts fit', () => {
  test.each([1, 10, 100, 1_000])('%i', (most) => {
    const parts = [
      whole('word '.repeat(500)),
      rows('table', 500),
      rows('formula', 500),
      whole('x'.repeat(2_000)),
    ];
    const texts = fitted(parts, most + 4);
    expect(length(texts)).toBeLessThanOrEqual(most + 4);
    expect(texts.every((text) => text !== '')).toBe(true);
  });
});

test('a text that is cut says so', () => {
  expect(fitted([whole('x'.repeat(50))], 10)).toEqual(['xxxxxxxxx…']);
});
