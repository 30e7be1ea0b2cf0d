import { blockLists } from './block-kit/block-lists.ts';
import { isObject, kindOf } from './block-kit/json.ts';
import { messageFields } from './block-kit/message-fields.ts';
import { nodesOf } from './block-kit/nodes-of.ts';
import { payloadRuleFaults } from './block-kit/payload-rule-faults.ts';
import { objectFaults, typedFaults } from './block-kit/spec-faults.ts';
import { type Fields, type Surface, types, views } from './block-kit/table.ts';

const blockNames = [...types]
  .filter(([, { kind }]) => kind === 'block' || kind === 'both')
  .map(([name]) => name);

/**
 * What Slack would refuse in a payload, or a careful app would not send: one line a fault, with its path, after
 * test/fixtures/slack/block-kit-limits.json. A message is what chat.postMessage or a response takes, with
 * `blocks` as an array; a modal or a home is a view.
 */
export function payloadFaults(payload: unknown, surface: Surface): string[] {
  if (!isObject(payload)) return [`payload: ${kindOf(payload)}, not an object`];
  const lists = blockLists(payload);
  const nodes = lists.flatMap(({ path, blocks }) => nodesOf(blocks, path));
  return [
    ...objectFaults(payload, topFields(surface), { path: '', surface }),
    ...lists.flatMap(({ path, blocks }) => blockFaults(blocks, path, surface)),
    ...payloadRuleFaults({ payload, surface, lists, nodes }),
  ];
}

function topFields(surface: Surface): Fields {
  return surface === 'message' ? messageFields : { '!type': `e:${surface}`, ...views[surface].fields };
}

/** How many there are is a rule about the payload. */
function blockFaults(blocks: unknown, path: string, surface: Surface): string[] {
  if (!Array.isArray(blocks)) return [`${path}: ${kindOf(blocks)}, not an array`];
  return blocks.flatMap((block, at) =>
    typedFaults(block, blockNames, { path: `${path}[${at}]`, surface }, { isBlock: true }),
  );
}
