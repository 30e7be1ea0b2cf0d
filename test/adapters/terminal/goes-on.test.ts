import { expect, test } from 'vitest';
import { goesOn } from '../../../adapters/terminal/goes-on.ts';
import { ask } from '../../../src/ask.ts';

test.each([
  ['nn.Sequential(', true],
  ['nn.Sequential(\n  nn.Conv2d(3, 64, 3),', true],
  ['nn.Sequential(\n  nn.Conv2d(3, 64, 3),\n)', false],
  ['nn.Conv2d(3, 64, 3))', false],
  ['3 64 64 )', false],
  ['3 64 64', false],
  ['3 64 nobais', false],
  ['help', false],
  ['```', true],
  ['```python\nnn.Conv2d(3, 64, 3)', true],
  [' ```python\nnn.Conv2d(3, 64, 3)\n```', false],
  ['```nn.Conv2d(3, 64, 3)```', false],
  ['```nn.Conv2d(3, 64,```', false],
])('%j goes on: %s', (question, expected) => {
  expect(goesOn(question, ask(question))).toBe(expected);
});
