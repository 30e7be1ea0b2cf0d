/** The most that every chat shows on a button: Slack's 75 characters. */
const longestLabel = 75;

/** A button shows the question that it asks, where that fits on one. */
export function questionLabel(command: string, otherwise: string): string {
  return command.length <= longestLabel && !command.includes('\n') ? command : otherwise;
}
