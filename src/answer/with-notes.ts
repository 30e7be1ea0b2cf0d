import type { Answer } from './answer.ts';

/** An answer with sentences more in its small print, before the others. */
export function withNotes(answer: Answer, sentences: readonly string[]): Answer {
  if (sentences.length === 0) return answer;
  const { body } = answer;
  if (!body.some(({ kind }) => kind === 'note')) {
    return { ...answer, body: [...body, { kind: 'note', sentences }] };
  }
  const noted = body.map((block) =>
    block.kind === 'note' ? { ...block, sentences: [...sentences, ...block.sentences] } : block,
  );
  return { ...answer, body: noted };
}
