import { describe, expect, it } from 'vitest';
import { numbersFor, problemFor } from '../../support/ask-for.ts';

// Numbers of parameters as torch.nn and Keras document the shapes of their weights.
describe('a module other than a convolution', () => {
  it.each<[string, number, number]>([
    ['nn.Linear(512, 1000)', 512_000, 1_000],
    ['nn.Linear(512, 1000, bias=False)', 512_000, 0],
    ['NonDynamicallyQuantizableLinear(in_features=8, out_features=4, bias=True)', 32, 4],
    ['nn.BatchNorm1d(64)', 64, 64],
    ['nn.BatchNorm2d(64, affine=False)', 0, 0],
    ['SyncBatchNorm(64, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)', 64, 64],
    ['nn.InstanceNorm2d(64)', 0, 0],
    ['nn.InstanceNorm2d(64, affine=True)', 64, 64],
    ['LayerNorm((96,), eps=1e-06, elementwise_affine=True)', 96, 96],
    ['nn.LayerNorm([3, 4, 5])', 60, 60],
    ['nn.LayerNorm(96, elementwise_affine=False)', 0, 0],
    ['nn.LayerNorm(96, bias=False)', 96, 0],
    ['nn.RMSNorm(96)', 96, 0],
    ['nn.GroupNorm(8, 64)', 64, 64],
    ['nn.GroupNorm(8, 64, affine=False)', 0, 0],
    ['nn.Embedding(1000, 64, padding_idx=0)', 64_000, 0],
    ['layers.Embedding(input_dim=1000, output_dim=64)', 64_000, 0],
    ['nn.EmbeddingBag(10, 3)', 30, 0],
    ['nn.PReLU()', 1, 0],
    ['PReLU(num_parameters=16)', 16, 0],
  ])('%s has %i weights and %i biases', (code, weights, biases) => {
    expect(numbersFor(code)).toMatchObject({
      question: 'model',
      layers: [{ weights, biases, params: weights + biases }],
      total: { params: weights + biases, convParams: 0 },
    });
  });

  it.each<[string, number]>([
    ['layers.BatchNormalization()', 4 * 32],
    ['layers.BatchNormalization(scale=False)', 3 * 32],
    ['layers.BatchNormalization(center=False)', 3 * 32],
    ['layers.LayerNormalization()', 2 * 32],
    ['layers.LayerNormalization(center=False, scale=False)', 0],
    ['layers.GlobalAveragePooling2D(), layers.Dense(10)', 330],
    ['layers.GlobalAveragePooling2D(), layers.Dense(10, use_bias=False)', 320],
  ])('takes its channels from the layer before: %s', (code, params) => {
    const convolution = 3 * 3 * 3 * 32 + 32;
    expect(numbersFor(`layers.Conv2D(32, 3, input_shape=(8, 8, 3)), ${code}`).total.params).toBe(
      convolution + params,
    );
  });

  it.each(['layers.Dense(10)', 'layers.BatchNormalization()', 'layers.LayerNormalization()'])(
    'is not priced where these are not known: %s',
    (code) => {
      const [module] = /[A-Z]\w*/.exec(code) ?? [];
      expect(numbersFor(`nn.Conv2d(3, 4, 1), layers.Reshape((4, 9)), ${code}`).unpriced).toEqual([module]);
    },
  );

  it.each([
    ['nn.Linear(512)', 'missing-argument'],
    ['nn.Linear(512, n)', 'not-a-literal'],
    ['nn.Linear(512, 10, bias=maybe)', 'not-a-literal'],
    ['nn.LayerNorm()', 'missing-argument'],
    ['nn.Embedding(10)', 'missing-argument'],
    ['nn.GroupNorm(8, 64, afine=False)', 'unknown-argument'],
    ['nn.Linear(512, 10, True, 3, 4, 5)', 'too-many-arguments'],
    ['nn.Embedding(9007199254740991, 2)', 'count-too-large'],
  ])('%s is %s', (code, problem) => {
    expect(problemFor(code).code).toBe(problem);
  });
});

// Sums over parameters(), measured with PyTorch 1.13.
describe('a normalisation in every number of dimensions', () => {
  it.each<[string, number]>([
    ['nn.BatchNorm1d(8)', 16],
    ['nn.BatchNorm3d(8)', 16],
    ['nn.BatchNorm3d(8, affine=False)', 0],
    ['nn.BatchNorm2d(8, 1e-5, 0.1, False)', 0],
    ['nn.InstanceNorm1d(8, 1e-5, 0.1, True)', 16],
    ['nn.InstanceNorm3d(8, affine=True)', 16],
    ['nn.InstanceNorm3d(8)', 0],
    ['nn.LayerNorm((4, 5))', 40],
    ['nn.LayerNorm(7, elementwise_affine=False)', 0],
    ['nn.GroupNorm(2, 8, affine=False)', 0],
    ['nn.PReLU(8)', 8],
  ])('%s has %i parameters', (code, params) => {
    expect(numbersFor(code).total.params).toBe(params);
  });

  // Keras' documentation of the shapes of its weights.
  it.each<[string, number | undefined]>([
    ['layers.BatchNormalization(axis=-1)', 4 * 32],
    ['layers.BatchNormalization(axis=3)', 4 * 32],
    ['layers.BatchNormalization(scale=False, center=False)', 2 * 32],
    ['layers.BatchNormalization(axis=1)', undefined],
    ['layers.BatchNormalization(renorm=True)', undefined],
    ['layers.LayerNormalization(axis=[1, 2, 3])', undefined],
    ['layers.LayerNormalization(axis=[3])', 2 * 32],
    ['layers.GroupNormalization(8)', 2 * 32],
    ['layers.GroupNormalization(groups=8, scale=False)', 32],
    ['layers.PReLU()', 6 * 6 * 32],
    ['layers.PReLU(shared_axes=[1, 2])', 32],
    ['layers.PReLU(shared_axes=[1])', 6 * 32],
    ['PReLU(shared_axes=[1, 2])', 32],
    ['layers.Flatten(), layers.PReLU()', 6 * 6 * 32],
    ['layers.ZeroPadding2D(), layers.PReLU()', undefined],
    ['layers.ZeroPadding2D(), layers.PReLU(shared_axes=[1, 2])', 32],
  ])('%s behind 6×6×32 has %s parameters', (code, params) => {
    const { total, unpriced } = numbersFor(`layers.Conv2D(32, 3, input_shape=(8, 8, 3)), ${code}`);
    expect(unpriced?.length ?? 0).toBe(params === undefined ? 1 : 0);
    expect(total.params).toBe(896 + (params ?? 0));
  });

  it('has three dimensions in Keras too', () => {
    const code = 'layers.Conv3D(4, 3, input_shape=(8, 8, 8, 1)), layers.BatchNormalization(scale=False)';
    expect(numbersFor(code).total.params).toBe(112 + 3 * 4);
    expect(
      numbersFor('layers.Conv1D(4, 3, input_shape=(8, 1)), layers.BatchNormalization(axis=2)').total.params,
    ).toBe(16 + 16);
  });
});
