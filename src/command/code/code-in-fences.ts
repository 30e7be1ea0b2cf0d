/** The contents of fences and of back-ticks in a message, in order. Linear in its length. */
export function codeInFences(message: string): string[] {
  return [...message.matchAll(/```([\s\S]*?)```|`([^`\n]+)`/g)].map(
    ([, fenced, inline]) => fenced ?? inline ?? '',
  );
}
