import { expect, test } from 'vitest';
import { recalled } from '../../../adapters/terminal/recalled.ts';
import { ask } from '../../../src/ask.ts';

const layer = '  nn.Conv2d(3, 3, 3),';

test.each<[string, string[], string | undefined]>([
  ['code in brackets', ['nn.Sequential(', layer, '', ')'], 'nn.Sequential( nn.Conv2d(3, 3, 3), )'],
  ['words after code', ['nn.Conv2d(3, 3, 3)', '@56 int8'], 'nn.Conv2d(3, 3, 3) @56 int8'],
  ['a comment', ['nn.Sequential( # first', layer, ')'], undefined],
  ['a problem', ['nn.Sequential(', layer, ''], undefined],
  ['more than 2,000 characters', ['nn.Sequential(', ...Array<string>(120).fill(layer), ')'], undefined],
])('%s', (_name, lines, line) => {
  expect(recalled(lines, ask(lines.join('\n')))).toBe(line);
});
