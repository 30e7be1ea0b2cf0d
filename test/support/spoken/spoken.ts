import type { SpokenLayer } from './layer.ts';

/** A question in words and what a colleague would understand. */
export type Spoken = {
  readonly text: string;
  /** The sides of a comparison, one where nothing is compared; of each its layers. */
  readonly sides: readonly (readonly SpokenLayer[])[];
  /** Of "A instead of B" either can be the one that the other is held against. */
  readonly eitherFirst?: boolean;
  /** What was left to be guessed: the first lines of an answer have to say it. */
  readonly stated: readonly string[];
};
