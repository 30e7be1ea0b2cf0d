import { expect, test } from 'vitest';
import { plainFormula } from '../../../src/answer/plain/formula.ts';

const formula = {
  kind: 'formula',
  lines: [
    { label: 'standard', expression: '7·7 · 512 · 512', result: 12_845_056 },
    { label: 'by kernel', expression: '−16 · 64', result: -1024 },
  ],
} as const;

test('labels, equals signs and results stand in columns', () => {
  expect(plainFormula(formula, 80)).toMatchInlineSnapshot(`
    "standard   7·7 · 512 · 512  = 12,845,056
    by kernel  −16 · 64         =     −1,024"
  `);
});

test('lines that fit exactly stay whole', () => {
  expect(plainFormula(formula, 41)).toBe(plainFormula(formula, 80));
});

test('results move below all expressions when one line is too wide', () => {
  expect(plainFormula(formula, 40)).toMatchInlineSnapshot(`
    "standard   7·7 · 512 · 512
               = 12,845,056
    by kernel  −16 · 64
               = −1,024"
  `);
});

test('labels that take more than half of the width have lines of their own', () => {
  const lines = [{ label: 'side 3 (3 layers), keras', expression: '512 · 512 + 3·3 · 512', result: 266_752 }];
  expect(plainFormula({ kind: 'formula', lines }, 40)).toMatchInlineSnapshot(`
    "side 3 (3 layers), keras
      512 · 512 + 3·3 · 512
      = 266,752"
  `);
});
