import type { Fact, FactName, Facts, FactValues } from './facts.ts';
import { conflict } from './mistakes.ts';
import type { Mistake, Span } from './problem.ts';

/** A number that stands alone: kernel or channels, by its place among its like. */
export type BareNumber = { readonly text: string; readonly at: Span };

/** What one layer's words (or code) have said so far. */
export type Draft = {
  readonly facts: Facts;
  readonly bare: BareNumber[];
  /** The part of the question that describes this layer. */
  at: Span;
  /** Whose defaults hold: the language's own, or those of the framework whose code was pasted. */
  readonly defaults: 'language' | 'pytorch' | 'keras';
  /** The whole question, for a look at what stands between two numbers. */
  readonly text: string;
  /** Where a pasted module has a name: `layer1.0.conv1`. */
  readonly name?: string;
};

export function emptyDraft(text: string, at: Span, defaults: Draft['defaults'] = 'language'): Draft {
  return { facts: {}, bare: [], at, defaults, text };
}

/** Notes a fact. Saying the same thing twice is fine; saying two different things is a mistake. */
export function note<F extends FactName>(
  facts: Facts,
  name: F,
  value: FactValues[F],
  at: Span,
  from: number = at[0],
): Mistake | undefined {
  const known: Fact<F> | undefined = facts[name] as Fact<F> | undefined; // Facts maps each name to its own Fact
  if (known && !equal(known.value, value)) return conflict(name, known, [from, at[1]]);
  if (!known) (facts as Record<FactName, Fact>)[name] = { value, at, from }; // the value is of this name's type
  return undefined;
}

function equal(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && a.join() === b.join());
}
