import { isObject, type Json, pathTo } from './block-kit/json.ts';
import { type Node, nodesOf } from './block-kit/nodes-of.ts';
import { mrkdwnFaults } from './mrkdwn-faults.ts';

/** Elements of rich text that call many, name a place, or draw an emoji. */
const unwanted = ['broadcast', 'usergroup', 'channel', 'emoji'];

/**
 * What Slack takes but an app with manners does not send: one line a fault, with its path. `users` are those
 * that the payload may mention. Of a view, only the texts are looked at: it unfurls nothing.
 */
export function messageManners(
  payload: unknown,
  { users = [] }: { readonly users?: readonly string[] } = {},
): string[] {
  if (!isObject(payload)) return [];
  // What goes with a message as metadata is shown to nobody.
  const nodes = nodesOf({ ...payload, metadata: undefined });
  return [...quietFaults(payload), ...nodes.flatMap((node) => nodeFaults(node, users))];
}

function quietFaults(payload: Json): string[] {
  const isView = payload['type'] === 'modal' || payload['type'] === 'home';
  if (isView || (payload['blocks'] === undefined && payload['attachments'] === undefined)) return [];
  return ['unfurl_links', 'unfurl_media', 'mrkdwn']
    .filter((name) => payload[name] !== false)
    .map((name) => `${name}: not false`);
}

function nodeFaults({ path, value }: Node, users: readonly string[]): string[] {
  const { type, user_id } = value;
  if (type === 'user' && !users.some((id) => id === user_id))
    return [`${path}: ${user_id} is mentioned and is somebody else`];
  if (typeof type === 'string' && unwanted.includes(type)) return [`${path}: an element ${type}`];
  if (type === 'plain_text') return value['emoji'] === true ? [`${pathTo(path, 'emoji')}: true`] : [];
  // The payload itself and an attachment have no type of their own; a fallback is the text of an attachment.
  const formatted = type === 'mrkdwn' || path === '' || /^attachments\[\d+\]$/.test(path);
  return ['text', 'fallback'].flatMap((name) => {
    const text = value[name];
    if (!formatted || typeof text !== 'string') return [];
    return mrkdwnFaults(text, users).map((fault) => `${pathTo(path, name)}: ${fault}`);
  });
}
