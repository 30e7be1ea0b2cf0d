import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf, readHash } from '../../../adapters/web/address.ts';
import { tabNames } from '../../../adapters/web/tab-names.ts';
import { resnet50Print } from '../../support/resnet50-print.ts';

test('a short question stands in the address in words', () => {
  expect(hashOf({ question: '7 512 512 nobias', tab: 'answer' })).toBe('#q=7+512+512+nobias');
  expect(hashOf({ question: '3x3 128->256', tab: 'slack' })).toBe('#q=3x3+128-%3E256&tab=slack');
});

test('a pasted model fits into 2,000 characters', () => {
  const hash = hashOf({ question: resnet50Print(), tab: 'answer' });
  expect(hash).toMatch(/^#z=[\w-]+$/);
  expect(hash.length).toBeLessThan(2_000);
});

test('what was shared is what is asked', () => {
  const address = fc.record({
    question: fc.string({ unit: 'binary', maxLength: 1_500 }),
    tab: fc.constantFrom(...tabNames),
  });
  fc.assert(
    fc.property(address, (shared) => {
      expect(readHash(hashOf(shared))).toEqual(shared);
    }),
    // Each run inflates into a buffer for the longest question; more of them only take time.
    { numRuns: 40 },
  );
  expect(readHash(hashOf({ question: resnet50Print(), tab: 'json' }))?.question).toBe(resnet50Print());
});

describe('an address that is not one of ours', () => {
  test.each(['', '#', '#panel-answer', '#tab=slack', '#z=', '#z=%%%', '#z=AAAA', '#z=!'])(
    'asks nothing: %s',
    (hash) => expect(readHash(hash)?.question ?? '').toBe(''),
  );

  test('with an unknown tab shows the answer', () => {
    expect(readHash('#q=3&tab=constructor')).toEqual({ question: '3', tab: 'answer' });
  });

  test('that inflates to far more than any question is not inflated further than that', () => {
    const bomb = Buffer.from(deflateSync(Buffer.alloc(50_000_000, 'x'))).toString('base64url');
    const before = process.memoryUsage().arrayBuffers;
    expect(readHash(`#z=${bomb}`)?.question.length ?? 0).toBeLessThanOrEqual(3 * 131_072);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });
});
