import type { Inline } from '../../../src/answer/answer.ts';
import { escaped } from './escaped.ts';
import type { Say } from './localiser.ts';

/** Inlines as Discord's markup. */
export function inlines(list: readonly Inline[], say: Say): string {
  return list.map((inline) => inlineMarkup(inline, say)).join('');
}

function inlineMarkup({ kind, text }: Inline, say: Say): string {
  switch (kind) {
    case 'text':
    case 'guess':
      return escaped(say(text));
    case 'strong':
      return `**${escaped(say(text))}**`;
    case 'code':
      // Code is typed again as it stands, so its numbers stay; a back-tick would end it.
      return `\`${text.replaceAll('`', 'ˋ')}\``;
  }
}
