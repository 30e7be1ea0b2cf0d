import { cut } from './cut.ts';
import type { Part } from './part.ts';

/**
 * The texts of an answer's parts, all together within `most` characters. What is too long loses rows: tables
 * first, since their totals are told elsewhere, then formulas. Only where one row of each is still too much, the
 * longest text is cut. Everything that is left out says so.
 */
export function fitted(parts: readonly Part[], most: number): string[] {
  const texts = parts.map((part) => (part.kind === 'whole' ? part.text : part.draw(part.rows)));
  for (const kind of ['table', 'formula']) {
    for (const [index, part] of parts.entries()) {
      if (part.kind === 'whole' || part.of !== kind || total(texts) <= most) continue;
      const room = most - total(texts) + (texts[index]?.length ?? 0);
      texts[index] = part.draw(mostRows(part, room));
    }
  }
  while (total(texts) > most) {
    const longest = texts.reduce(
      (best, text, index) => (text.length > (texts[best] ?? '').length ? index : best),
      0,
    );
    const text = texts[longest] ?? '';
    const kept = Math.max(1, text.length - (total(texts) - most));
    texts[longest] = parts[longest]?.kind === 'rows' ? '…' : cut(text, kept);
  }
  return texts;
}

function total(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** As many rows as there is room for; at least one. A row more never makes the text shorter. */
function mostRows({ rows, draw }: Extract<Part, { kind: 'rows' }>, room: number): number {
  let fits = Math.min(1, rows);
  let tooMany = rows;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (draw(middle).length <= room) fits = middle;
    else tooMany = middle;
  }
  return fits;
}
