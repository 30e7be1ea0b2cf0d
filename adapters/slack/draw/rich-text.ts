import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Inline } from '../../../src/answer/answer.ts';
import { clip } from './clip.ts';
import { limits } from './limits.ts';

/** A paragraph. Rich text has no markup, so that nothing in it can come alive. */
export function richText(inlines: readonly Inline[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: leaves(inlines) }] };
}

/** Inlines as elements of rich text; what is beyond the limit is cut visibly. */
export function leaves(inlines: readonly Inline[]): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let room: number = limits.richText;
  for (const inline of inlines) {
    const text = clip(inline.text, room);
    if (text !== '') elements.push(leaf({ ...inline, text }));
    room -= text.length;
    if (room <= 1) break;
  }
  return elements;
}

function leaf({ kind, text }: Inline): RichTextElement {
  switch (kind) {
    case 'text':
    case 'guess':
      return { type: 'text', text };
    case 'strong':
      return { type: 'text', text, style: { bold: true } };
    case 'code':
      return { type: 'text', text, style: { code: true } };
  }
}
