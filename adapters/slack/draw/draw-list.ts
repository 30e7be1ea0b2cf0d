import type { RichTextBlock } from '@slack/types';
import { type Block, code, text } from '../../../src/answer/answer.ts';
import { leaves } from './rich-text.ts';

/** A table of words as a list, its first cell as code: where a second native table is not allowed. */
export function drawList({ rows }: Extract<Block, { kind: 'table' }>): RichTextBlock {
  const items = rows.map(([first, ...others]) => {
    const rest = others.map((cell) => cell.text).join('; ');
    return leaves([code(first?.text ?? ''), text(`: ${rest}`)]);
  });
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: items.map((elements) => ({ type: 'rich_text_section', elements })),
      },
    ],
  };
}
