import { describe, expect, test } from 'vitest';
import { plain } from '../../src/answer/plain.ts';
import { ask } from '../../src/ask.ts';
import { blocksOf, inlineText } from '../support/answer-texts.ts';

const sides = (question: string) =>
  blocksOf(ask(question), 'table').flatMap(({ rows }) => rows.map(([name]) => name?.text));

describe('presentCompare', () => {
  test('two layers', () => {
    expect(plain(ask('5 32 64 vs 3 32 64'), { width: 80 })).toMatchInlineSnapshot(`
      "5×5 against 3×3 · 32 → 64

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
      '3×3 standard needs 36,928 parameters; 3×3 separable needs 4,800: 13.0 %; 3×3 depthwise needs 640: 1.73 %.',
    );
  });

  test('a tie', () => {
    expect(inlineText(ask('3 64 64 vs 3 64 64 s2').lead)).toContain(': as many.');
  });

  test.each([
    ['5 32 64 vs 3 32 64', ['5×5', '3×3']],
    ['5 32 64 vs 3 32 32', ['5×5 32 → 64', '3×3 32 → 32']],
    ['3 1024 2048 vs 3 1024 512 s2', ['3×3 1,024 → 2,048 stride 1', '3×3 1,024 → 512 stride 2']],
    ['3 64 64 + 1 64 vs 5 64 64', ['3×3 + 1×1', '5×5']],
    ['3 3 32 + 1 64 vs 5 3 64', ['3×3 3 → 32 + 1×1 32 → 64', '5×5 3 → 64']],
    [`3 8 8${' + 3 8'.repeat(9)} vs 5 8 8`, ['side 1 (10 layers)', '5×5']],
    ['7 512 512 nobias vs 3 512 512 bias', ['7×7 no bias', '3×3 with bias']],
    ['3 64 64 bn vs nobn', ['3×3 with BatchNorm', '3×3 with bias']],
    ['3 64 64 vs 3 64 64 separable', ['3×3 standard', '3×3 separable']],
    ['3 64 64 g=2 vs 3 64 64 dw', ['3×3 2 groups', '3×3 depthwise']],
    ['3 64 64 m=2 separable vs 3 64 64 separable m=1', ['3×3 depth multiplier 2', '3×3 depth multiplier 1']],
    ['3 64 64 t vs t=no', ['3×3 transposed', '3×3 not transposed']],
    ['3 64 64 t s2 p1 op=1 vs op=0', ['3×3 output padding 1', '3×3 output padding 0']],
    ['3 64 64 d=2 vs d=1', ['3×3 dilation 2', '3×3 dilation 1']],
    ['3 64 64 valid vs same', ['3×3 padding 0', '3×3 same padding']],
    ['3 64 64 valid vs 1 64 64 valid', ['3×3', '1×1']],
    ['3 64 64 @32 vs 3 64 64 @56', ['3×3 at 32×32', '3×3 at 56×56']],
    ['3 64 64 vs 3 64 64', ['3×3 (side 1)', '3×3 (side 2)']],
    ['nn.Linear(3, 4) vs nn.Linear(4, 4)', ['Linear 3 → 4', 'Linear 4 → 4']],
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

  test.each([
    [
      '5 64 64 nobias s2 @56 vs 3 64 64 nobias s2 @56',
      '5×5 against 3×3 · 64 → 64 · stride 2 · no bias · at 56×56',
    ],
    ['5 64 64 vs 3 64 64 + 3 64', '5×5 against 3×3 + 3×3 · 64 → 64'],
    ['4 64 32 t vs 2 64 32 t', '4×4 against 2×2 · 64 → 32 · transposed'],
    ['3 64 64 vs 5 64 64 vs 7 64 64', 'Comparison of 3 sides · 64 → 64'],
    ['7 512 512 nobias vs 3 512 512 bias', '7×7 no bias against 3×3 with bias · 512 → 512'],
    ['nn.Linear(3, 4) vs 3 64 64 s2', 'Linear 3 → 4 against 3×3 64 → 64 stride 2'],
  ])('%s: what all sides have stands once, in the title', (question, title) => {
    expect(ask(question).title).toBe(title);
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
