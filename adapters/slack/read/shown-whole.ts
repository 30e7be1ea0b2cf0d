/**
 * The text of a file that Slack shows whole in its message, as it does with short snippets. Undefined for any
 * other: to read those, the app would have to be let at all files of its workspace (`files:read`).
 * docs.slack.dev/reference/objects/file-object
 */
export function shownWhole(file: unknown): string | undefined {
  if (typeof file !== 'object' || file === null) return undefined;
  if (!('preview' in file) || typeof file.preview !== 'string') return undefined;
  const isCut = 'lines_more' in file && file.lines_more !== 0;
  const isTruncated = 'preview_is_truncated' in file && file.preview_is_truncated === true;
  return isCut || isTruncated ? undefined : file.preview;
}
