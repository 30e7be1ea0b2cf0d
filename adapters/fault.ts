import { requestId } from './arrived.ts';

/** What a person is told about an exception, which is never their mistake. The id stands in the log as well. */
export type FaultReport = { readonly id: string; readonly sentence: string };

export function faultReport(): FaultReport {
  const id = requestId();
  return { id, sentence: `convparams failed, and not because of your question: error ${id}.` };
}
