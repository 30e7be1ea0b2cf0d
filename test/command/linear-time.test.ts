import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.ts';

/**
 * Milliseconds of the processor for the longest text that is read. What is linear takes far less; what is
 * quadratic takes ten times as many or more, on any machine.
 */
const most = 2_000;

const longest = 131_072;

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

function milliseconds(text: string): number {
  const start = process.cpuUsage();
  ask(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

function filled(before: string, unit: string, after: string): string {
  return before + unit.repeat(Math.floor((longest - before.length - after.length) / unit.length)) + after;
}

describe(`${longest.toLocaleString('en')} characters are answered in time linear in their number`, () => {
  it.each(units)('%j', (unit) => {
    for (const [before, after] of around) {
      expect({ before, after, isSlow: milliseconds(filled(before, unit, after)) > most }).toMatchObject({
        isSlow: false,
      });
    }
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
    const half = (unit: string) => unit.repeat(Math.floor(65_000 / unit.length));
    expect(milliseconds(`${half(first)}${half(second)} nn.Conv2d(1, 1, 1)`)).toBeLessThan(most);
  });

  it.each([
    '(0-19998): 19999 x Conv2d(1, 1, 1)',
    '(0): 99999999999999999999 x Conv2d(1, 1, 1)',
    '(0): 140 x Block((0): 140 x Block((0): 140 x Block()))',
  ])('%s', (question) => {
    expect(milliseconds(question)).toBeLessThan(most);
  });
});

describe('4,000 characters of words', () => {
  it.each(units)('%j', (unit) => {
    expect(milliseconds(unit.repeat(Math.floor(4_000 / unit.length)))).toBeLessThan(most / 10);
  });
});
