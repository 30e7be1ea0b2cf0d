import type { SpokenLayer } from '../layer.ts';
import type { Random } from '../random.ts';
import { sides } from './sides.ts';

/** Sizes of the input, none of them with its channels. */
export function inputSpellings({ input = [], in: inputs }: SpokenLayer, random: Random): readonly string[] {
  const [side] = input;
  const tight = input.join('x');
  const said = sides(input, random);
  const equal = input.every((other) => other === side);
  return [
    `@${tight}`,
    `@${tight}`,
    `@ ${tight}`,
    `input=${tight}`,
    `input ${tight}`,
    `input: ${tight}`,
    `input is ${tight}`,
    `input of ${tight}`,
    `input size ${tight}`,
    `input size of ${said}`,
    `input_size=${tight}`,
    `with input ${tight}`,
    `with input size ${tight}`,
    ...(equal
      ? [
          `@${side}`,
          `@${side}`,
          `input ${side}`,
          `input=${side}`,
          `input size ${side}`,
          `input of ${side}`,
          `at ${side}`,
        ]
      : []),
    ...(input.length > 1
      ? [
          `@(${input.join(', ')})`,
          `on ${said}`,
          `on ${tight}`,
          `at ${said}`,
          `at ${said} resolution`,
          `on a ${said} feature map`,
          `on ${said} feature maps`,
          `over a ${said} feature map`,
          `on a ${said} input`,
          `on ${said} inputs`,
          `${said} input`,
          `${said} inputs`,
          `with ${said} input`,
          `with a ${said} input`,
          `for a ${said} input`,
          `for an input of ${said}`,
          `for ${said} inputs`,
          `for ${said} images`,
          `applied to a ${said} input`,
          `applied to ${said}`,
          `image size ${tight}`,
          `at resolution ${tight}`,
          `${said} feature map`,
        ]
      : []),
    ...(input.length === 2 && inputs === 1
      ? [`on ${tight} grayscale images`, `on a grayscale ${tight} image`]
      : []),
    ...(input.length === 2 && inputs === 3 ? [`on ${tight} RGB images`, `on an RGB ${tight} image`] : []),
  ];
}

/** Sizes together with the channels, in either order. Only where two equal sides tell which is which. */
export function shapeSpellings({ input = [], in: inputs }: SpokenLayer): readonly string[] {
  const [side, other] = input;
  if (input.length !== 2 || side !== other || inputs === side) return [];
  const last = `${side}x${side}x${inputs}`;
  const first = `${inputs}x${side}x${side}`;
  return [
    `@${first}`,
    `@${last}`,
    `with input ${last}`,
    `with input ${first}`,
    `input ${last}`,
    `input (${inputs}, ${side}, ${side})`,
    `input shape (${side}, ${side}, ${inputs})`,
    `on a ${last} image`,
    `on a ${first} image`,
    `on a ${last} input`,
    `${last} input`,
    `for a ${first} input`,
  ];
}
