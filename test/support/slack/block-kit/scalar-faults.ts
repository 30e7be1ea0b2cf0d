import { codePoints } from './code-points.ts';
import { kindOf, shown } from './json.ts';
import { rangeFaults } from './range-faults.ts';

/** Faults of a value that holds no other ones, after a form of the table; undefined where the form is no such one. */
export function scalarFaults(form: string, rest: string, value: unknown, path: string): string[] | undefined {
  switch (form) {
    case 'any':
      return [];
    case 'b':
      return typeof value === 'boolean' ? [] : [`${path}: ${kindOf(value)}, not a boolean`];
    case 'n':
      return Number.isFinite(value) ? [] : [`${path}: ${shown(value)}, not a finite number`];
    case 'i':
      return integerFaults(value, rest, path);
    case 's':
      return stringFaults(value, rest, path);
    case 'url':
      return stringFaults(value, rest, path, isWebAddress, 'not an http(s) address');
    case 're':
      return stringFaults(value, '0-*', path, (text) => new RegExp(rest, 'u').test(text), `not ${rest}`);
    case 'e':
      return rest.split('|').some((name) => name === value)
        ? []
        : [`${path}: ${shown(value)}, not one of ${rest.split('|').join(', ')}`];
    default:
      return undefined;
  }
}

function integerFaults(value: unknown, range: string, path: string): string[] {
  if (typeof value !== 'number' || !Number.isInteger(value))
    return [`${path}: ${shown(value)}, not an integer`];
  return rangeFaults(value, range, path);
}

function stringFaults(
  value: unknown,
  range: string,
  path: string,
  isRight: (text: string) => boolean = () => true,
  otherwise = '',
): string[] {
  if (typeof value !== 'string') return [`${path}: ${kindOf(value)}, not a string`];
  const faults = rangeFaults(codePoints(value), range, path, 'character');
  return isRight(value) ? faults : [...faults, `${path}: ${shown(value)}, ${otherwise}`];
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
