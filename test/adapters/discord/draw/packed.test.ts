import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packed, unpacked } from '../../../../adapters/discord/draw/packed.ts';

test('a short line stays as it is, so that an id can be read', () => {
  expect(packed('7 512 512 nobias', 96)).toBe('7 512 512 nobias');
});

describe('what Discord would not give back unchanged is packed, however short', () => {
  test.each(['', ' 3 64 64', '3 64 64\n', 'a\nb', '\u200b', '⧉'])('%j', (text) => {
    const dense = packed(text, 96) ?? '';
    if (text !== '') expect(dense).not.toBe(text);
    expect(unpacked(dense)).toBe(text);
  });
});

test('a stack of 64 layers fits', () => {
  const stack = `3 3 8${' + 3 8'.repeat(63)} @224 keras`;
  const dense = packed(stack, 96);
  expect(dense?.length).toBeLessThan(40);
  expect(unpacked(dense ?? '')).toBe(stack);
});

test('comes back as it was, or is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const dense = packed(text, 96);
      if (dense === undefined) return;
      expect(dense.length).toBeLessThanOrEqual(96);
      expect(dense).toBe(dense.normalize('NFC').trim());
      expect(unpacked(dense)).toBe(text);
    }),
  );
});

test('what is too long, even compressed, is refused', () => {
  const noise =
    fc.sample(fc.string({ minLength: 1_000, maxLength: 1_000 }), { seed: 1, numRuns: 1 })[0] ?? '';
  expect(packed(noise, 96)).toBeUndefined();
  expect(packed('x'.repeat(100_000), 96)).toBeUndefined();
});

test.each(['⧉', '⧉x', '⧉7 512 512', `⧉${'一'.repeat(50)}`, `⧉${'龥'.repeat(50)}`])(
  'what only looks packed is nothing: %s',
  (text) => {
    expect(unpacked(text)).toBeUndefined();
  },
);
