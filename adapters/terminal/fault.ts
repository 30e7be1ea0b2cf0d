import { faultReport } from '../fault.ts';
import type { Io } from './io.ts';

/** What a terminal shows of an exception: the sentence with its id, and the stack if DEBUG is set. */
export function fault(error: unknown, env: Io['env']): { readonly id: string; readonly text: string } {
  const { id, sentence } = faultReport();
  const stack = error instanceof Error ? error.stack : String(error);
  return { id, text: env['DEBUG'] ? `${sentence}\n${stack}\n` : `${sentence}\n` };
}
