import type { Draft } from '../draft.ts';
import { unknownWord } from '../mistakes.ts';
import type { Mistake } from '../problem.ts';
import type { Token } from '../tokens.ts';
import type { Meaning } from '../vocabulary.ts';
import { isBroken, type Piece } from './pieces.ts';

/** The tokens of one layer, what was made of them so far, and the next one to take. */
export type Reader = {
  readonly tokens: readonly Token[];
  readonly draft: Draft;
  readonly pieces: Piece[];
  readonly open: Token[];
  /** Whether sides, or a name of the kernel, stand anywhere in the words. */
  readonly saysKernel: boolean;
  /** Whether the text asks what is saved: `separable` is then no layer, but what it is compared with. */
  readonly asksSaving: boolean;
  next: number;
};

/** Adds a piece behind the others. */
export function add(
  { draft, pieces }: Reader,
  kind: Piece['kind'],
  { text, at }: Pick<Token, 'text' | 'at'>,
  meaning?: Meaning,
): undefined {
  const afterBreak = isBroken(draft.text, pieces.at(-1), { at });
  const isSides = kind === 'value' && text.includes('x');
  pieces.push(
    meaning ? { kind, text, at, afterBreak, isSides, meaning } : { kind, text, at, afterBreak, isSides },
  );
}

/** The word is quoted as it was typed. */
export function unknownToken({ draft }: Reader, { text, at }: Token): Mistake {
  return unknownWord(text, draft.text.slice(...at), at);
}
