import type { Draft } from '../draft.ts';
import type { Role } from './name-uses.ts';
import type { Piece } from './pieces.ts';

/** A number that is certainly one thing. `from` is where that is said. */
type CertainNumber = { readonly role: Role; readonly from: number; readonly name?: Piece };

/** What is certain before names and numbers are paired. */
export type Certain = {
  /** By the index of the number among the pieces. */
  readonly numbers: ReadonlyMap<number, CertainNumber>;
  /** Names that have their numbers. */
  readonly names: ReadonlySet<Piece>;
};

/** What was found so far, and a look at the pieces. */
export type Finder = {
  readonly pieces: readonly Piece[];
  readonly draft: Draft;
  readonly numbers: Map<number, CertainNumber>;
  readonly names: Set<Piece>;
};

/** The first finding about a number stays: an arrow says it after `in=`, and says the same. */
export function settle({ numbers, pieces }: Finder, index: number, role: Role, name?: Piece): void {
  const from = Math.min(name?.at[0] ?? Number.POSITIVE_INFINITY, pieces[index]?.at[0] ?? 0);
  if (!numbers.has(index)) numbers.set(index, name ? { role, from, name } : { role, from });
}
