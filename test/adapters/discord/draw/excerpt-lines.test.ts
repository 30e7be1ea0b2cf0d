import { expect, test } from 'vitest';
import { excerptLines } from '../../../../adapters/discord/draw/excerpt-lines.ts';

const lines = (text: string, at: [number, number]) =>
  excerptLines({ kind: 'excerpt', text, at }, 20).split('\n');

test('a question that fits has its carets below', () => {
  expect(lines('7 512 512 nobais', [10, 16])).toEqual(['7 512 512 nobais', '          ^^^^^^']);
});

test('a longer one is broken at spaces, with the carets under their own line', () => {
  expect(lines('3 64 64 + 3 + 3 + 3 gropus=2 + 3', [20, 26])).toEqual([
    '3 64 64 + 3 + 3 + 3',
    'gropus=2 + 3',
    '^^^^^^',
  ]);
});

test('a mistake over two lines has carets under both', () => {
  expect(lines('3 64 64 kernels of a very long name', [8, 35])).toEqual(
    ['3 64 64 kernels of a', '        ^^^^^^^^^^^^^', 'very long name', '^^^^^^^^^^^^^^'].map((line) => line),
  );
});

test('what is missing at the end has its caret behind the end', () => {
  expect(lines('3 64 128 vs', [11, 11])).toEqual(['3 64 128 vs', '           ^']);
});

test('a word that is longer than a line is broken, and no character is', () => {
  expect(lines('😀'.repeat(15), [0, 30]).filter((line) => !line.startsWith('^'))).toEqual([
    '😀'.repeat(10),
    '😀'.repeat(5),
  ]);
});

test('an East Asian character takes two columns, of the line and of the carets', () => {
  expect(lines('3 64 畳み込み層 nobias', [5, 10])).toEqual(['3 64 畳み込み層', '     ^^^^^^^^^^', 'nobias']);
  expect(lines('畳'.repeat(15), [12, 13])).toEqual(['畳'.repeat(10), '畳'.repeat(5), '    ^^']);
});

test('nothing at all still has its caret', () => {
  expect(lines('', [0, 0])).toEqual(['', '^']);
});
