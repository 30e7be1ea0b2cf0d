import type { CodeItem } from '../code/code-items.ts';
import type { Draft } from '../draft.ts';
import type { Span } from '../problem.ts';

/** A segment of one stack: the words of one layer, or the modules of pasted code. */
export type StackItem = WordsOfStack | CodeOfStack;

type WordsOfStack = { readonly kind: 'words'; readonly draft: Draft; readonly source: string };

export type CodeOfStack = {
  readonly kind: 'code';
  readonly items: readonly CodeItem[];
  /** The calls as they were typed, one a line, with words for what the code does not say. */
  readonly source: string;
  readonly at: Span;
  /** Whether its modules certainly run one after another. */
  readonly isSequence: boolean;
  /** `in=128` beside code that does not say its input channels. */
  readonly channels?: number;
};
