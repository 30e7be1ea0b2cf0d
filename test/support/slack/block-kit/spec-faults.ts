import { choiceFaults } from './choice-faults.ts';
import { crossFieldFaults } from './cross-field-faults.ts';
import { fieldsOf } from './fields-of.ts';
import { isObject, kindOf, pathTo, shown } from './json.ts';
import { rangeFaults } from './range-faults.ts';
import { scalarFaults } from './scalar-faults.ts';
import { type Fields, groups, objects, type Surface, types } from './table.ts';

type Place = { readonly path: string; readonly surface: Surface };

/** Faults of a value after a form of the table: `s:1-255`, `a:1-25:@actions_el`. */
export function specFaults(spec: string, value: unknown, place: Place): string[] {
  // A pattern has colons of its own: the first one ends the form.
  const [form = '', ...others] = spec.split(':');
  const rest = others.join(':');
  const scalar = scalarFaults(form, rest, value, place.path);
  if (scalar) return scalar;
  switch (form) {
    case 'pt':
      return typedFaults(value, ['plain_text'], place, { text: rest });
    case 'tx':
      return typedFaults(value, ['plain_text', 'mrkdwn'], place, { text: rest });
    case 'a': {
      const [, range = '', item = ''] = /^([^:]*):(.*)$/s.exec(rest) ?? [];
      return arrayFaults(value, range, item, place);
    }
    case 'rows': {
      const [rows = '', cells = ''] = others;
      return arrayFaults(value, rows, `a:${cells}:@table_cell`, place);
    }
    case 'o':
      return objectFaults(value, objectOf(rest), place);
    case 'chart':
      return objectFaults(
        value,
        objectOf(isObject(value) && value['type'] === 'pie' ? 'pie_chart' : 'axes_chart'),
        place,
      );
    case 'el':
      return typedFaults(value, namesOf(rest), place, { isBlock: holdsBlocks(rest) });
    default:
      // An array names its elements without `el:`.
      return typedFaults(value, namesOf(spec), place, { isBlock: holdsBlocks(spec) });
  }
}

/** Faults of an object with these fields: what is missing, what is unknown, and what is wrong with the others. */
export function objectFaults(value: unknown, fields: Fields, place: Place): string[] {
  if (!isObject(value)) return [`${place.path || 'payload'}: ${kindOf(value)}, not an object`];
  const specs = new Map(Object.entries(fields).map(([name, spec]) => [name.replace(/^!/, ''), spec]));
  const missing = Object.keys(fields)
    .filter((name) => name.startsWith('!') && value[name.slice(1)] === undefined)
    .map((name) => `${pathTo(place.path, name.slice(1))}: missing`);
  // JSON has no undefined: such a field is not sent.
  const present = Object.entries(value).filter(([, held]) => held !== undefined);
  const wrong = present.flatMap(([name, held]) => {
    const path = pathTo(place.path, name);
    const spec = specs.get(name);
    return spec === undefined ? [`${path}: unknown field`] : specFaults(spec, held, { ...place, path });
  });
  return [...missing, ...wrong];
}

/** Faults of a block, an element or a text object that has to be one of these types. */
export function typedFaults(
  value: unknown,
  allowed: readonly string[],
  place: Place,
  { isBlock = false, text }: { readonly isBlock?: boolean; readonly text?: string } = {},
): string[] {
  const { path, surface } = place;
  if (!isObject(value)) return [`${path}: ${kindOf(value)}, not an object`];
  const { type } = value;
  if (type === undefined) return [`${path}.type: missing`];
  const spec = typeof type === 'string' ? types.get(type) : undefined;
  if (typeof type !== 'string' || !spec) return [`${path}.type: ${shown(type)}, an unknown type`];
  if (!allowed.includes(type)) return [`${path}.type: ${type} does not go here`];
  const isElsewhere = spec.surfaces !== undefined && !spec.surfaces.includes(surface);
  return [
    ...(isElsewhere ? [`${path}: ${type} is not for the surface ${surface}`] : []),
    ...objectFaults(value, fieldsOf(spec, { isBlock, ...(text ? { text } : {}) }), place),
    ...choiceFaults(spec, value, path),
    ...crossFieldFaults(type, value, path),
  ];
}

function arrayFaults(value: unknown, range: string, item: string, place: Place): string[] {
  const { path } = place;
  if (!Array.isArray(value)) return [`${path}: ${kindOf(value)}, not an array`];
  return [
    ...rangeFaults(value.length, range, path, 'item'),
    // A hole becomes null in JSON: spread, it is a value like any other.
    ...[...value].flatMap((held, index) => specFaults(item, held, { ...place, path: `${path}[${index}]` })),
  ];
}

function objectOf(name: string): Fields {
  const fields = objects.get(name);
  if (!fields) throw new Error(`not an object of the table: ${name}`);
  return fields;
}

/** The types that `@group|type` names. */
function namesOf(spec: string): string[] {
  return spec.split('|').flatMap((name) => {
    const members = name.startsWith('@') ? groups.get(name.slice(1)) : types.has(name) && [name];
    if (!members) throw new Error(`not a form of the table: ${spec}`);
    return [...members];
  });
}

/** An image is a block beside blocks, and an element beside elements or alone. */
function holdsBlocks(spec: string): boolean {
  return namesOf(spec).some((name) => types.get(name)?.kind === 'block');
}
