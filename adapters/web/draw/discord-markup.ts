import { discordInlines } from './discord-inlines.ts';
import { type Piece, tag } from './piece.ts';

/**
 * Discord's markup as pieces of a page, as far as our own texts use it: headings, small print, fences, and
 * what stands in a line.
 * Source: https://support.discord.com/hc/articles/210298617
 */
export function discordMarkup(content: string): Piece[] {
  return content.split(/(```\n[\s\S]*?\n```)/).flatMap((part) => {
    const [, fenced] = /^```\n([\s\S]*)\n```$/.exec(part) ?? [];
    if (fenced !== undefined)
      return [tag('pre', { class: 'scroll', 'data-name': firstLine(fenced) }, fenced)];
    return part
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(line);
  });
}

/** What tells a fence from the others of its message. */
function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/ +/g, ' ');
}

function line(text: string): Piece {
  if (text.startsWith('## ')) return tag('h3', {}, ...discordInlines(text.slice(3)));
  if (text.startsWith('-# ')) return tag('p', {}, tag('small', {}, ...discordInlines(text.slice(3))));
  return tag('p', {}, ...discordInlines(text));
}
