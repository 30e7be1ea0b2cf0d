const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * Text of a person as that person typed it: Slack escapes three characters, and puts what it made a link or a
 * mention of between `<` and `>`. `own` is the app's own user id, whose mention says nothing.
 */
export function unescaped(text: string, own?: string): string {
  if (!/[<&]/.test(text)) return text;
  return text.replace(/<([^<>\n]*)>|&(?:amp|lt|gt);/g, (found, inner: string | undefined) => {
    if (inner === undefined) return entities[found] ?? found;
    const [target = '', label] = inner.split('|');
    if (target === `@${own}`) return ' ';
    if (/^[@#!]/.test(target))
      return label === undefined ? target.replace('!', '@') : labelled(target, label);
    return entitiesOf(label ?? target.replace(/^mailto:/, ''));
  });
}

/** `#general` for a channel, `@ada` for a user or a group. */
function labelled(target: string, label: string): string {
  const name = entitiesOf(label).replace(/^[@#]/, '');
  return (target.startsWith('#') ? '#' : '@') + name;
}

function entitiesOf(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (found) => entities[found] ?? found);
}
