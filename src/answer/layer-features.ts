import type { Spec } from '../conv/spec.ts';
import { grouped } from '../numbers-in-words.ts';
import { channelsText, evenSides, paddingText, sidesText, variantText } from './describe.ts';

/** What can tell one convolution from another, in the order in which it is said. */
export const featureNames = [
  'kernel',
  'channels',
  'transposed',
  'variant',
  'multiplier',
  'stride',
  'dilation',
  'padding',
  'outputPadding',
  'bias',
] as const;

type Feature = {
  /** What it is here, also where that goes without saying. */
  readonly words: string;
  /** Whether it goes without saying where no other layer differs in it. */
  readonly isUsual: boolean;
};

/** Undefined where a layer fits any other in it. */
export type LayerFeatures = Readonly<Record<(typeof featureNames)[number], Feature | undefined>>;

/** Each of them for a layer as it was asked. */
export function layerFeatures(
  { convolution, multiplier, batchNorm }: Spec,
  separable: boolean,
): LayerFeatures {
  const { kernel, stride, dilation, padding, outputPadding, transposed } = convolution;
  const variant = separable ? 'separable' : variantText(convolution);
  const padded = paddingText(convolution);
  return {
    kernel: {
      words: kernel.length === 1 ? `kernel ${sidesText(kernel)}` : sidesText(kernel),
      isUsual: false,
    },
    channels: { words: channelsText(convolution), isUsual: false },
    transposed: { words: transposed ? 'transposed' : 'not transposed', isUsual: !transposed },
    variant: { words: variant ?? 'standard', isUsual: variant === undefined },
    multiplier: { words: `depth multiplier ${grouped(multiplier)}`, isUsual: multiplier === 1 },
    stride: { words: `stride ${evenSides(stride)}`, isUsual: stride.every((side) => side === 1) },
    dilation: { words: `dilation ${evenSides(dilation)}`, isUsual: dilation.every((side) => side === 1) },
    padding: paddingFeature(padded, padding === 'same'),
    outputPadding: transposed
      ? {
          words: `output padding ${evenSides(outputPadding)}`,
          isUsual: outputPadding.every((side) => side === 0),
        }
      : undefined,
    bias: biasFeature(convolution.bias, batchNorm),
  };
}

/** A kernel of one position without padding is padded as any other. */
function paddingFeature(padded: string | undefined, isSame: boolean): Feature | undefined {
  if (padded !== undefined) return { words: padded, isUsual: false };
  return isSame ? { words: 'same padding', isUsual: true } : undefined;
}

/** BatchNorm takes the place of a bias, unless there are both. */
function biasFeature(bias: boolean, batchNorm: boolean): Feature {
  if (batchNorm) return { words: bias ? 'with bias and BatchNorm' : 'with BatchNorm', isUsual: false };
  return { words: bias ? 'with bias' : 'no bias', isUsual: bias };
}
