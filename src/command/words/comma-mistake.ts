import { entryOf } from '../catalogue.ts';
import type { FactName } from '../facts.ts';
import { sidesWithComma, thousandsWithComma } from '../mistakes.ts';
import type { Mistake } from '../problem.ts';
import type { Token } from '../tokens.ts';
import { meaningOf } from '../vocabulary.ts';

/**
 * A comma separates numbers here, and people write it inside of them: `1,024` for thousands, `@224,224` for sides.
 * Read as two numbers, `in=1,024` would be one input channel and a kernel of 24×24.
 */
export function commaMistake(tokens: readonly Token[], text: string): Mistake | undefined {
  if (!text.includes(',')) return undefined;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next?.kind !== 'number' || next.at[0] !== token.at[1] + 1 || text[token.at[1]] !== ',') continue;
    if (!/\d$/.test(token.text)) continue;
    // No number of its own begins with a zero.
    if (next.text.length === 3 && next.text.startsWith('0')) return thousandsWithComma(token, next);
    const named = nameBefore(tokens, index);
    if (named === undefined) continue;
    const hasSides = entryOf(named).takes === 'sides';
    if (hasSides && areLikeSides(token.text, next.text)) return sidesWithComma(token, next);
    if (!hasSides && next.text.length === 3) return thousandsWithComma(token, next);
  }
  return undefined;
}

/** `@224,224` and `s=2,1` are sides of one thing; `k=7,512` is a kernel, and channels behind it. */
function areLikeSides(first: string, second: string): boolean {
  const ratio = Number(first) / Number(second);
  return ratio >= 1 / 4 && ratio <= 4;
}

/** What the number at an index is the value of, where that is said before it. */
function nameBefore(tokens: readonly Token[], index: number): FactName | undefined {
  const before = tokens[index - 1];
  switch (before?.kind) {
    case 'at':
      return 'input';
    case 'arrow':
      return 'out';
    case 'equals':
      return factNamed(tokens[index - 2]);
    case 'word':
      return factNamed(before);
    default:
      return undefined;
  }
}

function factNamed(token: Token | undefined): FactName | undefined {
  const meaning = token?.kind === 'word' ? meaningOf(token.text) : undefined;
  return meaning?.isName ? meaning.entry.fact : undefined;
}
