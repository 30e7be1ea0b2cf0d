import { batchNorm } from '../../conv/batch-norm.ts';
import type { Layer } from '../../conv/layer.ts';
import { product } from '../../conv/product.ts';
import { isMistake, type Mistake } from '../problem.ts';
import type { StackProgress } from '../stack-progress.ts';
import { type BoundArguments, bindArguments } from './bind-arguments.ts';
import type { Call, Value } from './call.ts';
import { boolean, wholeNumber, wholeNumbers } from './values.ts';

type LayerModule = {
  readonly positional: readonly string[];
  /** Other names of arguments: Keras' for PyTorch's. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly required: readonly string[];
  /** Undefined: cannot be priced from the text. */
  readonly make: (read: Reading, before: LayerBefore) => Layer | undefined;
};

/** What the layer before gives, as far as it is known. */
export type LayerBefore = Pick<StackProgress, 'channels' | 'size' | 'isFlat' | 'rank' | 'convention'>;

/** Reads arguments and remembers the first mistake among them. */
type Reading = {
  number: (name: string, absent: number) => number;
  sides: (name: string) => readonly number[];
  flag: (name: string, absent: boolean) => boolean;
  /** Whether a normalisation runs over the channels alone, which are the last axis in Keras. */
  isOverChannels: (before: LayerBefore) => boolean;
};

/** Features of a linear layer and entries of an embedding may be more than channels can. */
const range = [1, Number.MAX_SAFE_INTEGER] as const;

/** Scale and shift for so many elements, as far as the module has them. */
function affine(name: string, elements: number, hasWeights: boolean, hasBiases: boolean): Layer {
  return {
    kind: 'elementwise',
    name,
    weights: hasWeights ? elements : 0,
    biases: hasBiases ? elements : 0,
    statistics: 0,
  };
}

function normOverChannels(name: string, affineByDefault: boolean): LayerModule {
  return {
    positional: ['num_features', 'eps', 'momentum', 'affine', 'track_running_stats'],
    required: ['num_features'],
    make: (read) => {
      const isAffine = read.flag('affine', affineByDefault);
      return affine(name, read.number('num_features', 1), isAffine, isAffine);
    },
  };
}

function normOverShape(name: string, hasBiases: boolean): LayerModule {
  return {
    positional: ['normalized_shape', 'eps', 'elementwise_affine', 'bias'],
    required: ['normalized_shape'],
    make: (read) => {
      const isAffine = read.flag('elementwise_affine', true);
      const biases = hasBiases && isAffine && read.flag('bias', true);
      return affine(name, product(read.sides('normalized_shape')), isAffine, biases);
    },
  };
}

const linear: LayerModule = {
  positional: ['in_features', 'out_features', 'bias'],
  required: ['in_features', 'out_features'],
  make: (read) => ({
    kind: 'linear',
    in: read.number('in_features', 1),
    out: read.number('out_features', 1),
    bias: read.flag('bias', true),
  }),
};

const embedding: LayerModule = {
  positional: ['num_embeddings', 'embedding_dim'],
  aliases: { input_dim: 'num_embeddings', output_dim: 'embedding_dim' },
  required: ['num_embeddings', 'embedding_dim'],
  make: (read) => ({
    kind: 'embedding',
    entries: read.number('num_embeddings', 1),
    dimension: read.number('embedding_dim', 1),
  }),
};

/** Every module with parameters other than a convolution that can be priced. Signatures: torch.nn 2.x, Keras 3. */
const layerModules: ReadonlyMap<string, LayerModule> = new Map<string, LayerModule>([
  ['Linear', linear],
  ['NonDynamicallyQuantizableLinear', linear],
  ...['BatchNorm1d', 'BatchNorm2d', 'BatchNorm3d', 'SyncBatchNorm', 'BatchNormAct2d'].map(
    (name): [string, LayerModule] => [name, normOverChannels(name, true)],
  ),
  ...['InstanceNorm1d', 'InstanceNorm2d', 'InstanceNorm3d'].map((name): [string, LayerModule] => [
    name,
    normOverChannels(name, false),
  ]),
  ['LayerNorm', normOverShape('LayerNorm', true)],
  ['LayerNorm2d', normOverShape('LayerNorm2d', true)],
  ['RMSNorm', normOverShape('RMSNorm', false)],
  [
    'GroupNorm',
    {
      positional: ['num_groups', 'num_channels', 'eps', 'affine'],
      required: ['num_groups', 'num_channels'],
      make: (read) => {
        const isAffine = read.flag('affine', true);
        return affine('GroupNorm', read.number('num_channels', 1), isAffine, isAffine);
      },
    },
  ],
  ['Embedding', embedding],
  ['EmbeddingBag', embedding],
  [
    'PReLU',
    {
      positional: ['num_parameters', 'init'],
      required: [],
      make: (read) => affine('PReLU', read.number('num_parameters', 1), true, false),
    },
  ],
  [
    'Dense',
    {
      positional: ['units', 'activation', 'use_bias'],
      required: ['units'],
      make: (read, { channels }) =>
        channels === undefined
          ? undefined
          : { kind: 'linear', in: channels, out: read.number('units', 1), bias: read.flag('use_bias', true) },
    },
  ],
  [
    'BatchNormalization',
    {
      positional: ['axis', 'momentum', 'epsilon', 'center', 'scale', 'renorm'],
      required: [],
      make: (read, before) => {
        const { channels } = before;
        // Renormalisation has moving statistics of its own.
        if (channels === undefined || !read.isOverChannels(before) || read.flag('renorm', false))
          return undefined;
        const full = batchNorm(channels, 2, 'keras');
        return {
          ...full,
          weights: read.flag('scale', true) ? full.weights : 0,
          biases: read.flag('center', true) ? full.biases : 0,
        };
      },
    },
  ],
  [
    'LayerNormalization',
    {
      positional: ['axis', 'epsilon', 'center', 'scale'],
      required: [],
      make: (read, before) =>
        before.channels === undefined || !read.isOverChannels(before)
          ? undefined
          : affine(
              'LayerNormalization',
              before.channels,
              read.flag('scale', true),
              read.flag('center', true),
            ),
    },
  ],
  [
    'GroupNormalization',
    {
      positional: ['groups', 'axis', 'epsilon', 'center', 'scale'],
      required: [],
      make: (read, before) =>
        before.channels === undefined || !read.isOverChannels(before)
          ? undefined
          : affine(
              'GroupNormalization',
              before.channels,
              read.flag('scale', true),
              read.flag('center', true),
            ),
    },
  ],
]);

/** Keras' PReLU: a slope for every number of its input, those of shared axes once. */
const kerasPReLU: LayerModule = {
  positional: ['alpha_initializer', 'alpha_regularizer', 'alpha_constraint', 'shared_axes'],
  required: [],
  make: (read, { channels, size, isFlat, rank }) => {
    const shared = read.sides('shared_axes');
    if (channels === undefined) return undefined;
    if (isFlat) return affine('PReLU', channels, true, false);
    const axes = size?.length ?? rank ?? 0;
    if (
      axes > 0 &&
      Array.from({ length: axes }, (_, axis) => axis + 1).every((axis) => shared.includes(axis))
    ) {
      return affine('PReLU', shared.includes(axes + 1) ? 1 : channels, true, false);
    }
    if (!size) return undefined;
    const own = size.filter((_, axis) => !shared.includes(axis + 1));
    return affine('PReLU', product(own) * (shared.includes(axes + 1) ? 1 : channels), true, false);
  },
};

export function isLayerModule(name: string): boolean {
  return layerModules.has(name);
}

/** Prices a module other than a convolution, or tells that its text does not suffice (undefined). */
export function readLayer(call: Call, before: LayerBefore): Layer | undefined | Mistake {
  const module = moduleOf(call, before);
  if (!module) return undefined;
  const bound = bindArguments(
    withArrow(withAliases(call, module.aliases)),
    module.positional,
    [],
    module.required,
  );
  if (isMistake(bound)) return bound;
  return makeLayer(module, bound, before);
}

function isLastAxis(axis: Value, axes: number | undefined): boolean {
  if (axis.kind === 'integer') return axes !== undefined && axis.value === axes + 1;
  return axis.kind === 'other' && axis.text === '- 1';
}

/** Both frameworks have a PReLU: its owner or its arguments tell, else the framework that the question speaks of. */
function moduleOf({ name, owner, args }: Call, { convention }: LayerBefore): LayerModule | undefined {
  if (name !== 'PReLU') return layerModules.get(name);
  const isOfKeras =
    /(?:^|\.)(?:layers|keras)$/.test(owner) ||
    args.some((argument) => argument.name !== undefined && kerasPReLU.positional.includes(argument.name)) ||
    (owner === '' && convention === 'keras');
  return isOfKeras ? kerasPReLU : layerModules.get(name);
}

/** `Linear (512 -> 10)`, as PyTorch printed it up to version 0.3. */
function withArrow(call: Call): Call {
  const [first, ...others] = call.args;
  const features = first?.value.kind === 'other' ? /^(\d+) - > (\d+)$/.exec(first.value.text) : null;
  if (!first || !features || others.length > 0) return call;
  const args = features
    .slice(1)
    .map((text) => ({ ...first, value: { kind: 'integer', value: Number(text) } as const }));
  return { ...call, args };
}

function withAliases(call: Call, aliases: LayerModule['aliases']): Call {
  if (!aliases) return call;
  const args = call.args.map((argument) => {
    const name = argument.name && aliases[argument.name];
    return name ? { ...argument, name } : argument;
  });
  return { ...call, args };
}

function makeLayer(module: LayerModule, bound: BoundArguments, before: LayerBefore) {
  let mistake: Mistake | undefined;
  const read = <T>(
    name: string,
    absent: T,
    reader: (argument: NonNullable<ReturnType<typeof bound.get>>) => T | Mistake,
  ): T => {
    const argument = bound.get(name);
    const value = argument ? reader(argument) : absent;
    if (!isMistake(value)) return value;
    mistake ??= value;
    return absent;
  };
  const layer = module.make(
    {
      number: (name, absent) => read(name, absent, (argument) => wholeNumber(name, argument, range)),
      sides: (name) => read<readonly number[]>(name, [], (argument) => wholeNumbers(name, argument, range)),
      isOverChannels: ({ size, rank, isFlat }) => {
        const axis = bound.get('axis')?.value;
        if (!axis || axis.kind === 'none') return true;
        const axes = isFlat ? 0 : (size?.length ?? rank);
        return (
          isLastAxis(axis, axes) ||
          (axis.kind === 'list' &&
            axis.items.length === 1 &&
            axis.items.every((item) => isLastAxis(item, axes)))
        );
      },
      flag: (name, absent) => read(name, absent, (argument) => boolean(name, argument)),
    },
    before,
  );
  return mistake ?? layer;
}
