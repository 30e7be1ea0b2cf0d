import type { Fields, TypeSpec } from './table.ts';

/** What a type may hold where it stands, the stricter value wherever the table has two. */
export function fieldsOf(
  { kind, fields, safe = {} }: TypeSpec,
  { isBlock, text }: { readonly isBlock: boolean; readonly text?: string },
): Fields {
  const specs = Object.entries(fields)
    // The table's note on image: as an element it has neither.
    .filter(([name]) => kind !== 'both' || isBlock || (name !== 'title' && name !== 'block_id'))
    .map(([name, spec]) => {
      const most = safe[name];
      const least = most === undefined ? spec : spec.replace(/-\d+/, `-${most}`);
      if (name === 'column_settings') return [name, least.replace(/any$/, 'o:column')];
      if (name === 'style' && kind === 'leaf') return [name, 'o:style'];
      return [name, least];
    });
  // `type` is read before.
  return {
    '!type': 'any',
    ...Object.fromEntries(specs),
    ...(text === undefined ? {} : { '!text': `s:${text}` }),
  };
}
