import { describe, expect, test } from 'vitest';
import { plain } from '../../src/answer/plain.ts';
import { ask } from '../../src/ask.ts';
import type { Question } from '../../src/command/parse.ts';
import { blocksOf } from '../support/answer-texts.ts';

describe('presentProblem', () => {
  test('the question, its place, what is wrong, what would work', () => {
    expect(plain(ask('7 512 512 nobais'))).toMatchInlineSnapshot(`
      "7 512 512 nobais
                ^^^^^^

      nobais is not a word I know. Did you mean nobias?

      Try: 7 512 512 nobias"
    `);
    expect(plain(ask('3 128 250 g=32'), { width: 60 })).toMatchInlineSnapshot(`
      "3 128 250 g=32
                ^^^^

      32 groups do not divide 250 output channels. Groups that do:
      1 or 2. Nearest width that works: 256.

      Try: 3 128 256 g=32"
    `);
  });

  test('several mistakes: the first is told, the button mends all', () => {
    expect(plain(ask('7 512 1e3 nobais'))).toMatchInlineSnapshot(`
      "7 512 1e3 nobais
            ^^^

      1e3 is not a plain whole number: write digits only, such as 512.

      Try: 7 512 1000 nobias"
    `);
  });

  test('two readings: both are offered', () => {
    const answer = ask('3x3 64 input');
    expect(answer.actions).toEqual([
      { label: '3x3 in=64', command: '3x3 in=64' },
      { label: '3x3 @64', command: '3x3 @64' },
      { label: 'Help', command: 'help' },
    ]);
    expect(plain(answer).endsWith('\n\nTry: 3x3 in=64\nOr: 3x3 @64')).toBe(true);
  });

  test('two readings too long for a button have labels that differ', () => {
    const answer = ask(`64 input${' + 3 64'.repeat(20)}`);
    const labels = answer.actions.map(({ label }) => label);
    expect(labels).toEqual(['Ask the corrected question', 'Ask what else was meant', 'Help']);
  });

  test('a topic that there is nothing on offers no explanation of nothing', () => {
    expect(ask('explain foo').actions).toEqual([{ label: 'Help', command: 'help' }]);
  });

  test('without a correction, help is what to try', () => {
    const answer = ask('3 64 64 p=abc');
    expect(answer.actions).toEqual([{ label: 'Help', command: 'help' }]);
    expect(plain(answer).endsWith('\n\nTry: help')).toBe(true);
  });

  test.each([
    ['in the middle of a long line', `3 64 64${' + 3'.repeat(20)} gropus=2${' + 3'.repeat(20)}`, 'gropus'],
    ['at its start', `gropus=2 3 64 64${' + 3'.repeat(40)}`, 'gropus'],
    ['at its end', `3 64 64${' + 3'.repeat(40)} gropus`, 'gropus'],
    [
      'in one line of several',
      'nn.Conv2d(3, 64, 3)\nnn.Conv2d(64, 64, kernal_size=3)\nnn.Conv2d(64, 64, 3)',
      'kernal_size=3',
    ],
  ])('a mistake %s: the excerpt holds it, and its span marks it', (_, question, marked) => {
    const [excerpt] = blocksOf(ask(question), 'excerpt');
    expect(excerpt?.text.length).toBeLessThanOrEqual(120);
    expect(excerpt?.text).not.toContain('\n');
    expect(excerpt?.text.slice(...excerpt.at)).toContain(marked);
  });

  test('what was cut is shown as cut', () => {
    const [excerpt] = blocksOf(ask(`3 64 64${' + 3'.repeat(20)} gropus=2${' + 3'.repeat(20)}`), 'excerpt');
    expect(excerpt?.text).toMatch(/^….*…$/);
  });

  test.each<[Question, string, string]>([
    [{ text: '', named: { kernel: 'big' } }, 'k=big', 'big'],
    [{ text: '7 7 7', named: { in: 'abc' } }, '7 7 7 in=abc', 'abc'],
    [{ text: ' 3 128 250 ', named: { input: 56, groups: 32 } }, '3 128 250 input=56 g=32', '32'],
    [{ text: '7 7 nobais', named: { out: 8 } }, '7 7 nobais out=8', 'nobais'],
  ])(
    'a mistake of or beside named values %j: the excerpt has them, and its span is in it',
    (q, text, marked) => {
      const answer = ask(q);
      const [excerpt] = blocksOf(answer, 'excerpt');
      expect(excerpt?.text).toBe(text);
      expect(excerpt?.text.slice(...excerpt.at)).toBe(marked);
      expect(answer.command).toBe(text);
    },
  );

  test('it goes to its author alone', () => {
    expect(ask('7 512 512 nobais share').share).toBe(false);
  });
});
