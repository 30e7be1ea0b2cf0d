/** A convolution's class in a framework. */
export type ConvolutionModule = {
  readonly framework: 'pytorch' | 'keras';
  readonly rank: number;
  readonly form: 'plain' | 'depthwise' | 'separable';
  readonly transposed: boolean;
  /** Arguments by place, as far as all versions of the framework agree. */
  readonly positional: readonly string[];
};

const pytorchConvolution = [
  'in_channels',
  'out_channels',
  'kernel_size',
  'stride',
  'padding',
  'dilation',
  'groups',
  'bias',
  'padding_mode',
];
const pytorchTransposed = [
  'in_channels',
  'out_channels',
  'kernel_size',
  'stride',
  'padding',
  'output_padding',
  'groups',
  'bias',
  'dilation',
  'padding_mode',
];
const kerasConvolution = ['filters', 'kernel_size', 'strides', 'padding', 'data_format', 'dilation_rate'];
const kerasPlain = [...kerasConvolution, 'groups', 'activation', 'use_bias'];
const kerasDepthwise = [
  'kernel_size',
  'strides',
  'padding',
  'depth_multiplier',
  'data_format',
  'dilation_rate',
];
const kerasSeparable = [...kerasConvolution, 'depth_multiplier', 'activation', 'use_bias'];
// Keras 2 has output_padding in fifth place, Keras 3 has not.
const kerasTransposed = ['filters', 'kernel_size', 'strides', 'padding'];

/** Every convolution that is read. Signatures: torch.nn 2.x; Keras 3 keras.layers. */
export const convolutionModules: ReadonlyMap<string, ConvolutionModule> = new Map(
  [1, 2, 3].flatMap((rank): [string, ConvolutionModule][] => {
    const pytorch = { framework: 'pytorch', rank, form: 'plain' } as const;
    const keras = { framework: 'keras', rank, form: 'plain', transposed: false } as const;
    const plain = { ...keras, positional: kerasPlain };
    const separable = { ...keras, form: 'separable', positional: kerasSeparable } as const;
    const transposed = { ...keras, transposed: true, positional: kerasTransposed };
    return [
      [`Conv${rank}d`, { ...pytorch, transposed: false, positional: pytorchConvolution }],
      // timm's, for weights from TensorFlow: padding is same, also with a stride.
      [`Conv${rank}dSame`, { ...pytorch, transposed: false, positional: pytorchConvolution }],
      [`ConvTranspose${rank}d`, { ...pytorch, transposed: true, positional: pytorchTransposed }],
      [`Conv${rank}D`, plain],
      [`Convolution${rank}D`, plain],
      [`DepthwiseConv${rank}D`, { ...keras, form: 'depthwise', positional: kerasDepthwise }],
      [`SeparableConv${rank}D`, separable],
      [`SeparableConvolution${rank}D`, separable],
      [`Conv${rank}DTranspose`, transposed],
      [`Convolution${rank}DTranspose`, transposed],
    ];
  }),
);

/** Arguments that say nothing about counts or sizes, so that any value of theirs may be passed over. */
export const argumentsWithoutEffect: ReadonlySet<string> = new Set(
  `device dtype name activation trainable data_format dynamic autocast
  kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint
  bias_constraint depthwise_initializer pointwise_initializer depthwise_regularizer pointwise_regularizer
  depthwise_constraint pointwise_constraint beta_initializer gamma_initializer moving_mean_initializer
  moving_variance_initializer beta_regularizer gamma_regularizer beta_constraint gamma_constraint
  embeddings_initializer embeddings_regularizer embeddings_constraint mask_zero padding_idx max_norm norm_type
  scale_grad_by_freq sparse eps epsilon momentum track_running_stats axis synchronized virtual_batch_size
  fused init input_length lora_rank process_group mode include_last_offset rms_scaling`.split(/\s+/),
);

/** Modules without parameters that keep the spatial size. */
const elementwiseModules = `ReLU ReLU6 LeakyReLU ELU SELU CELU GELU SiLU Mish Sigmoid Tanh Softplus Softsign Softmax
  LogSoftmax Softmax2d LogSigmoid Hardtanh Hardswish Hardsigmoid Hardshrink Softshrink Tanhshrink Threshold
  Identity Dropout Dropout1d Dropout2d Dropout3d AlphaDropout FeatureAlphaDropout DropPath StochasticDepth
  LocalResponseNorm FrozenBatchNorm2d Activation SpatialDropout1D SpatialDropout2D SpatialDropout3D GaussianNoise
  GaussianDropout Rescaling RandomFlip RandomRotation RandomZoom RandomTranslation RandomContrast RandomBrightness`;

/** Modules without parameters that change the size or the shape, beside those that read-resize.ts can follow. */
const reshapingModules = `LPPool1d LPPool2d FractionalMaxPool2d MaxUnpool1d MaxUnpool2d MaxUnpool3d
  GLU Unflatten Fold Unfold Upsample
  UpsamplingNearest2d UpsamplingBilinear2d PixelShuffle PixelUnshuffle ChannelShuffle ZeroPad1d ZeroPad2d ZeroPad3d
  ReflectionPad1d ReflectionPad2d ReflectionPad3d ReplicationPad1d ReplicationPad2d ReplicationPad3d ConstantPad1d
  ConstantPad2d ConstantPad3d CircularPad1d CircularPad2d CircularPad3d Permute UpSampling1D UpSampling2D UpSampling3D ZeroPadding1D
  ZeroPadding2D ZeroPadding3D Cropping1D Cropping2D Cropping3D Reshape RepeatVector Add Subtract Multiply Average
  Maximum Minimum Concatenate Dot Resizing
  RandomCrop CenterCrop`;

/** Losses, metrics and quantisation stubs: they take part in no forward pass of layers. */
const otherModules =
  'CosineSimilarity PairwiseDistance CrossEntropyLoss MSELoss BCELoss NLLLoss L1Loss QuantStub DeQuantStub';

function names(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** Modules that certainly hold no parameter; `keepsSize` where the next layer sees the same channels and size. */
export const parameterlessModules: ReadonlyMap<string, { readonly keepsSize: boolean }> = new Map<
  string,
  { readonly keepsSize: boolean }
>([
  ...names(elementwiseModules).map((name) => [name, { keepsSize: true }] as const),
  ...names(reshapingModules).map((name) => [name, { keepsSize: false }] as const),
  ...names(otherModules).map((name) => [name, { keepsSize: true }] as const),
]);

/** Containers that hold nothing of their own. Any other module with children might. */
export const plainContainers: ReadonlySet<string> = new Set(['Sequential', 'ModuleList', 'ModuleDict', '']);

/** Modules that hold parameters of their own beside their children, which a print does not show. */
export const containersWithParameters: ReadonlySet<string> = new Set([
  'MultiheadAttention',
  'CNBlock',
  'ConvNeXtBlock',
  'LayerScale',
  'ShiftedWindowAttention',
  'ShiftedWindowAttentionV2',
  'WindowAttention',
  'VisionTransformer',
  'Encoder',
  // Keras' wrappers: each adds vectors of its own.
  'WeightNormalization',
  'SpectralNormalization',
]);

/**
 * PyTorch's functions that make a layer's weight of other tensors (torch.nn.utils and its parametrizations).
 * Of them only weight_norm adds parameters: its g.
 */
export const reparametrizations: ReadonlySet<string> = new Set([
  'weight_norm',
  'spectral_norm',
  'orthogonal',
]);
