/**
 * Lines of a text that comes in parts, each as soon as its end is there. Of a longer line than `most`
 * characters only the beginning is kept. Text after the last newline is a line if there is any.
 */
export async function* splitLines(parts: AsyncIterable<string>, most: number): AsyncGenerator<string> {
  let kept = '';
  const keep = (part: string) => {
    if (kept.length < most) kept += part.slice(0, most - kept.length);
  };
  const take = () => {
    const line = kept.replace(/\r$/, '');
    kept = '';
    return line;
  };
  for await (const part of parts) {
    let start = 0;
    for (let end = part.indexOf('\n'); end !== -1; end = part.indexOf('\n', start)) {
      keep(part.slice(start, end));
      yield take();
      start = end + 1;
    }
    keep(part.slice(start));
  }
  if (kept !== '') yield take();
}
