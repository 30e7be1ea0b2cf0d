import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  binaryBytes,
  counted,
  decimalBytes,
  grouped,
  percent,
  short,
  threeDigits,
  times,
} from '../src/numbers-in-words.ts';

describe('grouped', () => {
  test.each([
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [1_000, '1,000'],
    [100_000, '100,000'],
    [12_845_056, '12,845,056'],
    [Number.MAX_SAFE_INTEGER, '9,007,199,254,740,991'],
  ])('%d is %s', (number, words) => {
    expect(grouped(number)).toBe(words);
  });

  test('is what the platform’s own formatter says, for every count', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (number) => {
        expect(grouped(number)).toBe(number.toLocaleString('en-US'));
      }),
    );
  });
});

describe('threeDigits', () => {
  test.each([
    [0, '0.00'],
    [1, '1.00'],
    [2.2361, '2.24'],
    [44.72, '44.7'],
    [99.94, '99.9'],
    [99.96, '100'],
    [999.4, '999'],
    [999.5, '1,000'],
    [1_253.7, '1,254'],
    [12_845_056, '12,845,056'],
    [0.0099996, '0.0100'],
  ])('%d is %s', (number, words) => {
    expect(threeDigits(number)).toBe(words);
  });
});

describe('percent', () => {
  test.each([
    [0, '0 %'],
    [1, '100 %'],
    [2, '200 %'],
    [0.022361, '2.24 %'],
    [0.00195, '0.195 %'],
    [0.5, '50.0 %'],
    [0.36078, '36.1 %'],
    [0.9994, '99.9 %'],
    [0.9995, 'just under 100 %'],
    [0.9999, 'just under 100 %'],
    [1 - Number.EPSILON, 'just under 100 %'],
    [1 + Number.EPSILON, 'just over 100 %'],
    [1.0049, 'just over 100 %'],
    [1.0051, '101 %'],
    [9.994, '999 %'],
    [9.996, '1,000 %'],
    [12.54, '1,254 %'],
    [1e-7, '0.0000100 %'],
    [0 / 0, '–'],
    [1 / 0, '–'],
  ])('%d is %s', (share, words) => {
    expect(percent(share)).toBe(words);
  });

  test('has digits alone down to one position of the largest kernel', () => {
    expect(percent(1 / 1001 ** 3)).toBe('0.0000000997 %');
  });

  test('is 100 % of the whole alone', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), (share) => {
        expect(percent(share) === '100 %').toBe(share === 1);
      }),
    );
  });

  test('is within half a unit of its third digit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 100, noNaN: true }), (share) => {
        const words = percent(share);
        if (words.includes('just')) return;
        const shown = Number(words.replace(/[ %,]/g, ''));
        expect(Math.abs(shown - share * 100) / (share * 100)).toBeLessThanOrEqual(0.00501);
      }),
    );
  });
});

test.each([
  [1, '1.00×'],
  [44.72, '44.7×'],
  [8.55, '8.55×'],
  [999.5, '1,000×'],
  [1_000_000, '1,000,000×'],
])('%d times is %s', (ratio, words) => {
  expect(times(ratio)).toBe(words);
});

describe('short', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1.00 k'],
    [40_140_800, '40.1 M'],
    [999_499, '999 k'],
    [999_500, '1.00 M'],
    [999_950, '1.00 M'],
    [999_499_999, '999 M'],
    [999_500_000, '1.00 G'],
    [1_500_000_000_000, '1.50 T'],
    [Number.MAX_SAFE_INTEGER, '9.01 P'],
  ])('%d is %s', (number, words) => {
    expect(short(number)).toBe(words);
  });

  test('never has a thousand of its unit, and is within half a unit of its third digit', () => {
    const factor: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 53 - 1 }), (number) => {
        const [, digits, unit = ''] = /^(\d{1,3}(?:\.\d+)?) ?([kMGTP]?)$/.exec(short(number)) ?? [];
        const shown = Number(digits) * (factor[unit] ?? Number.NaN);
        expect(Math.abs(shown - number) / number, short(number)).toBeLessThanOrEqual(0.00501);
      }),
    );
  });
});

test.each([
  [0, '0 B', '0 B'],
  [1, '1 B', '1 B'],
  [999, '999 B', '999 B'],
  [1_000, '1.00 kB', '1000 B'],
  [1_023, '1.02 kB', '1023 B'],
  [1_024, '1.02 kB', '1.00 KiB'],
  [999_950, '1.00 MB', '977 KiB'],
  [2 ** 20 - 1, '1.05 MB', '1,024 KiB'],
  [2 ** 20, '1.05 MB', '1.00 MiB'],
  [51_380_224, '51.4 MB', '49.0 MiB'],
  [2 ** 30, '1.07 GB', '1.00 GiB'],
  [2 ** 40, '1.10 TB', '1.00 TiB'],
  [2 ** 50, '1.13 PB', '1,024 TiB'],
])('%d bytes are %s or %s', (bytes, decimal, binary) => {
  expect(decimalBytes(bytes)).toBe(decimal);
  expect(binaryBytes(bytes)).toBe(binary);
});

test('counted has the plural of all but one', () => {
  expect(counted(0, 'layer')).toBe('0 layers');
  expect(counted(1, 'layer')).toBe('1 layer');
  expect(counted(2, 'layer')).toBe('2 layers');
  expect(counted(1_000, 'bias', 'biases')).toBe('1,000 biases');
  expect(counted(1, 'bias', 'biases')).toBe('1 bias');
});
