import type { Answer, Block, Inline } from '../../src/answer/answer.ts';
import { grouped } from '../../src/numbers-in-words.ts';

/** Inlines as one text. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('');
}

/** What a lead says was guessed, a sentence each; they stand before the sentence that answers. */
export function guessesOf({ lead }: Answer): string[] {
  return lead.filter(({ kind }) => kind === 'guess').map(({ text }) => text.trim());
}

/** A lead without what was guessed. */
export function answeringPart({ lead }: Answer): Inline[] {
  return lead.filter(({ kind }) => kind !== 'guess');
}

/** Every text of a block, one a line, a cell or a sentence. */
export function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'table':
      return [
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap((row) => row.map(({ text }) => text)),
      ];
    case 'formula':
      return block.lines.flatMap(({ label, expression, result }) => [label, expression, signed(result)]);
    case 'paragraph':
      return [inlineText(block.inlines)];
    case 'excerpt':
      return [block.text];
    case 'note':
      return [...block.sentences];
    case 'references':
      return block.references.flatMap(({ text, url }) => [text, url]);
  }
}

/** Every text of an answer that a person reads, the labels and commands of its actions apart. */
export function answerTexts({ title, lead, body }: Answer): string[] {
  return [title, inlineText(lead), ...body.flatMap(blockTexts)];
}

/** The blocks of one kind. */
export function blocksOf<K extends Block['kind']>(answer: Answer, kind: K): Extract<Block, { kind: K }>[] {
  return answer.body.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
}

/** The numbers that a text shows, as it shows them: 12,845,056 or 2.24. */
export function numbersIn(text: string): string[] {
  return text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
}

/** Whether a text shows a number, and not merely a longer one that contains it. */
export function showsNumber(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at !== -1; at = text.indexOf(number, at + 1)) {
    const isCutBefore = /\d[,.]?$/.test(text.slice(Math.max(0, at - 2), at));
    const isCutAfter = /^(?:\d|[,.]\d)/.test(text.slice(at + number.length, at + number.length + 2));
    if (!isCutBefore && !isCutAfter) return true;
  }
  return false;
}

function signed(result: number): string {
  return result < 0 ? `−${grouped(-result)}` : grouped(result);
}
