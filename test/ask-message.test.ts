import { describe, expect, test } from 'vitest';
import { askMessage } from '../src/ask-message.ts';
import { blocksOf } from './support/answer-texts.ts';
import { growsLinearly } from './support/grows-linearly.ts';

function total(message: string): number | undefined {
  const numbers = askMessage(message)?.numbers;
  return numbers?.kind === 'answer' ? numbers.total.params : undefined;
}

function notes(message: string): string[] {
  const answer = askMessage(message);
  return answer ? blocksOf(answer, 'note').flatMap(({ sentences }) => sentences) : [];
}

const aside = 'Only the layers of the message were read; its other words were left aside.';

describe('a message that can be read as a whole', () => {
  test.each([
    ['nn.Conv2d(512, 512, 7, bias=False)', 12_845_056],
    ['7 512 512 nobias', 12_845_056],
    ['`nn.Conv2d(3, 64, 3)`', 1_792],
    ['```\nself.a = nn.Conv2d(3, 64, 3)\nself.b = nn.Conv2d(64, 64, 1)\n```', 1_792 + 4_160],
  ])('%s', (message, params) => {
    expect(total(message)).toBe(params);
    expect(notes(message)).not.toContain(aside);
  });

  test('a comparison stays one', () => {
    const numbers = askMessage('`nn.Conv2d(3, 64, 3)` vs `nn.Conv2d(3, 64, 5)`')?.numbers;
    expect(numbers).toMatchObject({ kind: 'answer', question: 'compare' });
  });
});

describe('layers amid prose', () => {
  test.each([
    ['Look at this monster:\n```\nnn.Conv2d(512, 512, 7, bias=False)\n```\nwhat do you think?', 12_845_056],
    ['I replaced `Conv2d(3, 64, 3)` yesterday, it broke 4 tests', 1_792],
    ['I think nn.Conv2d(512, 512, 7, bias=False) costs too much', 12_845_056],
    ['use nn.Conv2d(3, 64, 3) for the stem (see the wiki)', 1_792],
    ['first nn.Conv2d(3, 64, 3), afterwards nn.Conv2d(64, 64, 1) maybe', 1_792 + 4_160],
  ])('%s', (message, params) => {
    expect(total(message)).toBe(params);
    expect(notes(message)).toContain(aside);
  });
});

describe('layers that are set against each other', () => {
  test.each([
    'compare `nn.Conv2d(64, 64, 7)` vs `nn.Conv2d(64, 64, 3)` please, folks',
    'folks, which is cheaper: nn.Conv2d(64, 64, 7) or nn.Conv2d(64, 64, 3)?',
    'folks, what is the difference between `nn.Conv2d(64, 64, 7)` and `nn.Conv2d(64, 64, 3)`?',
    'better take nn.Conv2d(64, 64, 7) instead of nn.Conv2d(64, 64, 3)',
    'shall we use nn.Conv2d(64, 64, 7) or a nn.Conv2d(64, 64, 3)?',
    'this:\n```\nnn.Conv2d(64, 64, 7)\n```\nis much slower than\n```\nnn.Conv2d(64, 64, 3)\n```',
  ])('are compared, not summed: %s', (message) => {
    const numbers = askMessage(message)?.numbers;
    expect(numbers).toMatchObject({
      kind: 'answer',
      question: 'compare',
      alternatives: [{ params: 200_768 }, { params: 36_928 }],
    });
    expect(notes(message)).toContain(aside);
  });

  test.each([
    'the stem or so is nn.Conv2d(3, 64, 7), then comes nn.Conv2d(64, 64, 1)',
    'see `nn.Conv2d(3, 64, 7)` and `nn.Conv2d(64, 64, 1)`, or ask me',
  ])('are summed where no word does that: %s', (message) => {
    expect(total(message)).toBe(9_472 + 4_160);
  });
});

test.each(['', ' ', 'hello', 'what is this?', 'why?', 'help', 'In 2024 we had 3 issues (all closed)'])(
  'a message without any layer: %j',
  (message) => {
    expect(askMessage(message)).toBeUndefined();
  },
);

test.each([
  ['nn.Conv2d(3, 64', 'unclosed-bracket'],
  ['Look:\n```\nnn.Conv2d(3, 64, 3, groups=2)\n```', 'groups-do-not-divide'],
])('a mistake in the code is told: %s', (message, code) => {
  expect(askMessage(message)?.numbers).toMatchObject({ kind: 'problem', problem: { code } });
});

test.each([
  'we stack them: for i in range(8): layers.append(nn.Conv2d(64, 64, 3)) and so on',
  'we stack them: [nn.Conv2d(64, 64, 3) for i in widths] and so on',
  'like this\nfor block in blocks:\n  x = nn.Conv2d(64, 64, 3)\n',
  'for w in widths: layers.append(nn.Conv2d(64, 64, 3)) as always',
])('a loop is never priced as if it ran once: %s', (message) => {
  expect(askMessage(message)?.kind).toBe('problem');
});

test('words of a sentence are no loop', () => {
  expect(total('This is good for use in mobile: nn.Conv2d(3, 64, 3)')).toBe(1_792);
});

test.each(['`', '```', '`x', 'Conv2d(3, 3, 3) x ', 'A(', '```\n`', 'for i in '])(
  'is linear in the length of a message: %j',
  (unit) => {
    const shape = (length: number) => unit.repeat(Math.floor(length / unit.length));
    expect(growsLinearly(askMessage, shape, 40_000)).toBe(true);
  },
);
