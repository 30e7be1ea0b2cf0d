import { isObject, type Json } from './json.ts';

export type BlockList = { readonly path: string; readonly blocks: unknown };

/** The lists of blocks of a payload: its own, and those of a message's attachments. */
export function blockLists({ blocks, attachments }: Json): BlockList[] {
  const attached = Array.isArray(attachments) ? attachments : [];
  return [
    { path: 'blocks', blocks },
    ...attached.map((attachment: unknown, at) => ({
      path: `attachments[${at}].blocks`,
      blocks: isObject(attachment) ? attachment['blocks'] : undefined,
    })),
  ].filter((list) => list.blocks !== undefined);
}
