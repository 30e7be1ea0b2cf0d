/** The length that Slack counts: 😀 is one. */
export function codePoints(text: string): number {
  return [...text].length;
}
