import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask.ts';
import { meaningOf, numbersFor, problemFor } from '../../support/ask-for.ts';

function code(...lines: readonly string[]): string {
  return lines.join('\n');
}

function params(question: string): number[] {
  return numbersFor(question).layers.map((layer) => layer.params);
}

const input = 'inputs = keras.Input((32, 32, 3))';

describe('Keras’ functional code follows its tensors', () => {
  it('gives two layers of one tensor the same channels, and no MACs', () => {
    const question = code(input, 'x = layers.Conv2D(16, 3)(inputs)', 'y = layers.Conv2D(16, 3)(inputs)');
    const { total, assumptions } = numbersFor(question);
    expect(params(question)).toEqual([448, 448]);
    expect(total).toMatchObject({ params: 896 });
    expect(total.macs).toBeUndefined();
    expect(assumptions).toContain(
      'No MACs: the layers branch, and sizes are followed along one line of layers only.',
    );
    expect(meaningOf(ask(question).command)).toEqual(meaningOf(question));
  });

  it('follows a chain with its MACs, beside lines that connect nothing', () => {
    const question = code(
      'from tensorflow import keras',
      input,
      "x = layers.Conv2D(16, 3, padding='same')(inputs)",
      'x = tf.nn.relu(x)',
      'x = layers.BatchNormalization()(x, training=False)',
      'x = layers.MaxPooling2D()(x)',
      'h = x',
      'x = layers.Conv2D(8, 3)(h)',
      'x = layers.Dense(10)(layers.Flatten()(x))',
      'model = keras.Model(inputs, x)',
      "model.compile(optimizer='adam')",
      'model.summary()',
    );
    expect(numbersFor(question)).toMatchObject({
      total: {
        params: 448 + 64 + 1_160 + (14 * 14 * 8 + 1) * 10,
        macs: 432 * 1_024 + 1_152 * 196 + 15_680,
      },
      unpriced: [],
    });
    expect(meaningOf(ask(question).command)).toEqual(meaningOf(question));
  });

  it.each<[string, string[], number]>([
    ['Add', ['y = layers.Conv2D(16, 1)(x)', 'z = layers.Add()([x, y])'], 16],
    ['add', ['y = layers.Conv2D(16, 1)(x)', 'z = layers.add([x, y])'], 16],
    ['a plus', ['y = layers.Conv2D(16, 1)(x)', 'z = x + y'], 16],
    ['Concatenate', ['y = layers.Conv2D(8, 1)(x)', 'z = layers.Concatenate()([x, y])'], 24],
    ['an axis', ['y = layers.Conv2D(8, 1)(x)', 'z = layers.Concatenate(axis=-1)([x, y])'], 24],
    ['the third axis', ['y = layers.Conv2D(8, 1)(x)', 'z = layers.Concatenate(axis=3)([x, y])'], 24],
    ['concatenate', ['y = layers.Conv2D(8, 1)(x)', 'z = layers.concatenate([x, y])'], 24],
    ['calls inside', ['z = layers.Concatenate()([layers.Conv2D(8, 1)(x), x])'], 24],
    ['another name', ['z = x'], 16],
    ['a function that keeps the shape', ['z = tf.nn.relu(layers.Conv2D(8, 1)(x))'], 8],
  ])('knows the channels behind %s', (_, lines, channels) => {
    const question = code(
      input,
      'x = layers.Conv2D(16, 1)(inputs)',
      ...lines,
      'layers.Conv2D(2, 1, use_bias=False)(z)',
    );
    expect(params(question).at(-1)).toBe(2 * channels);
    expect(meaningOf(ask(question).command)).toEqual(meaningOf(question));
  });

  it('keeps the size of a branch for what flattening leaves', () => {
    const question = code(
      input,
      'a = layers.Conv2D(4, 3, strides=2)(inputs)',
      'b = layers.Conv2D(4, 3)(inputs)',
      'layers.Dense(1, use_bias=False)(layers.Flatten()(a))',
    );
    expect(params(question).at(-1)).toBe(15 * 15 * 4);
  });

  it.each<[string, string[]]>([
    ['a function of one’s own', ['x = block(x)']],
    ['a sum with a call', ['x = x + block(x)']],
    ['an axis that is not the channels’', ['x = layers.Concatenate(axis=1)([x, x])']],
    ['channels that differ', ['y = layers.Conv2D(8, 1)(x)', 'x = layers.Add()([x, y])']],
    ['a new shape', ['x = layers.Reshape((4, -1))(x)']],
    ['a layer that is not priced', ['x = layers.ConvLSTM2D(4, 3)(x)']],
    ['the parameter of a function', ['def block(x):']],
    ['a tensor that is not made', ['x = skip']],
  ])('does not guess channels behind %s', (_, lines) => {
    const question = code(
      input,
      'x = layers.Conv2D(16, 1)(inputs)',
      ...lines,
      'z = layers.⟦Conv2D⟧(2, 1)(x)',
    );
    const plain = question.replace(/[⟦⟧]/g, '');
    const problem = problemFor(plain);
    expect(problem.code).toBe('missing-input-channels');
    expect(plain.slice(...problem.at)).toBe('layers.Conv2D');
  });

  it('tells what to write where the first tensor is not made', () => {
    const lines = ['y = layers.Conv2D(16, 3)(inputs)', 'z = layers.Conv2D(16, 3)(inputs)'];
    const problem = problemFor(code(...lines));
    expect(problem.message).toBe(
      'Conv2D does not say its input channels: add a line before it, such as inputs = keras.Input((32, 32, 3)), or words behind it, such as in=3.',
    );
    expect(params(`${code(...lines)} in=3`)).toEqual([448, 448]);
    expect(
      params(code('y = layers.Conv2D(16, 3, input_shape=(32, 32, 3))(inputs)', 'z = layers.Conv2D(8, 1)(y)')),
    ).toEqual([448, 136]);
  });

  it('has no number for a Dense layer behind a size that is not known', () => {
    const model = (between: string) =>
      `keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(4, 3), ${between}, layers.Flatten(), layers.Dense(10)])`;
    expect(numbersFor(model('layers.UpSampling2D()'))).toMatchObject({
      total: { params: 112 },
      unpriced: ['4 (Dense)'],
    });
    expect(numbersFor(model('layers.ZeroPadding2D()'))).toMatchObject({ unpriced: ['4 (Dense)'] });
    expect(numbersFor(model('layers.ReLU()')).total.params).toBe(112 + (6 * 6 * 4 + 1) * 10);
  });

  it('follows pooling before the first convolution', () => {
    const model =
      'keras.Sequential([keras.Input((8, 8, 3)), layers.MaxPooling2D(), layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(1, use_bias=False)])';
    expect(params(model).at(-1)).toBe(2 * 2 * 4);
  });
});
