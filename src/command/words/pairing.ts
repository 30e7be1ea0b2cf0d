import type { Role } from './name-uses.ts';
import type { Piece } from './pieces.ts';

/** A number with what it was said to be. `from` is where its name begins, when it stands before the number. */
export type Paired = {
  readonly value: Piece;
  readonly role: Role;
  readonly from: number;
  /** Absent where a sign says it: `@56`, `64->128`. */
  readonly name?: Piece | undefined;
};

/** The numbers of one layer's words: those that a word names, and those that wait for a place, in their order. */
export type Pairing = {
  readonly paired: readonly Paired[];
  readonly loose: readonly Piece[];
  /** Whether the pairing is so unlikely that it is told instead of answered. */
  readonly isUnlikely?: boolean;
};

/** One way to pair names and numbers, as far as the names were gone through. */
export type Attempt = {
  readonly cost: number;
  /** The number that the last name took; an earlier one touches no later name. */
  readonly last: number;
  /** Whether a name was left without a number that touches it. */
  readonly isUnlikely: boolean;
  readonly taken: Link | undefined;
  /** Names without a number, which somebody else must have said. */
  readonly missing: Link | undefined;
};

/** Shared by attempts with the same beginning, so that long questions stay linear. */
export type Link = {
  readonly value: number;
  readonly name: number;
  readonly role: Role;
  readonly rest: Link | undefined;
};
