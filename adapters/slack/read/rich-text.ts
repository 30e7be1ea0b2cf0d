/** Elements of rich text, as far as they are read; every kind nests in `elements`. */
export type RichTextNode = {
  readonly type: string;
  readonly text?: unknown;
  readonly url?: unknown;
  readonly channel_id?: unknown;
  readonly value?: unknown;
  readonly fallback?: unknown;
  readonly style?: unknown;
  readonly elements?: unknown;
};

/** Rich text as text, its code between back-ticks. */
export function richTextAsText(node: RichTextNode): string {
  const inner = () => childrenOf(node).map(richTextAsText);
  switch (node.type) {
    case 'text':
      return isCode(node.style) ? `\`${string(node.text)}\`` : string(node.text);
    case 'link':
      return string(node.text) || string(node.url);
    // Who else is to read it, and how somebody feels: a question has no place for these.
    case 'user':
    case 'usergroup':
    case 'broadcast':
    case 'emoji':
      return ' ';
    case 'channel':
      return `#${string(node.channel_id)}`;
    case 'color':
      return string(node.value);
    case 'date':
      return string(node.fallback);
    case 'rich_text_preformatted':
      return `\n\`\`\`\n${inner().join('')}\n\`\`\`\n`;
    case 'rich_text_list':
    case 'rich_text':
      return inner().join('\n');
    default:
      // Of a kind that Slack may add, at least the name shows that there was something.
      return node.elements === undefined ? string(node.text) || node.type : inner().join('');
  }
}

export function isRichTextNode(value: unknown): value is RichTextNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function childrenOf({ elements }: RichTextNode): RichTextNode[] {
  return Array.isArray(elements) ? elements.filter(isRichTextNode) : [];
}

function isCode(style: unknown): boolean {
  return typeof style === 'object' && style !== null && 'code' in style && style.code === true;
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
