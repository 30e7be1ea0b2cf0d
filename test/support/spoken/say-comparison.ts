import { change } from './change.ts';
import type { SpokenLayer } from './layer.ts';
import { isLegal, legalLayer } from './legal-layer.ts';
import type { Random } from './random.ts';
import { sayLayer } from './say-layer.ts';
import type { Spoken } from './spoken.ts';

/** `A vs B`: B says what it changes. */
export function sayComparison(random: Random): Spoken {
  const first = legalLayer(random);
  const { words, stated } = sayLayer(first, random);
  const stack = random.chance(0.15) ? stackInstead(first, random) : undefined;
  const second = stack ?? changed(first, random);
  const text = between(words, second.words, random);
  return { text, sides: [[first], second.layers], stated, eitherFirst: text.includes(' instead of ') };
}

function changed(first: SpokenLayer, random: Random): { layers: SpokenLayer[]; words: string } {
  const { layer, words } = random.chance(0.1) ? whole(first, random) : change(first, random);
  return { layers: [layer], words };
}

/** The two in a sentence. Words that it takes for itself are not in them. */
function between(first: string, second: string, random: Random): string {
  const has = (words: RegExp) => words.test(`${first} ${second}`);
  const forms = [
    `${first} vs ${second}`,
    `${first} vs ${second}`,
    `${first} vs ${second}`,
    `${first} vs. ${second}`,
    `${first} versus ${second}`,
    `compare ${first} vs ${second}`,
    ...(has(/\bwith\b/i) ? [] : [`compare ${first} with ${second}`]),
    ...(has(/\b(?:and|plus|with)\b|\+/i) ? [] : [`compare ${first} and ${second}`]),
    ...(has(/\bto\b|[-=]>/i) ? [] : [`compare ${first} to ${second}`]),
    // "against no bias", "compared to on 56x56" is nobody's English.
    ...(/^(?:\d|a |conv|dep|dw|sep|stand|kernel|stride)/i.test(second)
      ? [
          `${first} against ${second}`,
          `${first} compared to ${second}`,
          `${first} compared with ${second}`,
          `${first} or ${second}`,
          `${first} instead of ${second}`,
        ]
      : []),
  ];
  return random.pick(forms);
}

/** B says kernel and both channels, whose groups and variant are its own then. */
function whole(first: SpokenLayer, random: Random): { layer: SpokenLayer; words: string } {
  const other = legalLayer(random);
  const own = { kernel: other.kernel, in: other.in, out: other.out };
  const layer = { ...first, ...own, groups: 1, separable: false };
  const isSame = other.kernel.length === first.kernel.length && isLegal(layer);
  const kernel = other.kernel.join('x');
  const size = other.kernel.length === 1 ? `k=${kernel}` : kernel;
  const form = random.pick([`${size} ${layer.in}->${layer.out}`, `${layer.in}->${layer.out} ${size}`]);
  return isSame ? { layer, words: form } : whole(first, random);
}

/** B is a stack: it begins with A's inputs and stride, and ends with A's outputs. */
function stackInstead(
  first: SpokenLayer,
  random: Random,
): { layers: SpokenLayer[]; words: string } | undefined {
  const ones = first.kernel.map(() => 1);
  const isPlain = first.padding === 'same' && first.groups === 1 && !first.separable && !first.batchNorm;
  const fits = isPlain && first.kernel.length === 2 && `${first.dilation}` === `${ones}` && !first.transposed;
  if (!fits) return undefined;
  const separator = random.pick([' + ', ' + ', ' then ', ' followed by ']);
  const last = { ...first, stride: ones, input: undefined };
  if (random.chance(0.3)) {
    const start = { ...first, kernel: [3, 3], out: first.in, groups: first.in };
    return {
      layers: [start, { ...last, kernel: ones }],
      words: `3x3 ${random.pick(['dw', 'depthwise'])}${separator}1x1`,
    };
  }
  if (first.in !== first.out) return undefined;
  const amount = random.int(2, 3);
  const side = random.pick([1, 3, 3, 3, 5]);
  const kernel = [side, side];
  const words = Array.from({ length: amount }, () => `${side}x${side}`).join(separator);
  const rest = Array.from({ length: amount - 1 }, () => ({ ...last, kernel }));
  return { layers: [{ ...first, kernel }, ...rest], words };
}
