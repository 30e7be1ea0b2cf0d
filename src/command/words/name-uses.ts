import type { Entry } from '../catalogue.ts';
import type { FactName } from '../facts.ts';

/**
 * What a number can be said to be. Beside the facts: `channels` of a layer that doesn't say which, `both` channels,
 * the number of `input`, which is a size or channels, a `size` of whatever is meant, the size of the output, which
 * nobody can choose, and that of a group, which says no number of groups by itself.
 */
export type Role = FactName | 'channels' | 'both' | 'inputNumber' | 'size' | 'outputSize' | 'groupSize';

/** How a word names a number that stands beside it. */
export type NameUse = {
  /** What one whole number is by this name, and what sides are; absent where it takes none. */
  readonly whole?: Role;
  readonly sides?: Role;
  /** Where its number mostly stands: `stride 2`, `64 filters`, `in 64` or `64 in`. */
  readonly stands: 'behind' | 'before' | 'either';
  /** Whether it means nothing where it has no number: "how many params in …". */
  readonly isOptional: boolean;
};

const behind = { stands: 'behind', isOptional: false } as const;
const before = { stands: 'before', isOptional: false } as const;
const adjective = behind;
const optional = { stands: 'before', isOptional: true } as const;

const placeOfFact: Partial<Record<FactName, NameUse['stands']>> = {
  in: 'either',
  out: 'either',
  groups: 'either',
};

/** Names that say something else of a number than their entry does. */
const exceptions: Readonly<Record<string, NameUse>> = {
  kernel: { whole: 'kernel', sides: 'kernel', stands: 'behind', isOptional: true },
  window: { whole: 'kernel', sides: 'kernel', stands: 'behind', isOptional: true },
  filters: { whole: 'out', sides: 'kernel', ...before },
  'output filters': { whole: 'out', ...before },
  output: { whole: 'out', stands: 'either', isOptional: true },
  outputs: { whole: 'out', stands: 'before', isOptional: true },
  in: { whole: 'in', stands: 'either', isOptional: true },
  out: { whole: 'out', stands: 'either', isOptional: true },
  from: { whole: 'in', sides: 'input', stands: 'behind', isOptional: true },
  'out of': { whole: 'in', stands: 'behind', isOptional: true },
  to: { whole: 'out', stands: 'behind', isOptional: true },
  into: { whole: 'out', stands: 'behind', isOptional: true },
  input: { whole: 'inputNumber', sides: 'input', stands: 'behind', isOptional: true },
  at: { whole: 'input', sides: 'input', stands: 'behind', isOptional: true },
  on: { whole: 'input', sides: 'input', stands: 'behind', isOptional: true },
  for: { whole: 'input', sides: 'input', stands: 'behind', isOptional: true },
  // Adjectives: "a dilated 3x3 conv" says that a dilation follows, and not which.
  strided: adjective,
  dilated: adjective,
  atrous: adjective,
  padded: adjective,
  grouped: adjective,
};

/** How a name of the catalogue names a number; undefined where it takes none. */
export function nameUseOf({ fact, takes }: Entry, phrase: string): NameUse {
  const exception = exceptions[phrase];
  if (exception) return exception;
  const stands = placeOfFact[fact] ?? 'behind';
  if (!takes) return behind;
  return takes === 'sides'
    ? { whole: fact, sides: fact, stands, isOptional: false }
    : { whole: fact, stands, isOptional: false };
}

/** Nouns that are no names of one fact. `about` is the entry that help shows for them. */
export const usesOfWords: Readonly<Record<string, NameUse & { readonly about: FactName }>> = {
  kernels: { whole: 'out', sides: 'kernel', ...before, about: 'out' },
  filter: { whole: 'out', sides: 'kernel', ...optional, about: 'kernel' },
  channels: { whole: 'channels', ...optional, about: 'in' },
  channel: { whole: 'channels', ...optional, about: 'in' },
  c: { whole: 'channels', ...behind, about: 'in' },
  ch: { whole: 'channels', ...optional, about: 'in' },
  chans: { whole: 'channels', ...optional, about: 'in' },
  planes: { whole: 'channels', ...optional, about: 'in' },
  'input and output channels': { whole: 'both', ...optional, about: 'in' },
  'in and out channels': { whole: 'both', ...optional, about: 'in' },
  'channel in and out': { whole: 'both', ...optional, about: 'in' },
  'channels in and out': { whole: 'both', ...optional, about: 'in' },
  'in and out': { whole: 'both', ...optional, about: 'in' },
  maps: { whole: 'channels', sides: 'input', ...optional, about: 'input' },
  'feature map': { whole: 'channels', sides: 'input', ...optional, about: 'input' },
  'feature maps': { whole: 'channels', sides: 'input', ...optional, about: 'input' },
  fmap: { whole: 'channels', sides: 'input', ...optional, about: 'input' },
  fmaps: { whole: 'channels', sides: 'input', ...optional, about: 'input' },
  'input feature map': { whole: 'in', sides: 'input', ...optional, about: 'input' },
  'input feature maps': { whole: 'in', sides: 'input', ...optional, about: 'input' },
  'input maps': { whole: 'in', sides: 'input', ...optional, about: 'in' },
  'output feature maps': { whole: 'out', sides: 'outputSize', ...optional, about: 'out' },
  'output maps': { whole: 'out', sides: 'outputSize', ...optional, about: 'out' },
  image: { whole: 'input', sides: 'input', stands: 'either', isOptional: true, about: 'input' },
  images: { whole: 'batch', sides: 'input', ...optional, about: 'input' },
  picture: { whole: 'input', sides: 'input', stands: 'either', isOptional: true, about: 'input' },
  pictures: { whole: 'batch', sides: 'input', ...optional, about: 'input' },
  photo: { whole: 'input', sides: 'input', stands: 'either', isOptional: true, about: 'input' },
  photos: { whole: 'batch', sides: 'input', ...optional, about: 'input' },
  'input image': { whole: 'input', sides: 'input', stands: 'either', isOptional: true, about: 'input' },
  'input images': { whole: 'batch', sides: 'input', ...optional, about: 'input' },
  px: { whole: 'input', sides: 'input', ...optional, about: 'input' },
  pixels: { whole: 'input', sides: 'input', ...optional, about: 'input' },
  inputs: { whole: 'in', sides: 'input', ...optional, about: 'in' },
  over: { sides: 'input', ...behind, isOptional: true, about: 'input' },
  'applied to': { whole: 'input', sides: 'input', ...behind, isOptional: true, about: 'input' },
  size: { whole: 'size', sides: 'size', ...behind, isOptional: true, about: 'input' },
  'output size': { whole: 'outputSize', ...behind, isOptional: true, about: 'input' },
  'output shape': { whole: 'outputSize', ...behind, isOptional: true, about: 'input' },
  'output resolution': { whole: 'outputSize', ...behind, isOptional: true, about: 'input' },
  'output dimensions': { whole: 'outputSize', ...behind, isOptional: true, about: 'input' },
  'output dims': { whole: 'outputSize', ...behind, isOptional: true, about: 'input' },
  'output feature map size': { whole: 'outputSize', ...behind, isOptional: true, about: 'input' },
  'out size': { whole: 'outputSize', ...behind, isOptional: true, about: 'input' },
  'out shape': { whole: 'outputSize', ...behind, isOptional: true, about: 'input' },
  'size after': { whole: 'outputSize', ...behind, isOptional: true, about: 'input' },
  'shape after': { whole: 'outputSize', ...behind, isOptional: true, about: 'input' },
  'group size': { whole: 'groupSize', ...behind, about: 'groups' },
  'group width': { whole: 'groupSize', ...behind, about: 'groups' },
  'channels per group': { whole: 'groupSize', ...optional, about: 'groups' },
};

/** Names of a picture, which has three channels unless it is said to be grey. */
export const pictureNames: readonly string[] = [
  'image',
  'images',
  'picture',
  'pictures',
  'photo',
  'photos',
  'input image',
  'input images',
];
