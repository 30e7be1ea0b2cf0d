import { change } from './change.ts';
import { joined } from './joined.ts';
import type { SpokenLayer } from './layer.ts';
import { isLegal, legalLayer } from './legal-layer.ts';
import type { Random } from './random.ts';
import { sayBeside, sayLayer } from './say-layer.ts';
import { tripleSpellings } from './spellings/channels.ts';
import type { Spoken } from './spoken.ts';

/** `A vs B vs C`, where B and C change A; and bare triples, alone and against each other. */
export function sayList(random: Random): Spoken {
  if (random.chance(0.3)) return triple(random);
  if (random.chance(0.3)) return triples(random);
  const first = legalLayer(random);
  const { words, stated } = sayLayer(first, random);
  const [second, third] = [change(first, random), change(first, random)];
  const separator = random.pick([' vs ', ' vs ', ' vs. ', ' versus ', ' vs\n']);
  const text = [words, second.words, third.words].join(separator);
  return { text, sides: [[first], [second.layer], [third.layer]], stated };
}

function triple(random: Random): Spoken {
  const layer = square(random);
  const size = layer.input ? [`@${layer.input[0]}`] : [];
  const words = random.shuffled([
    ...sayBeside({ ...layer, batchNorm: false }, false, false, random),
    ...size,
  ]);
  const text = joined([random.pick(tripleSpellings(layer)), ...words], random);
  return { text, sides: [[layer]], stated: [] };
}

function triples(random: Random): Spoken {
  const layers = Array.from({ length: random.int(2, 3) }, () => ({ ...square(random), ...bare }));
  const text = layers
    .map((layer) => random.pick(tripleSpellings(layer)))
    .join(random.pick([' vs ', ' versus ']));
  return { text, sides: layers.map((layer) => [layer]), stated: [] };
}

const ones = [1, 1];
const bare = {
  stride: ones,
  dilation: ones,
  padding: 'same',
  groups: 1,
  separable: false,
  bias: true,
  input: undefined,
} as const;

/** In two dimensions, with equal sides. */
function square(random: Random): SpokenLayer {
  const layer = { ...legalLayer(random), batchNorm: false };
  const [side] = layer.kernel;
  const isSquare =
    layer.kernel.length === 2 && layer.kernel[1] === side && layer.input?.[0] === layer.input?.[1];
  return isSquare && !layer.transposed && isLegal(layer) ? layer : square(random);
}
