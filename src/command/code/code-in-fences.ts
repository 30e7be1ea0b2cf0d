/**
 * The contents of fences, without the language that they begin with, and of back-ticks in a message, in order.
 * Linear in its length.
 */
export function codeInFences(message: string): string[] {
  return [...message.matchAll(/```(?:[\w+-]{1,20}\n)?([\s\S]*?)```|`([^`\n]+)`/g)].map(
    ([, fenced, inline]) => fenced ?? inline ?? '',
  );
}
