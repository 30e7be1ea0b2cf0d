import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap } from '../../../src/answer/plain/wrap.ts';

test.each([
  ['', 5, ''],
  ['one two', 7, 'one two'],
  ['one two', 6, 'one\ntwo'],
  ['one two three', 7, 'one two\nthree'],
  ['a b c d', 1, 'a\nb\nc\nd'],
  ['unbreakable', 4, 'unbreakable'],
  ['an unbreakable word', 4, 'an\nunbreakable\nword'],
  ['wide unbreakable', 80, 'wide unbreakable'],
  ['no limit at all', Number.POSITIVE_INFINITY, 'no limit at all'],
])('%j at %d is %j', (text, width, wrapped) => {
  expect(wrap(text, width)).toBe(wrapped);
});

const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 30 }).map((list) => list.join(' '));

test('only turns spaces into line ends, and only lines of one word are too long', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (text, width) => {
      const wrapped = wrap(text, width);
      expect(wrapped.replaceAll('\n', ' ')).toBe(text);
      for (const line of wrapped.split('\n')) {
        if (line.length > width) expect(line).not.toContain(' ');
      }
    }),
  );
});

test('no line has room for the first word of the next', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (text, width) => {
      const lines = wrap(text, width).split('\n');
      for (const [index, line] of lines.entries()) {
        const [next] = lines[index + 1]?.split(' ') ?? [];
        if (next !== undefined) expect(line.length + 1 + next.length).toBeGreaterThan(width);
      }
    }),
  );
});
