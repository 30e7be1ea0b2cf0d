import { codePoints } from './code-points.ts';
import type { Json } from './json.ts';
import { type Node, nodesOf } from './nodes-of.ts';
import type { Rules, Sent } from './payload-rule-faults.ts';
import { rangeFaults } from './range-faults.ts';
import type { PayloadRule } from './table.ts';

/** Rules about how much there is of something in one payload. */
export const countRules: Rules = {
  blocks_per_surface: (rule, { surface, lists }) => {
    const range = rule[surface];
    if (!Array.isArray(range)) throw new Error(`no number of blocks for the surface ${surface}`);
    return lists.flatMap(({ path, blocks }) =>
      Array.isArray(blocks) ? rangeFaults(blocks.length, range.join('-'), path, 'item') : [],
    );
  },
  markdown_cumulative: (rule, sent) =>
    sumFaults(rule, ofTypes(sent, ['markdown']), ({ value }) => textLength(value), 'markdown'),
  one_table_family_per_message: (rule, sent) => countFaults(rule, ofTypes(sent, rule.types ?? [])),
  table_chars_cumulative: (rule, sent) =>
    sumFaults(rule, ofTypes(sent, ['table', 'data_table']), tableLength, 'cells of tables'),
  data_visualization_per_message: (rule, sent) => countFaults(rule, ofTypes(sent, ['data_visualization'])),
  plan_per_payload: (rule, sent) => countFaults(rule, ofTypes(sent, ['plan'])),
};

function ofTypes({ nodes }: Sent, types: readonly string[]): Node[] {
  return nodes.filter(({ value: { type } }) => typeof type === 'string' && types.includes(type));
}

/** Every one behind the last that is allowed. */
function countFaults({ max = 0 }: PayloadRule, found: readonly Node[]): string[] {
  return found
    .slice(max)
    .map(({ path, value }, at) => `${path}: ${value['type']} ${max + at + 1} of the payload, at most ${max}`);
}

function sumFaults(
  { max = 0 }: PayloadRule,
  found: readonly Node[],
  length: (node: Node) => number,
  what: string,
): string[] {
  const sum = found.map(length).reduce((total, one) => total + one, 0);
  return rangeFaults(sum, `0-${max}`, `all ${what}`, 'character');
}

/** What the cells say. A leaf of rich text without a text of its own shows its address or its name. */
function tableLength({ value: { rows }, path }: Node): number {
  return nodesOf(rows, path)
    .map(({ value }) => textLength(value))
    .reduce((total, one) => total + one, 0);
}

function textLength({ text, url, name }: Json): number {
  const shown = text ?? url ?? name;
  return typeof shown === 'string' ? codePoints(shown) : 0;
}
