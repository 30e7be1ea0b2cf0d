import type { SpokenLayer } from './layer.ts';
import type { Random } from './random.ts';
import {
  batchNormSpellings,
  withBiasSpellings,
  withoutBatchNormSpellings,
  withoutBiasSpellings,
} from './spellings/bias.ts';
import { channelSpellings, inSpellings, outSpellings, widthSpellings } from './spellings/channels.ts';
import {
  depthwiseSpellings,
  groupSpellings,
  separableSpellings,
  standardSpellings,
} from './spellings/groups.ts';
import { inputSpellings, shapeSpellings } from './spellings/input.ts';
import { kernelSpellings } from './spellings/kernel.ts';
import {
  dilationSpellings,
  outputPaddingSpellings,
  paddingSpellings,
  strideSpellings,
} from './spellings/window.ts';

/** What can be said of a layer. */
export type Fact =
  | 'kernel'
  | 'channels'
  | 'width'
  | 'in'
  | 'out'
  | 'stride'
  | 'padding'
  | 'dilation'
  | 'groups'
  | 'depthwise'
  | 'separable'
  | 'standard'
  | 'bias'
  | 'batchNorm'
  | 'outputPadding'
  | 'input'
  | 'shape';

/** A fact of a layer in words. `named`: the number of dimensions is said elsewhere. */
export function clauseOf(fact: Fact, layer: SpokenLayer, named: boolean, random: Random): string {
  return random.pick(spellingsOf(fact, layer, named, random));
}

function spellingsOf(fact: Fact, layer: SpokenLayer, named: boolean, random: Random): readonly string[] {
  switch (fact) {
    case 'kernel':
      return kernelSpellings(layer, named, random);
    case 'channels':
      return channelSpellings(layer);
    case 'width':
      return widthSpellings(layer);
    case 'in':
      return inSpellings(layer);
    case 'out':
      return outSpellings(layer);
    case 'stride':
      return strideSpellings(layer, random);
    case 'padding':
      return paddingSpellings(layer, random);
    case 'dilation':
      return dilationSpellings(layer, random);
    case 'groups':
      return groupSpellings(layer);
    case 'depthwise':
      return depthwiseSpellings;
    case 'separable':
      return separableSpellings;
    case 'standard':
      return standardSpellings;
    case 'bias':
      return layer.bias ? withBiasSpellings : withoutBiasSpellings;
    case 'batchNorm':
      return layer.batchNorm ? batchNormSpellings : withoutBatchNormSpellings;
    case 'outputPadding':
      return outputPaddingSpellings(layer, random);
    case 'input':
      return inputSpellings(layer, random);
    case 'shape':
      return shapeSpellings(layer);
  }
}
