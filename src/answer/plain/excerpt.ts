import type { Block } from '../answer.ts';

/** East Asian characters that take two columns in a terminal. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** The question, and carets under the place of the mistake. */
export function plainExcerpt({ text, at: [start, end] }: Extract<Block, { kind: 'excerpt' }>): string {
  const wideBefore = text.slice(0, start).match(wide)?.length ?? 0;
  return `${text}\n${' '.repeat(start + wideBefore)}${'^'.repeat(Math.max(1, end - start))}`;
}
