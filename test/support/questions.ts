import { readFileSync } from 'node:fs';
import { catalogue, examples } from '../../src/command/catalogue.ts';
import { topicNames } from '../../src/command/topics.ts';

/** The text of one of test/fixtures/prints: what print(model) shows. */
export function printOf(model: string): string {
  return readFileSync(new URL(`../fixtures/prints/${model}.txt`, import.meta.url), 'utf8');
}

const layers = [
  '',
  '1d 7 64 128',
  '1x7 192 192 nobias',
  '1d 2 64 64 causal d=4 @1000',
  '3x3x3 16 32 @16',
  '3x3x3 64 64 g=8 bn keras @16x112x112',
  '4 64 32 t s2 p1 @16',
  '3 64 32 t s2 p1 op=1 @16 batch=4',
  '3 128 128 g=32 nobias',
  '3 64 64 dw @112',
  '3 64 128 g=64 @56 int8',
  '3 64 128 bn',
  '3 64 128 bn m=2 keras',
  '3 64 128 m=8',
  '3 64 128 m=16 nobias',
  '3 64 128 keras int4',
  '7 512 512 int4 flops @14 batch=32',
  '3 3 32 s2 @224 flops',
  '3 64 64 d=2 @32',
  '3 64 64 s=2x1 p=0x1 @64x32',
  '3 64 1',
  '3 64 1 nobias @8',
  '3 1 64 nobias',
  '3 1 1',
  '1 64 64',
  '1 1 1',
  '1 1 1 dw @1',
  '1x2 8 2 nobias',
  '1x2 8 2',
  '1001 1000000 1',
  '1001x1001x1001 512 512 nobias',
  '1 1000000 1000000 fp16',
  '11 3 1000000 nobias',
  'how many params does a 7x7 conv with 512 in and 512 out have without bias?',
  'nn.Conv2d(64, 64, 3, padding=1) @56 int8',
  'torch.nn.ConvTranspose2d(64, 32, kernel_size=4, stride=2, padding=1)',
  'layers.Conv2D(256, 3, padding="same", use_bias=False) in=128',
];

const stacks = [
  '3 64 128 separable',
  '3 64 128 separable keras bn @28',
  '3 3 32 s2 @224 + 3 dw + 1 64',
  '1 64 384 bn + 3 dw bn + 1 64 bn @14 keras flops',
  '3 3 64 separable m=4 + 5 128 g=32 + 1 10 @32 batch=64 int4',
  '1d 7 1 32 s2 + 1d 3 64 d=2 + 1d 1 10 @16000',
  '4 64 32 t s2 p1 @16 + 3 3',
  '3x3x3 1 8 @32 + 3x3x3 16 s2 + 1x1x1 2',
  `3 3 8${' + 3 8'.repeat(63)}`,
];

const comparisons = [
  '3 64 64 vs 5 64 64 vs 7 64 32',
  '3 64 128 vs 3 64 128 separable',
  '3 64 128 g=2 nobias @56 vs 3 64 128 @56',
  '3 64 64 @32 vs 3 64 64 @56',
  '1 1 1 vs 1001 1 1 nobias',
  '3 64 64 + 3 64 vs 5 64 64',
  '7 512 512 keras bn vs 3 512 512 separable keras bn vs 1 512 512 + 3 dw + 1 512 @14 int8',
];

const models = [
  'Conv2d(3, 64, kernel_size=(7, 7), stride=(2, 2), padding=(3, 3), bias=False)\nBatchNorm2d(64, eps=1e-05)',
  'Net(\n  (conv): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1))\n  (fc): Linear(in_features=8, out_features=10, bias=True)\n)',
  'keras.Sequential([layers.Conv2D(32, 3, activation="relu"), layers.SeparableConv2D(64, 3), layers.Dense(10)]) in=3',
  ...['alexnet', 'densenet121', 'efficientnet_b0', 'mobilenet_v2', 'resnet18', 'resnext50_32x4d'].map(
    printOf,
  ),
];

const isPriced = (question: string) => !/^(?:help|explain|why)\b/.test(question);
const shown = [...examples.map(({ command }) => command), ...catalogue.map(({ example }) => example)];

/** Questions whose answers have numbers, of every kind and with every word. */
export const pricedQuestions: readonly string[] = [
  ...new Set([...shown.filter(isPriced), ...layers, ...stacks, ...comparisons, ...models]),
];

/** Every help there is. */
export const helpQuestions: readonly string[] = [
  'help',
  '?',
  ...catalogue.map(({ names, flags }) => `help ${names[0] ?? Object.keys(flags ?? {})[0]}`),
];

export const explainQuestions: readonly string[] = ['why', ...topicNames.map((topic) => `explain ${topic}`)];

/** A mistake of every sort that a person makes. */
export const mistakenQuestions: readonly string[] = [
  '7 512 512 nobais',
  '3 128 250 g=32',
  '3 64 128 gropus=2',
  'explain gropus',
  'help gropus',
  '1e3 64 64',
  '3 1,024 64',
  '128-256',
  '7 7 512 512',
  '3 64 64 p=abc',
  '3 64 64 p=99999',
  '3 64 64 g=',
  '3 64 128 vs',
  '512 input',
  '3 64 64 bias nobias',
  '3 64 64 @2 valid',
  '3 64 64 s2 op=3 t',
  '3 64 64 op=1',
  '3x3 64 64 s=2x2x2',
  '1001x1001x1001 1000000 1000000',
  'nn.Conv2d(3, 64, kernel=3)',
  'nn.Conv2d(3, 64, 3',
  'nn.Conv2d(3, 64, 3, groups=2)',
  'nn.Conv2d(64, 64, 3, padding="same", stride=2)',
  'Foo(3)',
  'x'.repeat(5_000),
  `3 64 64${' + 3'.repeat(64)}`,
  `3 64 64${' + 3'.repeat(30)} gropus=2`,
  printOf('resnet18').replace('in_features', 'in_featurez'),
];

export const allQuestions: readonly string[] = [
  ...pricedQuestions,
  ...helpQuestions,
  ...explainQuestions,
  ...mistakenQuestions,
];

/** A question as the title of a test: one short line. */
export function titled(questions: readonly string[]): [title: string, question: string][] {
  return questions.map((question) => {
    const line = question.replace(/\s+/g, ' ');
    return [line.length > 60 ? `${line.slice(0, 59)}…` : line || '(nothing)', question];
  });
}
