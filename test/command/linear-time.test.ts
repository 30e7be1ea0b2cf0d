import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.ts';
import { growsLinearly } from '../support/grows-linearly.ts';

/** Characters; more are refused, and half as many show as well how the time grows. */
const longest = 131_072 / 2;

const units = [
  ...['(', ')', '[', ']', '{', '}', '()', '((', '"', "'", '`', '```\n', '"""', "'''", '\\', '"\\'],
  ...['1', '1 ', '12,', '1,', '1.', '1_', '1e', '0x', '1x', '1x1', '(1,', '(1, 1)', '( 1', '1*'],
  ...[
    ',',
    ' ',
    '\n',
    '\n ',
    '\t',
    '.',
    '-',
    '—',
    '=',
    '->',
    '=>',
    '1->1',
    '1->',
    '+',
    '+ ',
    'vs',
    'vs ',
    '@',
    '@1',
    '#',
    '#\n',
    '<',
    '_',
  ],
  ...[
    'x',
    'x ',
    'a_',
    'a-',
    'a.b',
    'a b ',
    'in ',
    '1 in ',
    '1 in 1 ',
    '64 in 64 out ',
    '64@3x3 ',
    '3 to, ',
    '64 channels, ',
    '3x3 filters ',
    'k 3 c 3*3 ',
    'd3x3 ',
    'k3s2p1',
    'bn + ',
    'or 3 ',
    'compare 3x3 with ',
    'of ',
    'no ',
    'without a ',
    'g=',
    'why ',
    'help ',
  ],
  ...[
    'Conv2d(',
    'nn.Conv2d(1,1,1)\n',
    'nn.Conv2d(1,1,1),',
    'nn.ReLU(),',
    'nn.ReLU()\n',
    'Conv2d(x=',
    'Conv2d(1,1,1)(x)',
    'A(',
    'A()(',
  ],
  ...[
    '(0): ',
    '(0): A(',
    '(0): A()',
    '24 x ',
    '24 x A(',
    '(0-23): 24 x Conv2d(1,1,1)',
    'x=1,',
    'A("',
    'A("""',
    'for x in y:\n',
    'self.a = A()\n',
    'x1',
    'x.',
    'Conv2d(1,1,1) x ',
  ],
  ...[
    'f(x)\n',
    'if (',
    'lambda x: ',
    "it's ",
    'model.add(A())\n',
    'Linear(1,1)\n',
    'Dense(1)\n',
    'é',
    '\u200b',
    '\ud800',
    '😀',
    '\0',
    '\u202e',
  ],
];

/** Words end at 4,000 characters; beside a call they are code, and that is read much further. */
const around: readonly [string, string][] = [
  ['', ''],
  ['', '\nnn.Conv2d(1, 1, 1)'],
  ['nn.Conv2d(1, 1, 1)\n', ''],
  ['7 512 512 ', ' nn.Conv2d(1, 1, 1)'],
  ['nn.Conv2d(', ''],
];

function filled(before: string, unit: string, after: string): (length: number) => string {
  return (length) =>
    before + unit.repeat(Math.floor((length - before.length - after.length) / unit.length)) + after;
}

describe(`${longest.toLocaleString('en')} characters are answered in time linear in their number`, () => {
  it.each(units)('%j', (unit) => {
    for (const [before, after] of around) {
      const isLinear = growsLinearly(ask, filled(before, unit, after), longest);
      expect({ before, after, isLinear }).toMatchObject({ isLinear: true });
    }
  });

  it.each<[string, string, string]>([
    ['3', ' ', 'x'],
    ['Net(\n', '  Conv2d(3, 3, 3)\n', ')'],
    ['(', 'x', '): Conv2d(3, 64, 3)'],
    ['nn.Conv2d(3, 64, 3)', '#', ''],
  ])('%j, many %j, %j', (before, unit, after) => {
    expect(growsLinearly(ask, filled(before, unit, after), longest)).toBe(true);
  });

  it.each<[string, string]>([
    ['1 in ', 'a '],
    ['1 in 1 ', 'a '],
    ['g 1 ', 'a '],
    ['(', ')'],
    ['[(', ')]'],
    ['1->1 ', 'a '],
    ['"', 'a'],
  ])('half %j and half %j, beside code', (first, second) => {
    const half = (length: number, unit: string) => unit.repeat(Math.floor(length / 2 / unit.length));
    const shape = (length: number) => `${half(length, first)}${half(length, second)} nn.Conv2d(1, 1, 1)`;
    expect(growsLinearly(ask, shape, longest)).toBe(true);
  });
});

describe('copies in the print of a model', () => {
  it('are answered in time linear in their number', () => {
    const shape = (copies: number) => `(0-${copies - 1}): ${copies} x Conv2d(1, 1, 1)`;
    expect(growsLinearly(ask, shape, 19_992)).toBe(true);
  });

  it.each([
    '(0): 99999999999999999999 x Conv2d(1, 1, 1)',
    '(0): 140 x Block((0): 140 x Block((0): 140 x Block()))',
  ])('of too many copies are not made: %s', (question) => {
    expect(ask(question).kind).toBe('problem');
  });
});

describe('4,000 characters of words', () => {
  it.each(units)('%j', (unit) => {
    expect(growsLinearly(ask, filled('', unit, ''), 4_000)).toBe(true);
  });
});
