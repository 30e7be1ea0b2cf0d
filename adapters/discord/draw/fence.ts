/**
 * Monospaced text in a fence. Nothing inside is acted upon but the fence's own end, and a backslash does not
 * escape that: back-ticks in threes become modifier letters (U+02CB) that look alike and are as wide.
 */
export function fence(text: string): string {
  const safe = text.replace(/`{3,}/g, (run) => 'ˋ'.repeat(run.length));
  return `\`\`\`\n${safe}\n\`\`\``;
}
