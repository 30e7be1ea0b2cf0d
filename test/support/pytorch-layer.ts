import type { Convolution, Padding, Sides } from '../../src/conv/layer.ts';
import { convolution } from './convolution.ts';

/** The arguments of a torch.nn convolution, as pytorch-layers.json spells them. */
export type PytorchSpec = {
  readonly module: string;
  readonly in_channels: number;
  readonly out_channels: number;
  readonly kernel_size: number | Sides;
  readonly stride?: number | Sides;
  readonly padding?: number | Sides | string;
  readonly dilation?: number | Sides;
  readonly groups?: number;
  readonly bias?: boolean;
  readonly output_padding?: number | Sides;
};

/** The convolution that PyTorch makes of these arguments. */
export function pytorchLayer(spec: PytorchSpec): Convolution {
  const [, transpose, digit] = /^nn\.Conv(Transpose)?([123])d$/.exec(spec.module) ?? [];
  if (digit === undefined) throw new Error(`not a convolution: ${spec.module}`);
  const rank = Number(digit);
  return convolution(perAxis(spec.kernel_size, rank), spec.in_channels, spec.out_channels, {
    groups: spec.groups ?? 1,
    stride: perAxis(spec.stride ?? 1, rank),
    padding: paddingOf(spec.padding ?? 0, rank),
    dilation: perAxis(spec.dilation ?? 1, rank),
    bias: spec.bias ?? true,
    transposed: transpose !== undefined,
    outputPadding: perAxis(spec.output_padding ?? 0, rank),
  });
}

function paddingOf(padding: number | Sides | string, rank: number): Padding {
  if (padding === 'same') return 'same';
  if (padding === 'valid') return perAxis(0, rank);
  if (typeof padding === 'string') throw new Error(`not a padding of torch.nn: ${padding}`);
  return perAxis(padding, rank);
}

/** One number stands for every axis. */
export function perAxis(sides: number | Sides, rank: number): Sides {
  return typeof sides === 'number' ? Array.from({ length: rank }, () => sides) : sides;
}
