import type { RichTextBlock } from '@slack/types';
import { clipLines } from './clip-lines.ts';
import { limits } from './limits.ts';

/** Text in a fixed-width font, line by line as it is. */
export function preformatted(text: string): RichTextBlock {
  const element = { type: 'text', text: clipLines(text, limits.richText) } as const;
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [element] }] };
}
