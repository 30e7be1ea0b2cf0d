import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.ts';
import { meaningOf, numbersFor, problemFor } from '../support/ask-for.ts';

describe('A vs B: compare', () => {
  it.each<[string, string, number[]]>([
    ['5 32 64 vs 3 32 64', '5 32 64 vs 3 32 64', [51_264, 18_496]],
    ['5 32 64 versus 3 32 64', '5 32 64 vs 3 32 64', [51_264, 18_496]],
    ['5 32 64 VS 3 32 64 vs 1 32 64', '5 32 64 vs 3 32 64 vs 1 32 64', [51_264, 18_496, 2_112]],
    ['7 512 512 vs dw', '7 512 512 vs 7 512 512 g=512', [12_845_568, 25_600]],
    ['7 512 512 vs nobias', '7 512 512 vs 7 512 512 nobias', [12_845_568, 12_845_056]],
    ['7 512 512 nobias vs dw nobias', '7 512 512 nobias vs 7 512 512 nobias g=512', [12_845_056, 25_088]],
    ['7 512 512 vs separable', '7 512 512 vs 7 512 512 separable', [12_845_568, 288_256]],
    [
      '7 512 512 vs g=32 vs dw',
      '7 512 512 vs 7 512 512 g=32 vs 7 512 512 g=512',
      [12_845_568, 401_920, 25_600],
    ],
    ['3 64 128 keras vs separable', '3 64 128 vs 3 64 128 separable keras', [73_856, 8_896]],
    ['1d 3 8 8 vs dw', '1d 3 8 8 vs 1d 3 8 8 g=8', [200, 32]],
    ['3 64 vs 5 64', '3 64 64 vs 5 64 64', [36_928, 102_464]],
    ['3 64 64 + 3 64 vs 5 64 64', '3 64 64 + 3 64 64 vs 5 64 64', [73_856, 102_464]],
    ['nn.Conv2d(4, 8, 3) vs nn.Conv2d(4, 8, 3, groups=2)', '3 4 8 valid vs 3 4 8 g=2 valid', [296, 152]],
    ['nn.Conv2d(4, 8, 3) vs 3 4 8', '3 4 8 valid vs 3 4 8 valid', [296, 296]],
    ['3 4 8 vs `nn.Conv2d(4, 8, 5)`', '3 4 8 vs 5 4 8 valid', [296, 808]],
  ])('%s is %s', (question, command, params) => {
    const { alternatives, ...numbers } = numbersFor(question);
    expect(numbers).toMatchObject({ question: 'compare', command });
    expect(alternatives?.map((side) => side.params)).toEqual(params);
    expect(alternatives?.map(({ ratio }) => ratio)).toEqual(params.map((count) => count / (params[0] ?? 0)));
    expect(numbers.total.params).toBe(params[0]);
    expect(meaningOf(command)).toEqual(meaningOf(question));
  });

  it.each<[string, string]>([
    ['7 512 512 vs 3', '7 512 512 vs 3 512 512'],
    ['7 512 512 vs 3 64', '7 512 512 vs 3 64 64'],
    ['7 512 512 vs out=64', '7 512 512 vs 7 512 64'],
    ['7 512 512 vs 64', '7 512 512 vs 7 64 64'],
    ['3x3 16->128 vs 5x5', '3 16 128 vs 5 16 128'],
    ['3 64 64 stride 1 vs 2', '3 64 64 vs 3 64 64 s=2'],
    ['3 64 64 with 4 groups vs 8', '3 64 64 g=4 vs 3 64 64 g=8'],
    ['3 64 64 @56 vs 28', '3 64 64 @56 vs 3 64 64 @28'],
    ['3 64 64 nobias s=2 valid d=2 vs 5x5', '3 64 64 nobias s=2 d=2 valid vs 5 64 64 nobias s=2 d=2 valid'],
    ['3 64 64 bn vs 5', '3 64 64 bn vs 5 64 64 bn'],
    ['3 64 64 g=4 vs 5x5', '3 64 64 g=4 vs 5 64 64 g=4'],
    ['3 64 64 dw vs 5', '3 64 64 g=64 vs 5 64 64 g=64'],
    ['4 64 32 t s2 p1 vs 2x2', '4 64 32 t s=2 p=1 vs 2 64 32 t s=2 p=1'],
    ['3 64 64 separable vs 5', '3 64 64 separable vs 5 64 64 separable'],
  ])('%s: a later side is the first one with the said words changed', (question, command) => {
    expect(ask(question).command).toBe(command);
  });

  it.each<[string, string]>([
    ['7 512 512 nobias s=2 g=2 vs dw', '7 512 512 nobias g=2 s=2 vs 7 512 512 nobias g=512 s=2'],
    ['3 64 64 dw vs standard', '3 64 64 g=64 vs 3 64 64'],
    ['3 64 64 g=4 vs separable', '3 64 64 g=4 vs 3 64 64 separable'],
    ['3 64 64 g=4 vs 5 64 128', '3 64 64 g=4 vs 5 64 128'],
    ['3 64 64 separable vs dw', '3 64 64 separable vs 3 64 64 g=64'],
  ])('%s: variants replace each other and the groups', (question, command) => {
    expect(ask(question).command).toBe(command);
  });

  it.each<[string, string]>([
    ['3 64 64 nobias vs bias', '3 64 64 nobias vs 3 64 64 bias'],
    ['3 64 64 bn vs nobn', '3 64 64 bn vs 3 64 64 nobn'],
    ['3 64 64 s2 d2 valid vs s=1 d=1 same', '3 64 64 s=2 d=2 valid vs 3 64 64 s=1 d=1 same'],
    ['3 64 64 t vs t=no', '3 64 64 t vs 3 64 64 t=no'],
    ['3 64 64 @56 vs noinput', '3 64 64 @56 vs 3 64 64 noinput'],
    ['1d 3 8 8 vs 3x3', '1d 3 8 8 vs 2d 3 8 8'],
  ])('%s: words take back what the first side says', (question, command) => {
    expect(ask(question).command).toBe(command);
    expect(meaningOf(command)).toEqual(meaningOf(question));
  });

  it.each<[string, number[]]>([
    ['5x5 64 64 vs 3x3 + 3x3', [102_464, 73_856]],
    ['5x5 64 128 vs 3x3 + 3x3', [204_928, 36_928 + 73_856]],
    ['5x5 64 64 nobias vs 3x3 then 3x3', [102_400, 73_728]],
    ['5x5 64 128 s2 vs 3x3 dw + 1x1', [204_928, 640 + 8_320]],
    ['3x3 64 64 + 3x3 vs 5x5', [73_856, 102_464]],
  ])('%s: a stack takes the inputs and outputs of the layer that it stands for', (question, params) => {
    expect(numbersFor(question).alternatives?.map((side) => side.params)).toEqual(params);
  });

  it.each<[string, string]>([
    ['compare 3x3 64->64 with 5x5', '3 64 64 vs 5 64 64'],
    ['compare 3x3 64->64 to 5x5', '3 64 64 vs 5 64 64'],
    ['compare 3x3 64 to 128 with bias to dw', '3 64 128 vs 3 64 128 g=64'],
    ['difference between 3x3 64->64 and 5x5 64->64', '3 64 64 vs 5 64 64'],
    ['3x3 64->64 instead of 5x5', '3 64 64 vs 5 64 64'],
    ['3x3 64->64 compared to a separable one', '3 64 64 vs 3 64 64 separable'],
    ['which is cheaper, 3x3 64->64 or 5x5 64->64?', '3 64 64 vs 5 64 64'],
    ['3x3 64->64 with or without bias', '3 64 64 vs 3 64 64 nobias'],
    ['is 3x3 cheaper than 5x5 64->64?', '3 64 64 vs 5 64 64'],
  ])('%s is a comparison', (question, command) => {
    expect(ask(question).command).toBe(command);
  });

  it('a comparison with one side is no answer about that side', () => {
    expect(problemFor('compare 3x3 64->64').code).toBe('missing-layer');
  });

  it('one input holds for every side', () => {
    const { alternatives, command } = numbersFor('3 8 8 @10 vs 5 8 8 vs 7 8 8');
    expect(alternatives?.map(({ macs }) => macs)).toEqual([57_600, 160_000, 313_600]);
    expect(command).toBe('3 8 8 vs 5 8 8 vs 7 8 8 @10');
    expect(meaningOf('3 8 8 vs 5 8 8 @10 vs 7 8 8')).toEqual(meaningOf('3 8 8 @10 vs 5 8 8 vs 7 8 8'));
  });

  it('each side may have its own', () => {
    const { alternatives, command } = numbersFor('3 8 8 @10 vs 3 8 8 @20');
    expect(alternatives?.map(({ output }) => output)).toEqual([
      [10, 10],
      [20, 20],
    ]);
    expect(command).toBe('3 8 8 @10 vs 3 8 8 @20');
    expect(meaningOf(command)).toEqual(meaningOf('3 8 8 @10 vs 3 8 8 @20'));
  });

  it('a setting may stand beside any side', () => {
    expect(meaningOf('3 8 8 vs 5 8 8 keras bn')).toEqual(meaningOf('3 8 8 keras vs 5 8 8 bn'));
    expect(meaningOf('3 8 8 @8 vs 5 8 8 batch=4')).toEqual(meaningOf('3 8 8 @8 batch=4 vs 5 8 8'));
  });
});

describe('A + B: a stack', () => {
  it.each<[string, string]>([
    ['3x3 3->16 + bn', '3 3 16 bn'],
    ['3x3 3->16 + batchnorm + 3x3 32', '3 3 16 bn + 3 16 32'],
    ['3x3 3->16 followed by batch norm then 3x3 32', '3 3 16 bn + 3 16 32'],
    ['3x3 3->16 + nobias', '3 3 16 nobias'],
    ['3x3 3->16 plus bias', '3 3 16'],
    ['nn.Conv2d(3, 16, 3) + bn', '3 3 16 valid bn'],
  ])('%s: what only says more of a layer belongs to it', (question, command) => {
    expect(ask(question).command).toBe(command);
  });

  it.each<[string, string]>([
    ['3x3 3->16 then 3x3 32', '3 3 16 + 3 16 32'],
    ['3x3 3->16, followed by 3x3, 32 filters', '3 3 16 + 3 16 32'],
    ['3x3 3->16 and then 1x1 8', '3 3 16 + 1 16 8'],
    ['3x3 64 on a 32x32 image + 3x3 64', '3 3 64 + 3 64 64 @32'],
    ['3x3 64 + 3x3 64 on a grayscale 28x28 image', '3 1 64 + 3 64 64 @28'],
  ])('%s is a stack', (question, command) => {
    expect(ask(question).command).toBe(command);
  });

  it.each<[string, string]>([
    ['1x1 256->64 + 3x3 64 @56 nobias', '1 256 64 nobias + 3 64 64 nobias @56'],
    ['1x1 256->64 + 3x3 64 nobias @56', '1 256 64 + 3 64 64 nobias @56'],
    ['1x1 256->64 bias + 3x3 64 keras nobias', '1 256 64 + 3 64 64 nobias keras'],
    ['1x1 256->64 @56 nobias + 3x3 64', '1 256 64 nobias + 3 64 64 @56'],
  ])('%s: a word about the bias behind one of the whole line reaches every layer', (question, command) => {
    expect(ask(question).command).toBe(command);
  });

  it.each<[string, string, number]>([
    ['3 3 32 s2 @224 + 3 dw + 1 64', '3 3 32 s=2 + 3 32 32 g=32 + 1 32 64 @224', 896 + 320 + 2_112],
    ['3 3 32+3 32+3 32', '3 3 32 + 3 32 32 + 3 32 32', 896 + 9_248 + 9_248],
    ['3 3 32 + 5', '3 3 32 + 5 32 32', 896 + 25_632],
    ['3 3 32 + 3 dw m=2 + 1 8', '3 3 32 + 3 32 64 g=32 m=2 + 1 64 8', 896 + 640 + 520],
    ['3 3 32 + out=64', '3 3 32 + 3 32 64', 896 + 18_496],
    ['3 3 32 + s2', '3 3 32 + 3 32 32 s=2', 896 + 9_248],
    ['3 3 32 + 3 64 128', '3 3 32 + 3 64 128', 896 + 73_856],
    ['3 3 32 + separable 64', '3 3 32 + 3 32 64 separable', 896 + 9 * 32 + 32 + 32 * 64 + 64],
    ['1d 3 3 32 + 3 64', '1d 3 3 32 + 1d 3 32 64', 320 + 6_208],
    ['nn.Conv2d(4, 8, 3) + 1 16', '3 4 8 valid + 1 8 16', 296 + 144],
    ['3 64 128 separable + 1 8', '3 64 128 separable + 1 128 8', 640 + 8_320 + 1_032],
    [
      '3 64 128 separable bn nobias + 1 8',
      '3 64 128 separable bn + 1 128 8',
      576 + 128 + 8_192 + 256 + 1_032,
    ],
  ])('%s is %s', (question, command, params) => {
    expect(numbersFor(question)).toMatchObject({ question: 'stack', command, total: { params } });
    expect(meaningOf(command)).toEqual(meaningOf(question));
  });

  it('sums its layers, each on the output of the one before', () => {
    const { layers, total } = numbersFor('3 3 32 s2 @224 + 3 dw + 1 64');
    expect(layers.map(({ output, macs }) => [output, macs])).toEqual([
      [[112, 112], 864 * 112 * 112],
      [[112, 112], 288 * 112 * 112],
      [[112, 112], 2_048 * 112 * 112],
    ]);
    expect(total.macs).toBe(40_140_800);
    expect(total.output).toEqual([112, 112]);
  });

  it('the input may stand beside any layer', () => {
    expect(meaningOf('3 3 32 s2 + 3 dw + 1 64 @224')).toEqual(meaningOf('3 3 32 s2 @224 + 3 dw + 1 64'));
  });

  it('tells where channels do not fit together', () => {
    expect(numbersFor('3 3 32 + 3 64 128').assumptions).toContain(
      'Layer 2 takes 64 channels although the one before gives 32: priced as written.',
    );
  });

  it('takes 64 layers', () => {
    expect(numbersFor(`1${' + 1'.repeat(63)}`).layers).toHaveLength(64);
    expect(numbersFor(`1${' vs 1'.repeat(63)}`).alternatives).toHaveLength(64);
  });
});
