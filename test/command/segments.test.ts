import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.ts';
import { meaningOf, numbersFor } from '../support/ask-for.ts';

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
    ['nn.Conv2d(4, 8, 3) vs 3 4 8', '3 4 8 valid vs 3 4 8', [296, 296]],
    ['3 4 8 vs `nn.Conv2d(4, 8, 5)`', '3 4 8 vs 5 4 8 valid', [296, 808]],
  ])('%s is %s', (question, command, params) => {
    const { alternatives, ...numbers } = numbersFor(question);
    expect(numbers).toMatchObject({ question: 'compare', command });
    expect(alternatives?.map((side) => side.params)).toEqual(params);
    expect(alternatives?.map(({ ratio }) => ratio)).toEqual(params.map((count) => count / (params[0] ?? 0)));
    expect(numbers.total.params).toBe(params[0]);
    expect(meaningOf(command)).toEqual(meaningOf(question));
  });

  it('a later side with a number of its own does not take the first one’s', () => {
    expect(ask('7 512 512 vs 3').command).toBe('7 512 512 vs 3 128 256');
    expect(ask('7 512 512 vs 3 64').command).toBe('7 512 512 vs 3 64 64');
    expect(ask('7 512 512 vs out=64').command).toBe('7 512 512 vs 3 64 64');
  });

  it('no later side takes the bias, stride or groups of the first one', () => {
    expect(ask('7 512 512 nobias s=2 g=2 vs dw').command).toBe('7 512 512 nobias g=2 s=2 vs 7 512 512 g=512');
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
  it.each<[string, string, number]>([
    ['3 3 32 s2 @224 + 3 dw + 1 64', '3 3 32 s=2 + 3 32 32 g=32 + 1 32 64 @224', 896 + 320 + 2_112],
    ['3 3 32+3 32+3 32', '3 3 32 + 3 32 32 + 3 32 32', 896 + 9_248 + 9_248],
    ['3 3 32 + 5', '3 3 32 + 5 32 32', 896 + 25_632],
    ['3 3 32 + 3 dw m=2 + 1 8', '3 3 32 + 3 32 64 g=32 m=2 + 1 64 8', 896 + 640 + 520],
    ['3 3 32 + out=64', '3 3 32 + 3 32 64', 896 + 18_496],
    ['3 3 32 + nobias', '3 3 32 + 3 32 32 nobias', 896 + 9_216],
    ['3 3 32 + 3 64 128', '3 3 32 + 3 64 128', 896 + 73_856],
    ['3 3 32 + separable 64', '3 3 32 + 64 32 32 separable', 896 + 64 * 64 * 32 + 32 + 1_056],
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
