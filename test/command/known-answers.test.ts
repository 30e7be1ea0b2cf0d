import { describe, expect, it } from 'vitest';
import { layerOf, numbersFor, paramsOf } from '../support/ask-for.ts';

describe('cases with known answers', () => {
  it.each<[string, number, number, number]>([
    ['7 512 512 nobias', 12_845_056, 25_088, 287_232],
    ['7 512 512', 12_845_568, 25_600, 288_256],
    ['3 128 256', 295_168, 1_280, 34_304],
    ['', 295_168, 1_280, 34_304],
    ['3 128 256 nobias', 294_912, 1_152, 33_920],
    ['1 64 64', 4_160, 128, 4_288],
    ['3 64 1 nobias', 576, 576, 640],
    ['3 1 64 nobias', 576, 9, 73],
  ])('%j: standard %i, depthwise %i, separable %i', (question, standard, depthwise, separable) => {
    expect(paramsOf(question, 'standard')).toBe(standard);
    expect(paramsOf(question, 'depthwise')).toBe(depthwise);
    expect(paramsOf(question, 'separable')).toBe(separable);
    expect(numbersFor(question).total.params).toBe(standard);
  });

  it.each<[string, number]>([
    ['3 128 256 keras', 34_176],
    ['1 64 64 keras', 4_224],
    ['3 64 128 m=2 keras', 17_664],
  ])('%s: separable %i', (question, separable) => {
    expect(paramsOf(question, 'separable')).toBe(separable);
  });

  it.each<[string, number, number]>([
    ['3 64 128 g=64', 1_280, 73_856],
    ['3 128 128 g=32 nobias', 4_608, 147_456],
  ])('%s: %i against %i', (question, grouped, standard) => {
    expect(paramsOf(question, 'grouped')).toBe(grouped);
    expect(paramsOf(question, 'standard')).toBe(standard);
    expect(numbersFor(question).total.params).toBe(grouped);
  });

  it.each<[string, 'depthwise' | 'separable', number]>([
    ['7 512 512 nobias', 'depthwise', 0.195],
    ['7 512 512 nobias', 'separable', 2.24],
    ['3 128 256', 'separable', 11.6],
    ['3 128 256 nobias', 'separable', 11.5],
    ['3 1 64 nobias', 'separable', 12.7],
  ])('%s: %s has %f %', (question, variant, percent) => {
    const ratio = numbersFor(question).variants.find(({ name }) => name === variant)?.ratio ?? 0;
    expect((100 * ratio).toPrecision(3)).toBe(percent.toPrecision(3));
  });

  it.each<[string, number[], number]>([
    ['3 1 1 d2 valid @32', [28, 28], 9 * 28 * 28],
    ['3 3 32 s2 @224', [112, 112], 864 * 112 * 112],
    ['2 3 1 t s2 valid @2', [4, 4], 48],
    ['4 64 32 t s2 p1 @16', [32, 32], 8_388_608],
    ['3 3 10 valid @32', [30, 30], 243_000],
    ['nn.Conv2d(3, 10, 3) @32', [30, 30], 243_000],
    ['nn.ConvTranspose2d(64, 32, 4, 2, 1) @16', [32, 32], 8_388_608],
  ])('%s: output %j, %i MACs', (question, output, macs) => {
    expect(layerOf(question)).toMatchObject({ output, macs });
  });
});
