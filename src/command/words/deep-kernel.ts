import { entryOf } from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { valueMistake } from '../mistakes.ts';
import type { Mistake } from '../problem.ts';
import { inRange } from '../read-value.ts';
import type { Pairing } from './pairing.ts';
import type { Piece } from './pieces.ts';
import { sidesIn } from './plausible.ts';

/** What is known before a layer of its inputs and its dimensions. */
type Known = { readonly channels: number | undefined; readonly rank: number | undefined };

/**
 * Decides what three sides beside a count of filters are: "16 filters of 3x3x64" are 3×3 over 64 channels, unless the
 * layers have three dimensions, or their inputs are others.
 */
export function settleDeepKernel(draft: Draft, { channels, rank }: Known): Mistake | undefined {
  const { deepKernel, facts } = draft;
  if (!deepKernel) return undefined;
  draft.deepKernel = undefined;
  const { sides, at, isSaid } = deepKernel;
  const [height = 1, width = 1, depth = 1] = sides;
  const inputs = facts.in?.value ?? channels;
  const isDeep = rank !== 3 && (inputs === undefined || inputs === depth);
  const kernel = isDeep ? [height, width] : sides;
  const entry = entryOf('kernel');
  if (kernel.some((side) => !inRange(side, entry.range))) {
    return valueMistake(entry, 'out-of-range', kernel.join('x'), at);
  }
  facts.kernel = { value: kernel, at };
  if (!isDeep) return undefined;
  facts.in ??= { value: depth, at };
  if (isSaid) {
    const sentence = `Read as filters of ${height}×${width} over ${depth} channels, not as 3D.`;
    draft.guesses.push({ sentence, other: { at: [at[1], at[1]], text: ' 3d' } });
  }
  return undefined;
}

/**
 * "16 filters of 3x3x64" are filters of a 2D kernel, and 64 channels deep, unless other inputs or three dimensions are
 * said: that is known once the layer before is.
 */
export function withoutDeepKernel({ paired, loose }: Pairing, draft: Draft): Pairing {
  const isCounted = paired.some(({ role, name }) => role === 'out' && countsFilters(name));
  const named = paired.find(({ role }) => role === 'kernel');
  // "a kernel of 3x3x3, 20 filters" is a 3D kernel.
  if (named?.name && !countsFilters(named.name)) return { paired, loose };
  const kernels = loose.filter(({ isSides }) => isSides);
  const kernel = named?.value ?? kernels[0];
  if (kernels.length + Number(named !== undefined) > 1) return { paired, loose };
  const sides = kernel ? sidesIn(kernel) : [];
  if (!isCounted || !kernel || sides.length !== 3 || draft.facts.rank?.value === 3) return { paired, loose };
  const said = paired.find(({ role }) => role === 'in' || role === 'channels')?.value.text;
  if (said !== undefined && Number(said) !== sides[2]) return { paired, loose };
  draft.deepKernel = { sides, at: kernel.at, isSaid: said !== undefined };
  return { paired: paired.filter((one) => one !== named), loose: loose.filter((one) => one !== kernel) };
}

export function countsFilters(name: Piece | undefined): boolean {
  return /^(?:.* )?(?:filters?|kernels)$|^kernel$/.test(name?.text ?? '');
}
