/**
 * What a formula line's expression comes to: sums of products and quotients of whole numbers, grouped with
 * commas, from left to right. Anything else is not a formula line.
 */
export function evaluate(expression: string): number {
  const plain = expression.replaceAll('·', '*').replaceAll('−', '-').replace(/[, ]/g, '');
  if (!/^-?\d+(?:[-+*/]\d+)*$/.test(plain)) throw new Error(`not a formula line: ${expression}`);
  let sum = 0;
  for (const [, sign, product = ''] of plain.matchAll(/(^-?|[-+])([\d*/]+)/g)) {
    let value = 1;
    for (const [, operator, number] of product.matchAll(/(^|[*/])(\d+)/g)) {
      value = operator === '/' ? value / Number(number) : value * Number(number);
    }
    sum += sign === '-' ? -value : value;
  }
  return sum;
}
