import type { FactName } from './facts.ts';

/** A place in the question as it was typed: [start, end) in UTF-16 units. */
export type Span = readonly [number, number];

export type ProblemCode =
  | 'too-long'
  | 'unknown-word'
  | 'unknown-topic'
  | 'not-a-number'
  | 'out-of-range'
  | 'bad-value'
  | 'missing-value'
  | 'missing-layer'
  | 'too-many-numbers'
  | 'too-many-layers'
  | 'conflict'
  | 'ambiguous'
  | 'missing-input'
  | 'misplaced-word'
  | 'rank-mismatch'
  | 'groups-do-not-divide'
  | 'kernel-larger-than-input'
  | 'output-too-small'
  | 'output-padding-too-large'
  | 'output-padding-without-transposed'
  | 'unsupported-padding'
  | 'same-with-stride'
  | 'stride-with-dilation'
  | 'count-too-large'
  | 'unclosed-bracket'
  | 'too-deep'
  | 'unknown-module'
  | 'unknown-argument'
  | 'missing-argument'
  | 'too-many-arguments'
  | 'not-a-literal'
  | 'missing-input-channels';

/** A mistake as its finder knows it: what is wrong, where, and which edit of the text would mend it. */
export type Mistake = {
  readonly code: ProblemCode;
  /** One or two plain sentences. Holds no more of the user's text than one quoted word. */
  readonly message: string;
  readonly at: Span;
  /** The named value that is wrong, where it did not come from the text: a form shows the message there. */
  readonly field?: FactName;
  readonly fix?: Fix;
  /** What else may have been meant, where the words allow two readings. */
  readonly otherFix?: Fix;
};

/** The text between two places, replaced. */
export type Fix = { readonly at: Span; readonly text: string };

/** A user's mistake, as an answer shows it. */
export type Problem = Omit<Mistake, 'fix' | 'otherFix'> & {
  readonly kind: 'problem';
  /** A whole question that works. */
  readonly suggestion?: string;
  /** A second question that may have been meant as well. */
  readonly otherSuggestion?: string;
};

export function isMistake(value: unknown): value is Mistake {
  return typeof value === 'object' && value !== null && 'message' in value && 'code' in value;
}
