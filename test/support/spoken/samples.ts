import { legalLayer } from './legal-layer.ts';
import { type Random, randomOf } from './random.ts';
import { sayComparison } from './say-comparison.ts';
import { sayLayer } from './say-layer.ts';
import { sayList } from './say-list.ts';
import { sayStack } from './say-stack.ts';
import { sentence } from './sentence.ts';
import type { Spoken } from './spoken.ts';

/** Kinds of questions. */
export const kinds = {
  layer(random: Random): Spoken {
    const layer = legalLayer(random);
    const { words, stated } = sayLayer(layer, random);
    return { text: words, sides: [[layer]], stated };
  },
  stack: sayStack,
  vs: sayComparison,
  list: sayList,
};

/** The same questions for the same seed. */
export function* samples(kind: keyof typeof kinds, amount: number, seed: number): Generator<Spoken> {
  const random = randomOf(seed);
  for (let made = 0; made < amount; made += 1) {
    const spoken = kinds[kind](random);
    yield { ...spoken, text: sentence(spoken.text, random) };
  }
}
