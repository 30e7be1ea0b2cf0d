import { describe, expect, it } from 'vitest';
import { isFairCorrection } from '../../src/command/is-fair-correction.ts';
import { unmarked } from '../support/ask-for.ts';
import { growsLinearly } from '../support/grows-linearly.ts';

/** The question with what the fix may change between ⟦ and ⟧. */
function isFair(marked: string, corrected: string): boolean {
  const { question, at } = unmarked(marked);
  return isFairCorrection(question, corrected, [at]);
}

describe('a correction is fair that', () => {
  it.each([
    ['joins a number', '3 ⟦1,024⟧ 512', '3 1024 512'],
    ['splits numbers', '⟦3x3x64x128⟧ nobias', '3x3 64 128 nobias'],
    ['replaces a number', '3 128 ⟦250⟧ g=32', '3 128 256 g=32'],
    ['replaces a word', '7 512 512 ⟦nobais⟧', '7 512 512 nobias'],
    ['leaves out the number that is too many', '3 64 64 ⟦64⟧', '3 64 64'],
    ['changes only the case of a name', 'nn.⟦Conv2D⟧(64, 64, 3)', 'nn.Conv2d(64, 64, 3)'],
    ['adds at its end', 'layers.Conv2D(8, 3)⟦⟧', 'layers.Conv2D(8, 3) in=3'],
    ['closes a bracket', 'nn.Conv2d(64, 64, 3,⟦⟧', 'nn.Conv2d(64, 64, 3,)'],
    ['closes an empty bracket', 'nn.ReLU(⟦⟧', 'nn.ReLU()'],
    ['keeps debris that was typed', 'nn.Conv2d(64, 64, 3,) ⟦nobais⟧', 'nn.Conv2d(64, 64, 3,) nobias'],
    ['keeps an end that was typed', '3 64 64 ⟦nobais⟧ with', '3 64 64 nobias with'],
    ['keeps numbers that a phone has changed', '３ 64 64 ⟦nobais⟧', '3 64 64 nobias'],
  ])('%s', (_, marked, corrected) => {
    expect(isFair(marked, corrected)).toBe(true);
  });

  it('replaces at one place because of another', () => {
    expect(
      isFairCorrection('3 128 250 g=32', '3 128 256 g=32', [
        [10, 14],
        [6, 9],
      ]),
    ).toBe(true);
  });
});

describe('a correction is not fair that', () => {
  it.each([
    ['drops a number elsewhere', '32 filters 3x3 on ⟦32x32x3⟧ stride 2', '32 filters 3x3 on 32 stride'],
    ['drops one of two equal numbers', '3 64 64 ⟦nobais⟧', '3 64 nobias'],
    ['joins numbers elsewhere', '3 64 ⟦foo⟧ 128', '3 64128'],
    ['leaves a gap between commas', '[64, ⟦3,⟧ 2]', '[64, , 2]'],
    ['leaves a gap behind a bracket', '(⟦64⟧, 3)', '(, 3)'],
    ['leaves a gap before a bracket', '(64, ⟦3⟧)', '(64, )'],
    ['leaves a name without its value', 'nn.Conv2d(3, 64, 3, stride=⟦two⟧)', 'nn.Conv2d(3, 64, 3, stride=)'],
    ['leaves nothing in a bracket', 'nn.Conv2d(⟦64⟧)', 'nn.Conv2d()'],
    ['ends in a dangling word', '3x3 64->128 on ⟦images⟧', '3x3 64->128 on'],
    ['ends in a dangling sign', '3x3 64->⟦many⟧', '3x3 64->'],
    ['is the question', '⟦3×3⟧  64 64', '3x3 64 64'],
  ])('%s', (_, marked, corrected) => {
    expect(isFair(marked, corrected)).toBe(false);
  });
});

it.each([
  ['blanks', ' '],
  ['commas and blanks', ',   '],
  ['brackets', '( '],
  ['numbers', '1 '],
  ['letters', 'a'],
])('takes time in proportion to the length: %s', (_, unit) => {
  const shape = (length: number) => unit.repeat(length / unit.length);
  expect(growsLinearly((text) => isFairCorrection(text, `3 ${text}`.slice(0, -1), []), shape, 1 << 18)).toBe(
    true,
  );
});
