import { expect, test } from 'vitest';
import { plainExcerpt } from '../../../src/answer/plain/excerpt.ts';

test.each([
  ['7 512 512 nobais', [10, 16], '7 512 512 nobais\n          ^^^^^^'],
  ['3 64 128 g=', [11, 11], '3 64 128 g=\n           ^'],
  ['x', [0, 1], 'x\n^'],
  ['', [0, 0], '\n^'],
  ['畳み込み 3 x', [7, 8], '畳み込み 3 x\n           ^'],
  ['畳み込み 3 x', [0, 4], '畳み込み 3 x\n^^^^^^^^'],
  ['3 64 vs', [8, 8], '3 64 vs\n        ^'],
] as const)('%j at %j', (text, at, drawn) => {
  expect(plainExcerpt({ kind: 'excerpt', text, at })).toBe(drawn);
});
