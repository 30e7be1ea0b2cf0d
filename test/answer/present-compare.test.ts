import { describe, expect, test } from 'vitest';
import { plain } from '../../src/answer/plain.ts';
import { ask } from '../../src/ask.ts';
import { blocksOf, inlineText } from '../support/answer-texts.ts';

const sides = (question: string) =>
  blocksOf(ask(question), 'table').flatMap(({ rows }) => rows.map(([name]) => name?.text));

describe('presentCompare', () => {
  test('two layers', () => {
    expect(plain(ask('5 32 64 vs 3 32 64'), { width: 80 })).toMatchInlineSnapshot(`
      "5×5 against 3×3

      3×3 needs 18,496 parameters, 5×5 needs 51,264: 36.1 %. The difference is 16
      kernel positions × 32 × 64 = 32,768.

      Layer  Parameters  of the first
      5×5        51,264         100 %
      3×3        18,496        36.1 %

      5×5        5·5 · 32 · 64 + 64  = 51,264
      3×3        3·3 · 32 · 64 + 64  = 18,496
      by kernel  16 · 32 · 64        = 32,768

      PyTorch convention.

      Howard et al. 2017, MobileNets: https://arxiv.org/abs/1704.04861
      Dumoulin & Visin 2016, A guide to convolution arithmetic:
      https://arxiv.org/abs/1603.07285

      Next:
        Without bias: 5 32 64 nobias vs 3 32 64 nobias
        At 56×56: 5 32 64 vs 3 32 64 @56"
    `);
  });

  test('each of several against the first', () => {
    expect(inlineText(ask('3 64 64 vs 3 64 64 separable vs 3 64 64 dw').lead)).toBe(
      '3×3 64 → 64 needs 36,928 parameters; 3×3 64 → 64 separable needs 4,800: 13.0 %; 3×3 64 → 64 depthwise needs 640: 1.73 %.',
    );
  });

  test('a tie', () => {
    expect(inlineText(ask('3 64 64 vs 3 64 64 s2').lead)).toContain(': as many.');
  });

  test.each([
    ['5 32 64 vs 3 32 64', ['5×5', '3×3']],
    ['5 32 64 vs 3 32 32', ['5×5 32 → 64', '3×3 32 → 32']],
    ['3 1024 2048 vs 3 1024 512 s2', ['3×3 1,024 → 2,048', '3×3 1,024 → 512 stride 2']],
    ['3 64 64 + 1 64 vs 5 64 64', ['side 1 (2 layers)', '5×5 64 → 64']],
  ])('%s: sides are named by what tells them apart', (question, names) => {
    expect(sides(question)).toEqual(names);
  });

  test.each([
    '3 64 64 vs 3 64 64 nobias',
    '3 64 64 vs 3 64 64 t',
    '3 64 64 @32 vs 3 64 64 @56',
    '3 64 64 separable vs 3 64 64 separable m=2',
    '1 64 64 + 1 64 vs 3 64 64 + 3 64',
  ])('%s: no two sides have the same name', (question) => {
    const names = sides(question);
    expect(new Set(names).size, names.join(' and ')).toBe(names.length);
  });

  test('of several, each formula line has a label of its own', () => {
    const labels = blocksOf(ask('3 64 64 vs 5 64 64 vs 7 64 64'), 'formula').flatMap(({ lines }) =>
      lines.map(({ label }) => label),
    );
    expect(new Set(labels).size, labels.join(', ')).toBe(labels.length);
  });

  test('where the parameters are the same, the lead tells the MACs that are not', () => {
    expect(inlineText(ask('3 64 64 vs 3 64 64 s2 @56').lead)).toMatch(/MACs/);
  });

  test('a difference of one factor is told in the lead, of several in the formula alone', () => {
    expect(inlineText(ask('5 32 64 vs 3 32 64').lead)).toContain('16 kernel positions × 32 × 64 = 32,768');
    const answer = ask('5 32 64 vs 3 32 32');
    expect(inlineText(answer.lead)).not.toContain('The difference');
    const terms = blocksOf(answer, 'formula')
      .flatMap(({ lines }) => lines)
      .filter(({ label }) => label.startsWith('by '));
    expect(terms.reduce((sum, { result }) => sum + result, 0)).toBe(51_264 - 9_248);
  });

  test('a long stack has no formula line, its total is in the table', () => {
    const answer = ask(`3 8 8${' + 3 8'.repeat(6)} vs 5 8 8`);
    expect(blocksOf(answer, 'formula').flatMap(({ lines }) => lines)).toHaveLength(1);
    expect(inlineText(answer.lead)).toContain('4,088');
  });
});
