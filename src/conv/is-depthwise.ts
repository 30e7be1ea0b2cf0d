import type { Convolution } from './layer.ts';

/** Whether a layer has one group for each input channel, and more than one. */
export function isDepthwise({ in: inChannels, groups }: Convolution): boolean {
  return groups === inChannels && groups > 1;
}
