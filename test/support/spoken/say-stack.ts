import { clauseOf } from './clauses.ts';
import { count } from './count.ts';
import { joined } from './joined.ts';
import type { SpokenLayer } from './layer.ts';
import { isLegal, legalLayer } from './legal-layer.ts';
import type { Random } from './random.ts';
import { sayBeside, sayLayer, sayNoun, thenBatchNorm, withNoun } from './say-layer.ts';
import { withoutBiasSpellings } from './spellings/bias.ts';
import { thenSpellings } from './spellings/channels.ts';
import type { Spoken } from './spoken.ts';

const separators = [' + ', ' + ', ' then ', ', then ', ' followed by ', ' and then ', ', followed by '];

/** Two to four layers, one behind the other. */
export function sayStack(random: Random): Spoken {
  const first = legalLayer(random);
  const layers = [first];
  for (let more = random.pick([1, 1, 2, 3]); more > 0; more -= 1) layers.push(layerBehind(layers, random));
  // The size is said of the first layer, or behind the last one.
  const isAtEnd = first.input !== undefined && random.chance(0.5);
  const separator = random.pick(separators);
  const said = sayLayer(isAtEnd ? { ...first, input: undefined } : first, random);
  const words = [said.words, ...layers.slice(1).map((layer) => sayBehind(layer, random))];
  const last = isAtEnd ? sizeBehind(first, words.join(' '), random) : '';
  const isWhole = last.startsWith('@') && layers.every(({ bias }) => bias) && !/bias/i.test(words.join(' '));
  const ending = isWhole && random.chance(0.3) ? ` ${random.pick(withoutBiasSpellings)}` : '';
  const article = (segment: string) =>
    /^\d+x\d/.test(segment) && random.chance(0.2) ? `a ${segment}` : segment;
  const chain = words.map((segment, at) => (at > 0 && separator !== ' + ' ? article(segment) : segment));
  const text = joined(last ? [chain.join(separator), last] : [chain.join(separator)], random) + ending;
  return { text, sides: [layers.map((layer) => ({ ...layer, bias: layer.bias && !ending }))], stated: [] };
}

/** With "input" and "output" said of channels, a size has other words. */
function sizeBehind(first: SpokenLayer, said: string, random: Random): string {
  const clause = clauseOf('input', first, true, random);
  const isUnclear = /(?:in|out)put/i.test(said) && /input/i.test(clause);
  // A picture has three channels, which goes before one number of channels for both.
  const isGuess = first.in === first.out && first.in !== 3 && /image|picture/.test(clause);
  return isUnclear || isGuess ? sizeBehind(first, said, random) : clause;
}

/** A layer that takes what the others leave. */
function layerBehind(layers: readonly SpokenLayer[], random: Random): SpokenLayer {
  const before = layers.at(-1);
  const other = legalLayer(random);
  if (!before || other.kernel.length !== before.kernel.length) return layerBehind(layers, random);
  const isDepthwise = other.groups > 1 && other.groups === other.in;
  const width = before.out;
  const out = isDepthwise || random.chance(0.15) ? width : other.out;
  const groups = isDepthwise ? width : width % other.groups === 0 ? other.groups : 1;
  const layer = { ...other, in: width, out, groups, input: undefined };
  const start = layers[0]?.input ?? before.kernel.map(() => 64);
  const total = count([...layers, layer].map((part, at) => (at === 0 ? { ...part, input: start } : part)));
  const fits = total.output?.every((side) => side >= 1) && Number.isSafeInteger(total.macs);
  return fits && isLegal(layer) ? layer : layerBehind(layers, random);
}

/** A layer behind another: nobody begins one with its BatchNorm or bias, which would be the layer's before it. */
function sayBehind(layer: SpokenLayer, random: Random): string {
  const words = sayOpenly(layer, random);
  const isUnclear = /^(?:with |and )?(?:a )?(?:bn|batch|bias|no bias)|grayscale|RGB/i.test(words);
  return isUnclear ? sayBehind(layer, random) : words;
}

/** Said with both channels, with its filters only or, where it keeps the width, without any. */
function sayOpenly(layer: SpokenLayer, random: Random): string {
  if (random.chance(0.3)) return sayLayer(layer, random).words;
  const named = layer.kernel.length === 1;
  const noun = sayNoun(layer, named, random);
  const keeps = layer.in === layer.out && random.chance(0.6);
  const clauses = sayBeside(layer, named, noun.length > 0, random);
  const kernel = clauseOf('kernel', layer, named, random);
  const outputs = clauseOf('out', layer, named, random);
  const spoken = keeps ? [kernel] : named || random.chance(0.4) ? [kernel, outputs] : [];
  const opening = spoken.length === 0 ? [random.pick(thenSpellings(layer))] : [];
  const order = random.shuffled([...spoken, ...clauses]);
  const all = opening.length > 0 ? [...noun, ...opening, ...order] : withNoun(order, noun, random);
  return joined([...all, ...thenBatchNorm(layer, all, random)], random);
}
