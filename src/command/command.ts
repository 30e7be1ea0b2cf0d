import type { ElementType } from '../conv/element-type.ts';
import type { Convention, Layer, Sides } from '../conv/layer.ts';
import type { Spec } from '../conv/spec.ts';
import type { Unit } from './facts.ts';
import type { Span } from './problem.ts';
import type { Topic } from './topics.ts';

/** One line of a stack: a layer as it was asked, and the list of layers that it is made of. */
export type Part = {
  /** The convolution and its variants' facts; absent for other layers of pasted code. */
  readonly spec?: Spec;
  /** Whether `layers` are the spec's depthwise and 1×1 halves. */
  readonly separable: boolean;
  readonly layers: readonly Layer[];
  /** The framework's name of the module, where it was pasted: Conv2d, Linear, BatchNormalization. */
  readonly module: string | undefined;
  /** Where the module stands in its model: layer1.0.conv1. */
  readonly name: string | undefined;
  readonly at: Span;
};

/** Layers that run one after another, and what they run on. */
export type Stack = {
  readonly parts: readonly Part[];
  readonly input?: Sides;
  /** Where the input was said. */
  readonly inputAt?: Span;
  /** Words or code that ask for this stack again, without the settings. */
  readonly text: string;
  /** Whether that is code of Keras, which has Keras' convention unless a word says otherwise. */
  readonly speaksKeras: boolean;
};

/** What holds for the whole question. */
export type Settings = {
  readonly batch: number;
  readonly elementType: ElementType;
  /** Whether the element type was asked for: byte sizes are shown then, also without an input. */
  readonly showBytes: boolean;
  readonly convention: Convention;
  readonly unit: Unit;
  readonly share: boolean;
};

/** A reading that was taken although the words allow another, or say nothing: told directly under the title. */
export type Guess = {
  readonly sentence: string;
  /** The whole question that asks the other reading. */
  readonly other?: string;
};

type Priceable = {
  readonly settings: Settings;
  readonly guesses: readonly Guess[];
  /** Every convention that the numbers follow, as sentences: small print. */
  readonly assumptions: readonly string[];
  /** Canonical text: asking it again asks the same question. */
  readonly text: string;
};

export type LayerCommand = Priceable & {
  readonly kind: 'layer';
  readonly stack: Stack;
  readonly spec: Spec;
  /** Whether the layer was asked as its depthwise and 1×1 halves. */
  readonly separable: boolean;
};
export type StackCommand = Priceable & { readonly kind: 'stack'; readonly stack: Stack };
export type CompareCommand = Priceable & { readonly kind: 'compare'; readonly stacks: readonly Stack[] };
export type ModelCommand = Priceable & {
  readonly kind: 'model';
  readonly stack: Stack;
  /** Modules that may hold parameters which the text does not show. */
  readonly unpriced: readonly string[];
};
export type HelpCommand = { readonly kind: 'help'; readonly text: string; readonly about?: string };
export type ExplainCommand = { readonly kind: 'explain'; readonly text: string; readonly topic: Topic };

export type PriceCommand = LayerCommand | StackCommand | CompareCommand | ModelCommand;
export type Command = PriceCommand | HelpCommand | ExplainCommand;
