/** Sides of a kernel, a stride, an input …: one number an axis, outermost first (height before width). */
export type Sides = readonly number[];

/**
 * Zeros added around the input. `same`: as many as an output of ceil(n / stride) needs. `causal`: all of
 * them in front (Keras, 1D). Sides: that many at both ends of each axis; `valid` is all zeros.
 */
export type Padding = 'same' | 'causal' | Sides;

/** A convolution. `kernel`, `stride`, `dilation`, `outputPadding` and listed padding have one number an axis. */
export type Convolution = {
  readonly kind: 'convolution';
  readonly kernel: Sides;
  readonly in: number;
  readonly out: number;
  readonly groups: number;
  readonly stride: Sides;
  readonly padding: Padding;
  readonly dilation: Sides;
  readonly bias: boolean;
  readonly transposed: boolean;
  readonly outputPadding: Sides;
};

/** A fully connected layer, of `in` to `out` features. */
export type Linear = {
  readonly kind: 'linear';
  readonly in: number;
  readonly out: number;
  readonly bias: boolean;
};

/** A layer whose parameters are vectors applied element by element: a normalisation, PReLU. */
export type Elementwise = {
  readonly kind: 'elementwise';
  /** The framework's name, such as BatchNorm2d. */
  readonly name: string;
  readonly weights: number;
  readonly biases: number;
  /** Numbers that a framework counts as parameters without training them: Keras' moving mean and variance. */
  readonly statistics: number;
};

/** A table of `entries` vectors with `dimension` numbers each. */
export type Embedding = {
  readonly kind: 'embedding';
  readonly entries: number;
  readonly dimension: number;
};

/** A layer without parameters that changes the spatial size. */
export type Resize = {
  readonly kind: 'resize';
  /** The framework's name, such as MaxPool2d. */
  readonly name: string;
  /** A window that moves over the input, or the sides that remain: none after flattening. */
  readonly change: Pool | { readonly to: Sides };
};

/** A pooling window. `roundUp`: a last, partly filled window counts (PyTorch's ceil_mode). */
export type Pool = {
  readonly kernel: Sides;
  readonly stride: Sides;
  readonly padding: 'same' | Sides;
  readonly dilation: Sides;
  readonly roundUp: boolean;
};

export type Layer = Convolution | Linear | Elementwise | Embedding | Resize;

/** Which framework's bias and BatchNorm conventions a count follows. */
export type Convention = 'pytorch' | 'keras';
