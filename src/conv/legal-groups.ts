/**
 * The numbers of groups that a layer of these channels may have: the divisors of gcd(in, out), ascending.
 * Both are whole numbers ≥ 1. At most 240 for channels up to 1,000,000.
 */
export function legalGroups(inChannels: number, outChannels: number): number[] {
  const common = greatestCommonDivisor(inChannels, outChannels);
  const small: number[] = [];
  const large: number[] = [];
  for (let divisor = 1; divisor * divisor <= common; divisor += 1) {
    if (common % divisor !== 0) continue;
    small.push(divisor);
    if (divisor * divisor !== common) large.push(common / divisor);
  }
  return [...small, ...large.reverse()];
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
