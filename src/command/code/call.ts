import type { Span } from '../problem.ts';

/** A call of something in pasted code, or a module as `print(model)` shows it: `Name(arguments, children)`. */
export type Call = {
  /** The last part of the name: Conv2d of nn.Conv2d. */
  readonly name: string;
  /** What stands before it, without the last dot: nn, torch.nn, keras.layers; empty for a bare name. */
  readonly owner: string;
  readonly nameAt: Span;
  /** From the name to the closing bracket, and to the end of what the result is applied to. */
  readonly at: Span;
  readonly args: readonly Argument[];
  /** What the result is applied to, as Keras' functional code does: x of `Dense(10)(x)`. */
  readonly applied?: readonly Argument[];
  /** Every call inside, in the order in which they run: arguments, list items, children of a print. */
  readonly children: readonly Call[];
  /** What it is assigned to or printed under: conv1. */
  readonly key?: string;
  /** `24 x Block(…)` in the print of a ModuleList; 1 otherwise. */
  readonly times: number;
};

export type Argument = { readonly name?: string; readonly value: Value; readonly at: Span };

export type Value =
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'none' }
  /** A string, or a bare name such as `same` in a print. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  /** Anything else: an expression, a fraction, a call. It is not evaluated; `call` where it is nothing but one. */
  | { readonly kind: 'other'; readonly text: string; readonly call?: Call };
