import { depthwise } from '../../src/conv/depthwise.ts';
import type { Layer, Padding, Sides } from '../../src/conv/layer.ts';
import { separable } from '../../src/conv/separable.ts';
import { convolution } from './convolution.ts';
import { perAxis } from './pytorch-layer.ts';

/** The arguments of a Keras convolution and its input, as keras-layers.json spells them (channels last). */
export type KerasSpec = {
  readonly layer: string;
  readonly inShape: Sides;
  readonly kernel_size: number | Sides;
  readonly filters?: number;
  readonly strides?: number | Sides;
  readonly padding?: string;
  readonly dilation_rate?: number | Sides;
  readonly groups?: number;
  readonly use_bias?: boolean;
  readonly depth_multiplier?: number;
};

/** The layers that Keras makes of these arguments: one, or the two halves of a separable one. */
export function kerasLayers(spec: KerasSpec): readonly Layer[] {
  const found = /^(?<form>Separable|Depthwise)?Conv(?<digit>[123])D(?<transpose>Transpose)?$/.exec(
    spec.layer,
  );
  if (!found?.groups) throw new Error(`not a convolution: ${spec.layer}`);
  const { form, digit, transpose } = found.groups;
  const rank = Number(digit);
  const kernel = perAxis(spec.kernel_size, rank);
  const stride = perAxis(spec.strides ?? 1, rank);
  const channels = spec.inShape.at(-1) ?? 0;
  const layer = convolution(kernel, channels, spec.filters ?? channels, {
    stride,
    groups: spec.groups ?? 1,
    dilation: perAxis(spec.dilation_rate ?? 1, rank),
    padding: paddingOf(spec.padding ?? 'valid', rank),
    bias: spec.use_bias ?? true,
    transposed: transpose !== undefined,
    // Keras' transposed `valid` gives at least n · stride, also where the kernel is smaller than its stride.
    outputPadding: kernel.map((side, axis) => (transpose ? Math.max((stride[axis] ?? 1) - side, 0) : 0)),
  });
  const multiplier = spec.depth_multiplier ?? 1;
  if (form === 'Depthwise') return [depthwise(layer, multiplier)];
  return form === 'Separable'
    ? separable({ convolution: layer, multiplier, batchNorm: false }, 'keras')
    : [layer];
}

function paddingOf(padding: string, rank: number): Padding {
  if (padding === 'same' || padding === 'causal') return padding;
  if (padding === 'valid') return perAxis(0, rank);
  throw new Error(`not a padding of Keras: ${padding}`);
}
