import { clauseOf, type Fact } from './clauses.ts';
import { joined } from './joined.ts';
import type { SpokenLayer } from './layer.ts';
import type { Random } from './random.ts';
import { thenBatchNormSpellings } from './spellings/bias.ts';
import { filterSpellings, pairSpellings, pictureSpellings, tripleSpellings } from './spellings/channels.ts';
import { nounSpellings } from './spellings/noun.ts';

/** A whole layer in words, without a sentence around them, and what these leave to be guessed. */
export function sayLayer(layer: SpokenLayer, random: Random): { words: string; stated: string[] } {
  const named = layer.kernel.length === 1 || (layer.kernel.length === 3 && random.chance(0.6));
  const noun = sayNoun(layer, named, random);
  const { clauses, opening, stated, hasInput } = kernelAndChannels(layer, named, random);
  const channels = clauses.join(' ');
  clauses.push(...sayBeside(layer, named, noun.length > 0, random));
  if (layer.input && !hasInput) clauses.push(input(layer, channels, named, random));
  const order = random.shuffled(clauses);
  const all = opening ? [...noun, opening, ...order] : withNoun(order, noun, random);
  return { words: joined([...all, ...thenBatchNorm(layer, all, random)], random), stated };
}

export function sayNoun(layer: SpokenLayer, named: boolean, random: Random): string[] {
  const isSaid = named || layer.transposed || random.chance(0.55);
  return isSaid ? [random.pick(nounSpellings(layer, named))] : [];
}

type Opening = { clauses: string[]; opening?: string; stated: string[]; hasInput?: boolean };

/** Kernel and channels, which can be one clause or left out in part. `opening`: what only stands in front. */
function kernelAndChannels(layer: SpokenLayer, named: boolean, random: Random): Opening {
  const { kernel } = layer;
  const flat = kernel.length === 2;
  const equal = kernel.every((side) => side === kernel[0]);
  if (equal && kernel.length < 3 && random.chance(0.06)) {
    return { clauses: [], opening: random.pick(tripleSpellings(layer)), stated: [] };
  }
  const pairs = pairSpellings(layer);
  if (pairs.length > 0 && kernel.length < 3 && random.chance(0.06)) {
    const opening = random.pick(pairs);
    return { clauses: [], opening, stated: [kernel.join('×'), `${layer.in} → ${layer.out}`] };
  }
  if (flat && random.chance(0.12)) return { clauses: [random.pick(filterSpellings(layer))], stated: [] };
  const isDefault = flat && kernel.every((side) => side === 3) && random.chance(0.1);
  const size = isDefault ? [] : [clauseOf('kernel', layer, named, random)];
  const stated = isDefault ? ['3×3'] : [];
  const pictures = pictureSpellings(layer);
  if (pictures.length > 0 && layer.groups === 1 && random.chance(layer.in === 3 ? 0.4 : 0.08)) {
    const picture = random.pick(pictures);
    const isGuess = /image|picture/.test(picture);
    return {
      clauses: [...size, picture],
      stated: [...stated, ...(isGuess ? [`3 → ${layer.out}`] : [])],
      hasInput: true,
    };
  }
  if (layer.in === layer.out && random.chance(layer.groups === layer.in ? 0.4 : 0.1)) {
    const width = clauseOf('width', layer, named, random);
    return { clauses: [...size, width], stated: [...stated, `${layer.in} → ${layer.out}`] };
  }
  return { clauses: [...size, clauseOf('channels', layer, named, random)], stated };
}

/** What is said besides kernel, channels and input. With a noun elsewhere there is none in it. */
export function sayBeside(layer: SpokenLayer, named: boolean, hasNoun: boolean, random: Random): string[] {
  const clauses = factsBeside(layer, random).map((fact) => clauseOf(fact, layer, named, random));
  return hasNoun ? clauses.map((clause) => clause.replace(/ conv(?:olution)?$/, '')) : clauses;
}

/** The noun in front, behind the kernel or somewhere. */
export function withNoun(clauses: readonly string[], noun: readonly string[], random: Random): string[] {
  const at = random.chance(0.6) ? 0 : random.int(0, clauses.length);
  const kernel = clauses.findIndex((clause) => /^\d+(?:x\d+)+$/.test(clause));
  const place = kernel >= 0 && random.chance(0.5) ? kernel + 1 : at;
  return [...clauses.slice(0, place), ...noun, ...clauses.slice(place)];
}

/** A BatchNorm that was not said yet comes last. */
export function thenBatchNorm(layer: SpokenLayer, clauses: readonly string[], random: Random): string[] {
  if (!layer.batchNorm || clauses.some((clause) => /bn|batch ?norm/i.test(clause))) return [];
  // "without bias and bn" has neither.
  const isNegated = /^(?:no|w)/i.test(clauses.at(-1) ?? '');
  return [random.pick(thenBatchNormSpellings.filter((words) => !isNegated || !words.startsWith('and')))];
}

/** All that is not the default, and now and then what is. */
function factsBeside(layer: SpokenLayer, random: Random): Fact[] {
  const ones = (sides: readonly number[]) => sides.every((side) => side === 1);
  const facts: Fact[] = [];
  if (!ones(layer.stride) || random.chance(0.15)) facts.push('stride');
  if (!ones(layer.dilation) || random.chance(0.06)) facts.push('dilation');
  if (layer.padding !== 'same' || random.chance(0.25)) facts.push('padding');
  if (layer.separable) facts.push('separable');
  else if (layer.groups > 1 && layer.groups === layer.in && random.chance(0.85)) facts.push('depthwise');
  else if (layer.groups > 1 || random.chance(0.04)) facts.push('groups');
  const unusual = layer.bias ? 0.2 : 1;
  if (layer.batchNorm ? !layer.bias && random.chance(0.3) : random.chance(unusual)) facts.push('bias');
  if (layer.batchNorm && random.chance(0.6)) facts.push('batchNorm');
  if (layer.outputPadding.some((side) => side > 0)) facts.push('outputPadding');
  return facts;
}

/** With "input" and "output" said of channels, a size has other words. */
function input(layer: SpokenLayer, channels: string, named: boolean, random: Random): string {
  const [side, other] = layer.input ?? [];
  const shape = side === other && layer.input?.length === 2 && side !== layer.in && random.chance(0.12);
  const clause = clauseOf(shape ? 'shape' : 'input', layer, named, random);
  const unclear = /\b(?:in|out)put/i.test(channels) && /\binput/i.test(clause);
  const twice = /RGB|grayscale/.test(channels) && /RGB|grayscale|image/.test(clause);
  // A picture has three channels, which goes before one number of channels for both.
  const guessed = layer.in === layer.out && layer.in !== 3 && /image|picture/.test(clause);
  return unclear || twice || guessed ? input(layer, channels, named, random) : clause;
}
