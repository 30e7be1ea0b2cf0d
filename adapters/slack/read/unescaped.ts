const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * Text of a person as that person typed it: Slack escapes three characters, and puts what it made a link or a
 * mention of between `<` and `>`. Who is mentioned says nothing about a layer, and becomes a space.
 */
export function unescaped(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text.replace(/<([^<>\n]*)>|&(?:amp|lt|gt);/g, (found, inner: string | undefined) => {
    if (inner === undefined) return entities[found] ?? found;
    const [target = '', label] = inner.split('|');
    if (/^(?:@|!(?!date))/.test(target)) return ' ';
    if (target.startsWith('#')) return `#${entitiesOf(label ?? target.slice(1))}`;
    return entitiesOf(label ?? target.replace(/^mailto:/, ''));
  });
}

function entitiesOf(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (found) => entities[found] ?? found);
}
