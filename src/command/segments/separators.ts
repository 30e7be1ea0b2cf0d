import type { Span } from '../problem.ts';
import type { Token } from '../tokens.ts';

export type Separator = {
  readonly text: string;
  readonly at: Span;
  /** Another layer of the same stack, or another side. */
  readonly kind: 'stack' | 'versus';
  /** Whether it is a word, which may stand in a sentence without parting anything. */
  readonly isWord: boolean;
};

type Phrase = { readonly words: readonly string[]; readonly kind: Separator['kind'] };

const phrases: readonly Phrase[] = [
  ...['and then', 'then', 'followed by', 'plus', 'and after that', 'after that', 'next'].map(phrase('stack')),
  ...['vs', 'versus', 'against', 'than', 'or', 'compared to', 'compared with', 'as opposed to'].map(
    phrase('versus'),
  ),
  ...['instead of', 'rather than', 'in place of'].map(phrase('versus')),
].sort((a, b) => b.words.length - a.words.length);

const firstWords: ReadonlySet<string | undefined> = new Set(phrases.map(({ words: [first] }) => first));

function phrase(kind: Phrase['kind']): (text: string) => Phrase {
  return (text) => ({ words: text.split(' '), kind });
}

/** A separator and how many tokens it has. */
export type Found = { readonly separator: Separator; readonly length: number };

/** The separator that starts at a token. Calls of pasted code are no tokens. */
export function separatorAt(tokens: readonly (Token | undefined)[], index: number): Found | undefined {
  const token = tokens[index];
  if (token?.kind === 'plus') {
    return { separator: { text: token.text, at: token.at, kind: 'stack', isWord: false }, length: 1 };
  }
  if (token?.kind !== 'word' || !firstWords.has(token.text)) return undefined;
  const found = phrases.find(({ words }) => words.every((word, step) => tokens[index + step]?.text === word));
  if (!found) return undefined;
  const last = tokens[index + found.words.length - 1] ?? token;
  const isSign = token.text === 'vs' || token.text === 'versus';
  const at: Span = [token.at[0], last.at[1]];
  const separator = { text: found.words.join(' '), at, kind: found.kind, isWord: !isSign };
  return { separator, length: found.words.length };
}
