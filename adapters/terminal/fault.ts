import { randomUUID } from 'node:crypto';
import type { Io } from './io.ts';

/** What a person is told about an exception, which is never their mistake; the id stands in a report of it. */
export function fault(error: unknown, env: Io['env']): { readonly id: string; readonly text: string } {
  const id = randomUUID().slice(0, 8);
  const stack = error instanceof Error ? error.stack : String(error);
  const sentence = `convparams failed, and not because of your question: error ${id}.`;
  return { id, text: env['DEBUG'] ? `${sentence}\n${stack}\n` : `${sentence}\n` };
}
