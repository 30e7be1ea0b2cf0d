import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.ts';
import misread from '../fixtures/misread.json' with { type: 'json' };

type Case = {
  readonly text: string;
  readonly params?: number | null;
  readonly macs?: number;
  readonly size?: number;
  readonly sides?: readonly number[];
};

const cases: readonly Case[] = misread.cases;

/** Numbers of a text; those inside of a corrected place may differ, one of them at most. */
function numbersIn(text: string): string[] {
  return text.match(/\d+/g) ?? [];
}

describe.each(cases)('$text', ({ text, params, macs, size, sides }) => {
  const { numbers } = ask(text);

  it('is no other layer', () => {
    if (numbers.kind !== 'answer') {
      expect(numbers.kind).toBe('problem');
      return;
    }
    if (sides) expect(numbers.alternatives?.map((side) => side.params)).toEqual(sides);
    else expect(numbers.total.params).toBe(params);
    if (macs !== undefined) expect(numbers.total.macs).toBe(macs);
    if (size !== undefined) expect(numbers.total.output?.at(-1)).toBe(size);
  });

  it('is answered, or told with a correction that keeps its numbers', () => {
    if (numbers.kind === 'answer') {
      expect(params).not.toBeNull();
      return;
    }
    expect(params).toBeNull();
    if (numbers.kind !== 'problem') throw new Error(`help for ${text}`);
    for (const correction of [numbers.problem.suggestion, numbers.problem.otherSuggestion]) {
      if (correction === undefined) continue;
      const kept = numbersIn(correction);
      const lost = numbersIn(text).filter((number) => !kept.includes(number));
      expect(lost.length, correction).toBeLessThanOrEqual(1);
    }
  });
});
