import { expect, test } from 'vitest';
import { readOptions } from '../../../adapters/terminal/options.ts';

const none = { words: [], json: false, lines: false, help: false, version: false };

test.each([
  [[], none],
  [['7', '512'], { ...none, words: ['7', '512'] }],
  [['7', '--json', '512'], { ...none, words: ['7', '512'], json: true }],
  [['-h'], { ...none, help: true }],
  [['--lines', '-'], { ...none, words: ['-'], lines: true }],
  [['--lines', '--json'], { ...none, json: true, lines: true }],
  [['3', '-5', '64'], { ...none, words: ['3', '-5', '64'] }],
  [['-5'], { ...none, words: ['-5'] }],
  [['3', '128', '->', '256'], { ...none, words: ['3', '128', '->', '256'] }],
  [['3', '128', '-->256'], { ...none, words: ['3', '128', '-->256'] }],
  [['--', '--json', '-h', '--'], { ...none, words: ['--json', '-h', '--'] }],
  [['--json', '--', '-x'], { ...none, words: ['-x'], json: true }],
  [['3', '-', '4'], { ...none, words: ['3', '-', '4'] }],
])('%j', (argv, options) => {
  expect(readOptions(argv)).toEqual(options);
});

test('an option that is none is named, with the way out', () => {
  expect(readOptions(['3', '--groups', '64'])).toBe(
    "Unknown option '--groups'. --help lists the options; words that begin with a dash go after --.",
  );
});

test('an option with a value it does not take is named', () => {
  expect(readOptions(['--json=2'])).toMatch(/^Option '--json' does not take an argument\. --help /);
});

test('--lines with words says where questions come from', () => {
  expect(readOptions(['--lines', '7', '512'])).toBe(
    '--lines reads its questions from standard input: leave out the words.',
  );
});
