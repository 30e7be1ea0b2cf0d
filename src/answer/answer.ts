import type { FactName } from '../command/facts.ts';
import type { ProblemCode, Span } from '../command/problem.ts';
import type { Numbers } from '../numbers.ts';

/** A platform-neutral document: the sentence that answers first, then the table, then the proof. */
export type Answer = {
  readonly kind: 'answer' | 'help' | 'problem';
  readonly title: string;
  /** Canonical text: asking it again gives this same answer. */
  readonly command: string;
  /** What was guessed, a sentence each, and then the one that answers the question. */
  readonly lead: readonly Inline[];
  readonly body: readonly Block[];
  /**
   * Next questions. On a chat they are buttons. First are the other readings of what was guessed; a problem's first
   * ones are the corrected questions.
   */
  readonly actions: readonly Action[];
  /** Whether the asker wants it in the channel rather than alone. */
  readonly share: boolean;
  /** The same in numbers, for programs. */
  readonly numbers: Numbers;
};

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** How the question was read where its words allow another reading: never less visible than the answer. */
  | { readonly kind: 'guess'; readonly text: string };

export type Block =
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'formula'; readonly lines: readonly FormulaLine[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  /** The question as it was typed, with the place of a mistake. */
  | { readonly kind: 'excerpt'; readonly text: string; readonly at: Span }
  /** Small print: conventions, a sentence each. */
  | { readonly kind: 'note'; readonly sentences: readonly string[] }
  | { readonly kind: 'references'; readonly references: readonly Reference[] };

export type Column = { readonly title: string; readonly align: 'left' | 'right' };

/**
 * `value` is the number that the text shows, where it shows one. `typed` is what the text begins with of a
 * person's own words, whose digits are no number of ours: the name of a pasted layer can be 0.3.
 */
export type Cell = { readonly text: string; readonly value?: number; readonly typed?: string };

/** `expression` is arithmetic with the numbers put in (`·` is times); it evaluates to `result` exactly. */
export type FormulaLine = { readonly label: string; readonly expression: string; readonly result: number };

export type Reference = { readonly text: string; readonly url: string };

export type Action = { readonly label: string; readonly command: string };

/** What is wrong with a question, for forms and programs. */
export type ProblemNumbers = {
  readonly code: ProblemCode;
  readonly message: string;
  readonly at: Span;
  readonly field?: FactName;
  readonly suggestion?: string;
  readonly otherSuggestion?: string;
};

export function text(words: string): Inline {
  return { kind: 'text', text: words };
}

export function strong(words: string): Inline {
  return { kind: 'strong', text: words };
}

export function code(words: string): Inline {
  return { kind: 'code', text: words };
}

export function paragraph(...inlines: readonly (Inline | string)[]): Block {
  return {
    kind: 'paragraph',
    inlines: inlines.map((inline) => (typeof inline === 'string' ? text(inline) : inline)),
  };
}
