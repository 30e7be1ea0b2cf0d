/** 12845056 → 12,845,056. For whole numbers. */
export function grouped(number: number): string {
  const digits = String(number);
  if (digits.length <= 3) return digits;
  let result = '';
  let end = digits.length;
  for (; end > 3; end -= 3) result = `,${digits.slice(end - 3, end)}${result}`;
  return digits.slice(0, end) + result;
}

/** Three significant digits; grouped from 1,000 up: 2.24, 44.7, 1,254. */
export function threeDigits(number: number): string {
  if (number >= 999.5) return grouped(Math.round(number));
  // Below a millionth toPrecision writes an exponent.
  return number >= 1e-6 || number === 0
    ? number.toPrecision(3)
    : number.toFixed(Math.min(100, 2 - Math.floor(Math.log10(number))));
}

/** A share as a percentage: 2.24 %. Never says 100 % of what is not the whole; a share of nothing is a dash. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return '–';
  if (share === 1) return '100 %';
  if (share === 0) return '0 %';
  const shown = threeDigits(share * 100);
  if (shown !== '100') return `${shown} %`;
  return share < 1 ? 'just under 100 %' : 'just over 100 %';
}

/** How many times smaller or larger: 44.7×. */
export function times(ratio: number): string {
  return `${threeDigits(ratio)}×`;
}

const scales = [
  [1e15, 'P'],
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** 40140800 → 40.1 M. Exact below 1,000. */
export function short(number: number): string {
  const [scale, letter] = scales.find(([least]) => number >= least * 0.9995) ?? [1, ''];
  return letter === '' ? grouped(number) : `${threeDigits(number / scale)} ${letter}`;
}

/** 51380224 → 51.4 MB: powers of ten. */
export function decimalBytes(bytes: number): string {
  const words = short(bytes);
  return /\d$/.test(words) ? `${words} B` : `${words}B`;
}

const binaryScales = [
  [2 ** 40, 'TiB'],
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
] as const;

/** 51380224 → 49.0 MiB: powers of two. */
export function binaryBytes(bytes: number): string {
  const [scale, unit] = binaryScales.find(([least]) => bytes >= least) ?? [1, 'B'];
  return unit === 'B' ? `${bytes} B` : `${threeDigits(bytes / scale)} ${unit}`;
}

/** "1 layer", "3 layers". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}
