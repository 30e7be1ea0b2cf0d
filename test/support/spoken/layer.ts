/** A layer as a person means it: every fact, whether it is said or not. Sides have one number an axis. */
export type SpokenLayer = {
  readonly kernel: readonly number[];
  readonly in: number;
  readonly out: number;
  readonly groups: number;
  readonly stride: readonly number[];
  readonly padding: 'same' | readonly number[];
  readonly dilation: readonly number[];
  /** What is wished; a BatchNorm takes its place. */
  readonly bias: boolean;
  readonly batchNorm: boolean;
  readonly transposed: boolean;
  readonly outputPadding: readonly number[];
  readonly separable: boolean;
  readonly input: readonly number[] | undefined;
};
