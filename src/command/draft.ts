import type { Fact, FactName, Facts, FactValues } from './facts.ts';
import { conflict } from './mistakes.ts';
import type { Fix, Mistake, Span } from './problem.ts';

/** A guess where it is made: the other reading is an edit of the question. */
export type ReadingGuess = { readonly sentence: string; readonly other?: Fix };

/** A number that stands alone: kernel or channels, by its place among its like. */
export type BareNumber = {
  readonly text: string;
  readonly at: Span;
  /** Whether it was said to be channels: no kernel, then. */
  readonly isChannels?: boolean;
};

/** What one layer's words (or code) have said so far. */
export type Draft = {
  readonly facts: Facts;
  readonly bare: BareNumber[];
  readonly guesses: ReadingGuess[];
  /** A picture: it has three channels unless it is said to be grey, or other inputs are said. */
  picture?: { readonly at: Span; readonly channels: number | undefined } | undefined;
  /** The fact that the last number was said to be: in `stride 1 vs 2` the 2 is a stride too. */
  lastNamed?: FactName | undefined;
  /** Whether a layer before it gives its inputs, or another side what it leaves open. */
  readonly follows?: 'stack' | 'versus' | undefined;
  /** Three sides beside a count of filters: a 3D kernel, or a 2D one and its depth. */
  deepKernel?: { readonly sides: readonly number[]; readonly at: Span; readonly isSaid: boolean } | undefined;
  /** Where filters were counted: their inputs have to be said too. */
  filters?: Span;
  /** The part of the question that describes this layer. */
  at: Span;
  /** Whose defaults hold: the language's own, or those of the framework whose code was pasted. */
  readonly defaults: 'language' | 'pytorch' | 'keras';
  /** The whole question, for a look at what stands between two numbers. */
  readonly text: string;
  /** Where a pasted module has a name: `layer1.0.conv1`. */
  readonly name?: string;
};

export function emptyDraft(
  text: string,
  at: Span,
  defaults: Draft['defaults'] = 'language',
  follows?: Draft['follows'],
): Draft {
  return { facts: {}, bare: [], guesses: [], at, defaults, text, follows };
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
