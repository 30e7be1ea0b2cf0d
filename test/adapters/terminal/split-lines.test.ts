import { expect, test } from 'vitest';
import { splitLines } from '../../../adapters/terminal/split-lines.ts';

async function* each(parts: readonly string[]) {
  yield* parts;
}

test.each<[string[], string[]]>([
  [[], []],
  [[''], []],
  [['a\nb\n'], ['a', 'b']],
  [['a\nb'], ['a', 'b']],
  [['\n\n'], ['', '']],
  [
    ['a', 'b', '\nc', 'd\n', 'e'],
    ['ab', 'cd', 'e'],
  ],
  [
    ['a\r\nb\r', '\nc\r'],
    ['a', 'b', 'c'],
  ],
  [
    ['12345\n12', '3456', '7890\nab\n'],
    ['12345', '12345', 'ab'],
  ],
  [['123456'], ['12345']],
  [['a\\nb\n'], ['a\\nb']],
])('%j are the lines %j, five characters kept', async (parts, lines) => {
  const split: string[] = [];
  for await (const line of splitLines(each(parts), 5)) split.push(line);
  expect(split).toEqual(lines);
});

test('a line is given before more is read', async () => {
  let read = 0;
  const lines = splitLines(
    (async function* () {
      for (const part of ['a\nb\n', 'c\n']) {
        read += 1;
        yield part;
      }
    })(),
    5,
  );
  expect((await lines.next()).value).toBe('a');
  expect((await lines.next()).value).toBe('b');
  expect(read).toBe(1);
});
