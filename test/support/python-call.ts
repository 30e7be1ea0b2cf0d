/** A value of a fixture. */
type Literal = number | boolean | string | readonly number[];

/** `nn.Conv2d(in_channels=3, kernel_size=(3, 1))`: a call as a person writes it. */
export function pythonCall(callee: string, named: Readonly<Record<string, Literal>>): string {
  const written = Object.entries(named).map(([name, value]) => `${name}=${python(value)}`);
  return `${callee}(${written.join(', ')})`;
}

export function python(value: Literal): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  return value.length === 1 ? `(${value[0]},)` : `(${value.join(', ')})`;
}
