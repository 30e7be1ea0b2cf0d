/** Faults of a number against a range as the table spells it: 1-255, or 0-* for no upper end. */
export function rangeFaults(number: number, range: string, path: string, unit?: string): string[] {
  const [, least, most] = /^(\d+)-(\d+|\*)$/.exec(range) ?? [];
  if (least === undefined || most === undefined) throw new Error(`not a range: ${range}`);
  const found = `${path}: ${counted(number, unit)}`;
  if (number < Number(least)) return [`${found}, at least ${counted(Number(least))}`];
  if (most !== '*' && number > Number(most)) return [`${found}, at most ${counted(Number(most))}`];
  return [];
}

/** 2,134 characters, 1 item. */
export function counted(number: number, unit?: string): string {
  const digits = number.toLocaleString('en');
  return unit === undefined ? digits : `${digits} ${unit}${number === 1 ? '' : 's'}`;
}
