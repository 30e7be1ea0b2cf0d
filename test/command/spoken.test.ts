import { beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../support/spoken/judge.ts';
import { samples } from '../support/spoken/samples.ts';

// Judged by a count of its own, which shares nothing with the product.
describe.each([
  { kind: 'layer', amount: 20_000 },
  { kind: 'stack', amount: 4_000 },
  { kind: 'vs', amount: 4_000 },
  { kind: 'list', amount: 4_000 },
] as const)('$amount random questions ($kind) in everyday words', ({ kind, amount }) => {
  const misread: string[] = [];
  const refused: string[] = [];

  beforeAll(() => {
    for (const spoken of samples(kind, amount, 1)) {
      const verdict = judge(spoken);
      if (verdict.kind === 'refused') refused.push(`${spoken.text}\n  ${verdict.message}`);
      if (verdict.kind === 'misread') {
        misread.push(`${spoken.text}\n  expected ${verdict.expected}\n  got      ${verdict.got}`);
      }
    }
  }, 60_000);

  it('are never misread', () => {
    expect(misread.length, misread.slice(0, 10).join('\n')).toBe(0);
  });

  it('are answered, 95 of 100 at least', () => {
    expect(refused.length, refused.slice(0, 10).join('\n')).toBeLessThanOrEqual(amount * 0.05);
  });
});
