import { defaultLayer } from '../default-layer.ts';
import type { Facts } from '../facts.ts';
import type { Role } from './name-uses.ts';
import type { Pairing } from './pairing.ts';
import type { Piece } from './pieces.ts';

/** A bare number above it is no kernel where the question has fewer than three: people say `64 128`. */
export const largestBareKernel = 31;

/** Kernels that people write without a word for it are seldom larger. */
export const largestCommonKernel = 11;

/** A larger kernel is mostly an input size, or a number of channels, in the wrong place: the reading is told. */
export const largestUsualKernel = 15;

/**
 * How unlikely a layer is that a pairing of names and numbers gives: 0 for one that people write, 1 and more for
 * what would need a reason (a stride above the kernel, a kernel of 28×28, a fourth bare number).
 */
export function implausibility(
  { paired, loose }: Pairing,
  said: Facts,
): { readonly unusual: number; readonly conflicts: number } {
  const sidesOf = (role: Role) => {
    const value = paired.find((other) => other.role === role)?.value;
    return value && sidesIn(value);
  };
  const looseSides = loose.filter(({ isSides }) => isSides);
  const bare = loose.filter(({ isSides }) => !isSides);
  const has = (role: Role) => Object.hasOwn(said, role) || paired.some((other) => other.role === role);
  const channels = paired.filter(({ role }) => role === 'channels').length;
  const [firstSides] = looseSides;
  const named = sidesOf('kernel');
  const isNamed = has('kernel');
  const free = Number(!isNamed && !firstSides) + Number(!has('in')) + Number(!has('out')) - channels;
  const [first] = bare;
  const firstBare = Number(first?.text);
  const isBareKernel =
    first !== undefined && !isNamed && !firstSides && (firstBare <= largestBareKernel || bare.length >= free);
  const kernel =
    named ?? (firstSides && sidesIn(firstSides)) ?? (isBareKernel ? [firstBare] : [defaultLayer.kernel]);
  let cost = 0;
  const isEven = kernel.some((side) => side % 2 === 0);
  if (!isNamed && Math.max(...kernel) > largestCommonKernel)
    cost += isBareKernel && bare.length === 3 ? 0 : 3;
  else if (!isNamed && isEven) cost += 0.5;
  if (isBareKernel && bare.length < 3 && !isNamed && looseSides.length === 0) cost += 0.5;
  const ofFilters = paired.find(
    ({ role, name }) => role === 'kernel' && /filter|kernels/.test(name?.text ?? ''),
  );
  if (ofFilters && !isOfCommonKernel(sidesIn(ofFilters.value).slice(0, 2))) cost += 3;
  const stride = sidesOf('stride');
  if (stride && isLarger(stride, kernel) && !(isAll(kernel, 1) && isAll(stride, 2))) {
    const largest = Math.max(...stride);
    cost += largest > largestBareKernel ? 8 : largest > 8 ? 3 : 1;
  }
  const padding = sidesOf('padding');
  if (padding && isLarger(padding, kernel) && !said.dilation && !sidesOf('dilation')) cost += 1;
  else if (padding && Math.max(...padding) >= Math.max(...kernel) && Math.max(...kernel) > 0) cost += 0.5;
  const input = sidesOf('input') ?? sidesOf('inputNumber');
  if (input && isLarger(kernel, input)) cost += 1;
  const groups = Number(paired.find(({ role }) => role === 'groups')?.value.text ?? 1);
  const widths = paired.flatMap(({ role, value }) =>
    /^(?:in|out|channels|both)$/.test(role) ? [Number(value.text)] : [],
  );
  const others = [...widths, ...bare.slice(Number(isBareKernel)).map(({ text }) => Number(text))];
  if (groups > 1 && others.some((width) => width % groups !== 0)) cost += 1.5;
  // Each of these is a mistake of its own.
  let conflicts = 8 * repeated(paired);
  if (looseSides.some(({ text }) => text !== firstSides?.text)) conflicts += 6;
  if (firstSides && named && firstSides.text !== named.join('x')) conflicts += 6;
  if (bare.length > free) conflicts += 6;
  return { unusual: cost, conflicts };
}

/** Whether sides are as small as those of nearly all kernels. */
export function isOfCommonKernel(sides: readonly number[]): boolean {
  return sides.every((side) => side <= largestCommonKernel);
}

/** Sides that mostly are a kernel: equal, odd and at most 11. */
export function isKernelLike(text: string): boolean {
  const sides = text.split('x').map(Number);
  return sides.every((side) => side === sides[0] && side % 2 === 1 && side <= largestCommonKernel);
}

/** Whether a kernel is said by name, by loose sides, or by as many bare numbers as a layer has. */
export function hasKernel(pairing: Pairing, said: Facts): boolean {
  const isNamed = Object.hasOwn(said, 'kernel') || pairing.paired.some(({ role }) => role === 'kernel');
  const has = (role: Role) => pairing.paired.some((other) => other.role === role);
  const open = Number(!has('in')) + Number(!has('out'));
  const bare = pairing.loose.filter(({ isSides }) => !isSides).length;
  return isNamed || bare < pairing.loose.length || bare > open;
}

/** Where the numbers without a name would go, as `kernel=3`: readings with the same places mean the same. */
export function placesOf({ paired, loose }: Pairing, said: Facts): string[] {
  const has = (role: Role) => Object.hasOwn(said, role) || paired.some((other) => other.role === role);
  const sides = loose.filter(({ isSides }) => isSides).map(({ text }) => `kernel=${text}`);
  const channels = paired.filter(({ role }) => role === 'channels').map(({ value }) => value);
  const bare = [...loose.filter(({ isSides }) => !isSides), ...channels].sort((a, b) => a.at[0] - b.at[0]);
  const open = (['in', 'out'] as const).filter((place) => !has(place));
  const first = bare.find((number) => !channels.includes(number));
  const isKernelOpen = sides.length === 0 && !has('kernel');
  const isSmall = Number(first?.text) <= largestBareKernel;
  const kernel = first && isKernelOpen && (isSmall || bare.length > open.length) ? first : undefined;
  const rest = bare.filter((number) => number !== kernel);
  return [
    ...sides,
    ...(kernel ? [`kernel=${kernel.text}`] : []),
    ...rest.map(({ text }, index) => `${open[index] ?? `extra${index}`}=${text}`),
  ];
}

/** The sides of a value; of a whole number, that alone. */
export function sidesIn({ text, isSides }: Piece): number[] {
  if (!isSides) return [Number(text.replaceAll('_', ''))];
  return text.split('x').map((side) => Number(side.replaceAll('_', '')));
}

function isLarger(sides: readonly number[], than: readonly number[]): boolean {
  return sides.some((side, axis) => side > (than[axis] ?? than[0] ?? 0));
}

function isAll(sides: readonly number[], value: number): boolean {
  return sides.every((side) => side === value);
}

/** Names that were given two different numbers. */
function repeated(paired: Pairing['paired']): number {
  let count = 0;
  const seen = new Map<Role, string>();
  for (const { role, value } of paired) {
    const before = seen.get(role);
    if (before !== undefined && before !== value.text && role !== 'channels' && role !== 'inputNumber')
      count += 1;
    seen.set(role, value.text);
  }
  return count;
}
