import { describe, expect, it } from 'vitest';
import { splitInput } from '../../src/command/split-input.ts';
import type { Sides } from '../../src/conv/layer.ts';

describe('an input with its channels', () => {
  it.each<
    [Sides, number, number | undefined, 'first' | 'last' | undefined, Sides | undefined, number | undefined]
  >([
    // Two equal sides decide, whatever else is said.
    [[224, 224, 3], 2, undefined, undefined, [224, 224], 3],
    [[3, 224, 224], 2, undefined, undefined, [224, 224], 3],
    [[3, 224, 224], 2, 1, 'last', [224, 224], 3],
    [[8, 16, 16, 16], 3, undefined, undefined, [16, 16, 16], 8],
    // Else the channels that were said do.
    [[3, 224, 192], 2, 3, undefined, [224, 192], 3],
    [[224, 192, 3], 2, 3, undefined, [224, 192], 3],
    [[3, 100], 1, 3, undefined, [100], 3],
    [[100, 3], 1, 3, undefined, [100], 3],
    // Else the framework's order does.
    [[3, 224, 192], 2, undefined, 'first', [224, 192], 3],
    [[224, 192, 3], 2, undefined, 'last', [224, 192], 3],
    [[4, 4, 4], 2, undefined, 'last', [4, 4], 4],
    [[3, 5, 3], 2, 3, 'last', [3, 5], 3],
    [[1, 224, 192], 2, 3, 'first', [224, 192], 1],
    [[100, 3], 1, undefined, 'last', [100], 3],
    // Else nothing does.
    [[224, 192, 3], 2, undefined, undefined, undefined, undefined],
    [[3, 5, 3], 2, 3, undefined, undefined, undefined],
    [[32, 32], 1, 3, 'first', undefined, undefined],
    [[1, 2, 3, 4], 2, 3, 'first', undefined, undefined],
    // A size without channels is itself.
    [[224, 192], 2, 3, 'first', [224, 192], undefined],
    [[56], 2, 3, 'first', [56], undefined],
    [[56], 1, undefined, undefined, [56], undefined],
  ])('%j for %iD, %s channels, order %s', (sides, rank, channels, order, size, found) => {
    const shape = splitInput(sides, rank, channels, order);
    expect([shape?.size, shape?.channels]).toEqual([size, found]);
  });
});
