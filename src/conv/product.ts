/** The product of all numbers; 1 for none. */
export function product(numbers: readonly number[]): number {
  let result = 1;
  for (const number of numbers) result *= number;
  return result;
}
