import { type Json, pathTo, shown } from './json.ts';
import type { Node } from './nodes-of.ts';
import type { Rules } from './payload-rule-faults.ts';

/** Rules about which things may stand together, and where. */
export const placeRules: Rules = {
  block_id_unique: (_, { nodes }) => repeated(nodes, 'block_id'),
  action_id_unique: (_, { nodes }) => eachBlock(nodes).flatMap((group) => repeated(group, 'action_id')),
  submit_required_if_input: (rule, { surface, payload, nodes }) =>
    surface === rule.surface && payload['submit'] === undefined && nodes.some(isInput)
      ? ['submit: missing, there is an input block']
      : [],
  one_focus_on_load: (rule, { surface, nodes }) =>
    surface === rule.surface
      ? again(
          nodes.filter(({ value }) => value['focus_on_load'] === true),
          'focus_on_load',
        )
      : [],
  response_url_enabled: (_, { surface, nodes }) =>
    nodes
      .filter(({ value }) => value['response_url_enabled'] !== undefined)
      .filter(({ block }) => surface !== 'modal' || block?.['type'] !== 'input')
      .map(({ path }) => `${pathTo(path, 'response_url_enabled')}: only in an input block of a modal`),
  one_primary_button_per_set: (_, { nodes }) =>
    eachBlock(nodes).flatMap((group) => again(group.filter(isPrimaryButton), 'style')),
};

function isInput({ value }: Node): boolean {
  return value['type'] === 'input';
}

/** A dialog for confirming has a style too, and is no button. */
function isPrimaryButton({ value: { type, style } }: Node): boolean {
  return (type === 'button' || type === 'workflow_button') && style === 'primary';
}

/** What each block holds, without the blocks that it holds. */
function eachBlock(nodes: readonly Node[]): Node[][] {
  const groups = new Map<Json | undefined, Node[]>();
  for (const node of nodes) groups.set(node.block, [...(groups.get(node.block) ?? []), node]);
  return [...groups.values()];
}

function repeated(nodes: readonly Node[], field: string): string[] {
  const first = new Map<unknown, string>();
  return nodes.flatMap(({ path, value: { [field]: id } }) => {
    if (id === undefined) return [];
    const before = first.get(id);
    if (before === undefined) first.set(id, path);
    return before === undefined ? [] : [`${pathTo(path, field)}: ${shown(id)} again, first at ${before}`];
  });
}

/** Where one is allowed: all but the first. */
function again([first, ...others]: readonly Node[], field: string): string[] {
  return others.map(
    ({ path, value }) => `${pathTo(path, field)}: ${shown(value[field])} again, first at ${first?.path}`,
  );
}
