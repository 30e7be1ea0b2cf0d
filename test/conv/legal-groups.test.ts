import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from '../../src/conv/count.ts';
import { isFault } from '../../src/conv/fault.ts';
import { legalGroups } from '../../src/conv/legal-groups.ts';
import { convolution } from '../support/convolution.ts';

describe('the legal groups', () => {
  it.each([
    [1, 64, [1]],
    [7, 14, [1, 7]],
    [16, 16, [1, 2, 4, 8, 16]],
    [128, 96, [1, 2, 4, 8, 16, 32]],
    [36, 36, [1, 2, 3, 4, 6, 9, 12, 18, 36]],
  ])('of %i→%i are %j', (inChannels, out, groups) => {
    expect(legalGroups(inChannels, out)).toEqual(groups);
  });

  it('are every number of groups that is not a fault, ascending', () => {
    const channels = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(channels, channels, (inChannels, out) => {
        const candidates = Array.from({ length: Math.min(inChannels, out) }, (_, index) => index + 1);
        const legal = candidates.filter(
          (groups) => !isFault(count(convolution(3, inChannels, out, { groups }))),
        );
        expect(legalGroups(inChannels, out)).toEqual(legal);
      }),
    );
  });

  it('are at most 240 for channels up to 1,000,000', () => {
    expect(legalGroups(720_720, 720_720)).toHaveLength(240);
  });
});
