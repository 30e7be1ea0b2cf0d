import { describe, expect, test } from 'vitest';
import { why } from '../../src/answer/why.ts';
import { layerResultOf } from '../support/result-of.ts';

const of = (question: string) => why(layerResultOf(question));

describe('why', () => {
  test('separable looks, then mixes', () => {
    expect(of('7 512 512 nobias')).toEqual([
      'A standard kernel looks at 7·7 = 49 positions of all 512 inputs for each of the 512 outputs, so everything multiplies. Separable first looks (one 7×7 filter a channel: 25,088), then mixes (1×1 across channels: 262,144). What remains is 1/512 + 1/49 = 0.195 % + 2.04 % = 2.24 %, however many inputs there are.',
      'Depthwise alone never mixes channels: it is half of a separable layer, not a replacement for this one.',
    ]);
  });

  test('a transposed kernel spreads, whatever its stride', () => {
    expect(of('4 64 32 t s2 p1')[0]).toMatch(
      /^A standard transposed kernel spreads each of the 64 inputs over 4·4 = 16 positions of all 32 outputs, so everything multiplies\./,
    );
  });

  test('one input and one output are told as one', () => {
    const [separable, depthwise] = of('3 1 1 nobias');
    expect(separable).toContain('of the one input for the one output');
    expect(depthwise).toBe('With one input and one output channel, depthwise is the standard layer itself.');
  });

  test('a kernel of one position has nothing to separate', () => {
    const [separable] = of('1 64 64');
    expect(separable).toContain('there is nothing to separate');
    expect(separable).toContain('with 128 parameters on top of the same mixing');
  });

  test('where it does not save, it says so', () => {
    expect(of('3 64 1 nobias')[0]).toMatch(
      /1\/1 \+ 1\/9 = 100 % \+ 11\.1 % = 111 %.* The depthwise step alone has as many weights as the standard layer; the mixing comes on top\.$/,
    );
    expect(of('1x2 8 2 nobias')[0]).toMatch(/ = 100 %.* That is all of it: nothing is saved\.$/);
    expect(of('3 64 128 m=16 nobias')[0]).toMatch(
      /A depth multiplier of 16 spends more than the separation saves\.$/,
    );
  });

  test('groups: what each output sees', () => {
    expect(of('3 128 128 g=32 nobias')[1]).toBe(
      'With 32 groups each output sees 4 of the 128 inputs, so 1/32 = 3.13 % of the weights remain; channels of different groups never meet.',
    );
  });

  test('depthwise with another width is no drop-in', () => {
    expect(of('3 64 128 nobias')[1]).toMatch(/^Depthwise alone gives 64 channels, not 128, /);
    expect(of('3 64 128 nobias m=2')[1]).toMatch(/^Depthwise alone never mixes channels/);
    expect(of('3 1 64 nobias')[1]).toMatch(/^Depthwise alone gives 1 channel, not 64, /);
  });

  test.each([
    [
      '3 64 128',
      'The bias adds 128 numbers to standard; separable has two, of 64 and 128 numbers: with biases, it is 12.1 % of standard.',
    ],
    [
      '3 64 128 keras',
      'The bias adds 128 numbers to standard; separable has one bias, of 128 numbers: with biases, it is 12.0 % of standard.',
    ],
    [
      '3 64 128 bn',
      'BatchNorm adds 2 numbers a channel, after each of the two separable halves: with it, separable is 12.4 % of standard.',
    ],
    [
      '3 64 128 bn keras',
      'BatchNorm adds 4 numbers a channel (2 of them trained), once, at the end of a separable layer: with it, separable is 12.5 % of standard.',
    ],
  ])('%s: what biases change', (question, sentence) => {
    expect(of(question).at(-1)).toBe(sentence);
  });

  test('the ratio of the weights is that of the counts without biases', () => {
    for (const question of ['3 128 256', '5 32 64 m=3', '1x7 192 192', '3x3x3 16 32', '1d 7 64 128']) {
      const { separable, standard } = layerResultOf(question);
      const share = `${((100 * separable.count.weights) / standard.count.weights).toPrecision(3)} %, however`;
      expect(of(question)[0]).toContain(share);
    }
  });
});
