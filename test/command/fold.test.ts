import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, lowerCase } from '../../src/command/fold.ts';

describe('fold', () => {
  it.each([
    ['3×3', '3x3'],
    ['128→256', '128→256'],
    ['128⇒256', '128→256'],
    ['128—>256', '128->256'],
    ['“a” ‘b’ «c»', '"a" \'b\' "c"'],
    ['３＠５６', '3@56'],
    ['3\u00a04\u20095\u202f6', '3 4 5 6'],
    ['\ufeff3\u200b4', ' 3 4'],
    ['3、4，5。', '3,4,5.'],
    ['3\n4', '3\n4'],
    ['κéß', 'κéß'],
  ])('%j is read as %j', (typed, meant) => {
    expect(fold(typed)).toBe(meant);
  });

  it('never changes a length, so that every position stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
        expect(lowerCase(text)).toHaveLength(text.length);
      }),
    );
  });
});
