import type { KnownBlock } from '@slack/types';
import { counted } from '../../../src/numbers-in-words.ts';
import { context } from './context.ts';

/** At most so many blocks; where there are more, a last one says how many. */
export function atMost(blocks: readonly KnownBlock[], most: number): KnownBlock[] {
  if (blocks.length <= most) return [...blocks];
  const left = blocks.length - (most - 1);
  return [...blocks.slice(0, most - 1), context(`… and ${counted(left, 'more part')} of this answer`)];
}
