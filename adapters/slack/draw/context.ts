import type { ContextBlock } from '@slack/types';
import { clip } from './clip.ts';
import { limits } from './limits.ts';
import { plainText } from './plain-text.ts';

/** Small print. */
export function context(text: string): ContextBlock {
  return { type: 'context', elements: [plainText(clip(text, limits.sectionText))] };
}
