import type { Result } from '../result.ts';
import type { Answer } from './answer.ts';
import { presentCompare } from './present-compare.ts';
import { presentLayer } from './present-layer.ts';
import { presentModel } from './present-model.ts';
import { presentStack } from './present-stack.ts';

/** The answer to a priced question. */
export function present(result: Result): Answer {
  switch (result.kind) {
    case 'layer':
      return presentLayer(result);
    case 'stack':
      return presentStack(result);
    case 'compare':
      return presentCompare(result);
    case 'model':
      return presentModel(result);
  }
}
