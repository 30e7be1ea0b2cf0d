import { setTimeout } from 'node:timers/promises';

/** What a condition gives once it gives something. A failure says what there was not. */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  ms = 2_000,
  failure = `not ${condition}`,
): Promise<NonNullable<T>> {
  for (const end = performance.now() + ms; ; await setTimeout(1)) {
    const found = await condition();
    // `false` is what most conditions say until they hold.
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > end) throw new Error(`${failure} within ${ms} ms`);
  }
}
