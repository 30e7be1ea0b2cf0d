import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { numbersFor } from '../../support/ask-for.ts';

type Measured = { model: string; params: number; convParams: number; convMacs: number; linearMacs: number };
const { models }: { models: Measured[] } = JSON.parse(
  readFileSync(new URL('../../fixtures/torchvision-models.json', import.meta.url), 'utf8'),
);

/** Simonyan & Zisserman 2014, configuration D, as torchvision builds it. */
function vgg16(): string {
  const widths = [
    64,
    64,
    'M',
    128,
    128,
    'M',
    256,
    256,
    256,
    'M',
    512,
    512,
    512,
    'M',
    512,
    512,
    512,
    'M',
  ] as const;
  let channels = 3;
  const features = widths.map((width) => {
    if (width === 'M') return 'nn.MaxPool2d(kernel_size=2, stride=2)';
    const layer = `nn.Conv2d(${channels}, ${width}, kernel_size=3, padding=1), nn.ReLU(True)`;
    channels = width;
    return layer;
  });
  return `nn.Sequential(
    ${features.join(',\n    ')},
    nn.AdaptiveAvgPool2d((7, 7)), nn.Flatten(),
    nn.Linear(512 * 7 * 7, 4096), nn.ReLU(True), nn.Dropout(0.5),
    nn.Linear(4096, 4096), nn.ReLU(True), nn.Dropout(0.5), nn.Linear(4096, 1000))`.replace(
    '512 * 7 * 7',
    '25088',
  );
}

/** Krizhevsky 2014, as torchvision builds it. */
const alexnet = `nn.Sequential(
  nn.Conv2d(3, 64, kernel_size=11, stride=4, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(kernel_size=3, stride=2),
  nn.Conv2d(64, 192, kernel_size=5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(kernel_size=3, stride=2),
  nn.Conv2d(192, 384, kernel_size=3, padding=1), nn.ReLU(inplace=True),
  nn.Conv2d(384, 256, kernel_size=3, padding=1), nn.ReLU(inplace=True),
  nn.Conv2d(256, 256, kernel_size=3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(kernel_size=3, stride=2),
  nn.AdaptiveAvgPool2d((6, 6)), nn.Flatten(1), nn.Dropout(p=0.5), nn.Linear(9216, 4096), nn.ReLU(inplace=True),
  nn.Dropout(p=0.5), nn.Linear(4096, 4096), nn.ReLU(inplace=True), nn.Linear(4096, 1000))`;

describe('code whose modules run one after another', () => {
  it.each([
    ['vgg16', vgg16()],
    ['alexnet', alexnet],
  ])('has the parameters and MACs that torchvision measures: %s', (name, code) => {
    const measured = models.find(({ model }) => model === name);
    const { total, layers } = numbersFor(`${code} @224`);
    expect(total).toMatchObject({ params: measured?.params, convParams: measured?.convParams });
    expect(total.macs).toBe((measured?.convMacs ?? 0) + (measured?.linearMacs ?? 0));
    const convolutions = layers.filter(({ type }) => type.startsWith('Conv'));
    expect(convolutions.reduce((sum, { macs = 0 }) => sum + macs, 0)).toBe(measured?.convMacs);
  });

  // The count that Keras' own example prints: https://keras.io/examples/vision/mnist_convnet
  it('gives a Dense layer behind Flatten its inputs', () => {
    const code = `keras.Sequential([
      keras.Input(shape=(28, 28, 1)),
      layers.Conv2D(32, kernel_size=(3, 3), activation="relu"),
      layers.MaxPooling2D(pool_size=(2, 2)),
      layers.Conv2D(64, kernel_size=(3, 3), activation="relu"),
      layers.MaxPooling2D(pool_size=(2, 2)),
      layers.Flatten(),
      layers.Dropout(0.5),
      layers.Dense(10, activation="softmax"),
    ])`;
    expect(numbersFor(code)).toMatchObject({ total: { params: 34_826 }, unpriced: [] });
  });

  it('follows sizes through every kind of pooling', () => {
    const conv = 'layers.Conv2D(4, 1)';
    const macs = (pooling: string) =>
      numbersFor(`layers.Conv2D(4, 1), ${pooling}, ${conv} in=4 @9x8`).total.macs;
    expect(macs('layers.MaxPooling2D()')).toBe(16 * (72 + 4 * 4));
    expect(macs('layers.AveragePooling2D(3, strides=2, padding="same")')).toBe(16 * (72 + 5 * 4));
    expect(macs('layers.GlobalAveragePooling2D(keepdims=True)')).toBe(16 * (72 + 1));
    const pytorch = (pooling: string) =>
      numbersFor(`nn.Conv2d(4, 4, 1), ${pooling}, nn.Conv2d(4, 4, 1) @9x8`).total.macs;
    expect(pytorch('nn.AvgPool2d(2, ceil_mode=True)')).toBe(16 * (72 + 5 * 4));
    expect(pytorch('nn.MaxPool2d((3, 2), stride=(2, 1), padding=1, dilation=1)')).toBe(16 * (72 + 5 * 9));
    expect(pytorch('nn.AdaptiveMaxPool2d(3)')).toBe(16 * (72 + 9));
  });

  it.each([
    ['nn.Upsample(scale_factor=2)', 'Upsample'],
    ['nn.Flatten(2)', 'Flatten'],
    ['nn.AdaptiveAvgPool2d((None, 7))', 'AdaptiveAvgPool2d'],
  ])('says that sizes are not followed through %s', (module, name) => {
    const { total, assumptions } = numbersFor(`nn.Conv2d(4, 4, 1), ${module}, nn.Conv2d(4, 4, 1) @8`);
    expect(total.macs).toBeUndefined();
    expect(assumptions.join(' ')).toContain(`No MACs: input sizes are not followed through ${name}.`);
  });

  it('runs a linear layer on a flat input alone', () => {
    const { total, assumptions } = numbersFor('nn.Conv2d(4, 4, 1), nn.Linear(8, 8) @8');
    expect(total.macs).toBeUndefined();
    expect(assumptions.join(' ')).toContain('not followed through Linear');
  });

  it('is one layer still, where pooling alone follows', () => {
    expect(numbersFor('nn.Conv2d(3, 16, 3), nn.ReLU(), nn.MaxPool2d(2)').command).toBe('3 3 16 valid');
  });
});
