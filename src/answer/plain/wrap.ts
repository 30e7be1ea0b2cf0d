/**
 * Breaks a paragraph into lines of at most `width` characters by turning spaces into line ends, one for one,
 * so that its length stays the same. A word longer than a line stands alone on its line.
 */
export function wrap(text: string, width: number): string {
  if (text.length <= width) return text;
  let lines = '';
  let start = 0;
  while (text.length - start > width) {
    const space = text.lastIndexOf(' ', start + width);
    const end = space > start ? space : text.indexOf(' ', start + width);
    if (end === -1) break;
    lines += `${text.slice(start, end)}\n`;
    start = end + 1;
  }
  return lines + text.slice(start);
}
