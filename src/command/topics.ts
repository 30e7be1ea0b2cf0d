/** What `explain` can lecture on, with the words that people use for it. */
const topics = {
  separable: ['separable', 'depthwise separable', 'sep', 'savings', 'mobilenet', 'xception'],
  depthwise: ['depthwise', 'dw', 'depth multiplier', 'multiplier'],
  groups: ['groups', 'group', 'grouped', 'g', 'resnext'],
  bias: ['bias', 'nobias', 'no bias', 'bn', 'batchnorm', 'batch norm'],
  accuracy: ['accuracy', 'quality', 'loss'],
  macs: [
    'macs',
    'mac',
    'flops',
    'flop',
    'operations',
    'speed',
    'latency',
    'arithmetic intensity',
    'intensity',
  ],
  padding: ['padding', 'same', 'valid', 'causal', 'p', 'stride', 'output size'],
  'receptive field': ['receptive field', 'receptive', 'rf', 'dilation'],
  dtype: ['dtype', 'element type', 'fp32', 'fp16', 'bf16', 'int8', 'int4', 'bytes', 'quantization', 'memory'],
} as const satisfies Record<string, readonly string[]>;

export type Topic = keyof typeof topics;

export const topicNames = Object.keys(topics) as readonly Topic[]; // the keys are exactly the Topics

export function topicOf(words: string): Topic | undefined {
  return topicNames.find((topic) => (topics[topic] as readonly string[]).includes(words));
}
