/**
 * What has a meaning in every text that Slack reads as mrkdwn, which the top-level text and `mrkdwn` objects are:
 * `<` begins a mention or a link (docs.slack.dev/messaging/formatting-message-text#escaping).
 */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text that shows as it is. Stars and back-ticks have no escape: what a person typed goes into rich text. */
export function escaped(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (character) => entities[character] ?? character) : text;
}
