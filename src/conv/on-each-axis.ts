import type { Sides } from './layer.ts';

/** The same side on every axis. A loop, since this runs a dozen times a question and Array.from is slow. */
export function onEachAxis(side: number, rank: number): Sides {
  const sides: number[] = [];
  for (let axis = 0; axis < rank; axis += 1) sides.push(side);
  return sides;
}
