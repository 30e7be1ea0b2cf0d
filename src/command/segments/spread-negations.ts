import type { Token } from '../tokens.ts';

const negations = /^(?:no|without|w\/o|neither)$/;
const negatable = /^(?:bias|biases|bn|batchnorm|padding|dilation|stride)$/;

/**
 * "without padding and bias", "no bias or bn", "neither bias nor bn": the negation reaches over the conjunction, which
 * is replaced by it. In "no bias and bn" it does not: that is how a layer with BatchNorm is described. "with and without
 * bias" sets two layers against each other.
 */
export function spreadNegations(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ kind, text }) => kind === 'word' && negations.test(text))) return tokens;
  return tokens.map((token, index) => {
    const [before, first, next, last] = [
      tokens[index - 2],
      tokens[index - 1],
      tokens[index + 1],
      tokens[index + 2],
    ];
    if (token.text === 'neither' || token.text === 'nor') return { ...token, text: 'no' };
    // "with and without bias": the first side has one.
    if (
      token.text === 'with' &&
      /^(?:and|or|vs)$/.test(next?.text ?? '') &&
      negations.test(last?.text ?? '')
    ) {
      const noun = tokens[index + 3]?.text === 'a' ? tokens[index + 4] : tokens[index + 3];
      if (noun && /^(?:bias|biases|bn|batchnorm)$/.test(noun.text)) return { ...token, text: noun.text };
    }
    const isBetween = token.text === 'and' && first?.text === 'with' && negations.test(next?.text ?? '');
    if (isBetween) return { ...token, text: 'or' };
    const isNegated = negations.test(before?.text ?? '') && negatable.test(first?.text ?? '');
    const isDescription =
      token.text === 'and' && /^bias/.test(first?.text ?? '') && /^(?:bn|batchnorm)$/.test(next?.text ?? '');
    if (!isNegated || !/^(?:and|or)$/.test(token.text) || isDescription) return token;
    // "no bias and stride 2": the second word has a value.
    const hasValue =
      /^(?:number|sides|equals)$/.test(last?.kind ?? '') || /^(?:of|is|same|valid)$/.test(last?.text ?? '');
    return negatable.test(next?.text ?? '') && !hasValue ? { ...token, text: 'without' } : token;
  });
}
