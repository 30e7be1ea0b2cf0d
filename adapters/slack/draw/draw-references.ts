import type { ContextBlock } from '@slack/types';
import type { Block } from '../../../src/answer/answer.ts';
import { escaped } from './escaped.ts';

/** References as links. They are the answer's own, never text that a person typed. */
export function drawReferences({ references }: Extract<Block, { kind: 'references' }>): ContextBlock {
  const links = references.map(({ text, url }) => `<${url}|${escaped(text)}>`);
  return { type: 'context', elements: [{ type: 'mrkdwn', text: links.join(' · '), verbatim: true }] };
}
