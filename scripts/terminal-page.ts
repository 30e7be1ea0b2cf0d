/** The codes that our terminal output has (ECMA-48 calls them SGR), as tags. */
const tags: Readonly<Record<string, string>> = {
  '1': '<b>',
  '22': '</b>',
  '32': '<i>',
  '39': '</i>',
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A page that looks like a terminal in which a command was typed. */
export function terminalPage(command: string, output: string): string {
  const escaped = output.replace(/[&<>]/g, (character) => entities[character] ?? '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what begins a code
  const marked = escaped.replace(/\u001b\[(\d+)m/g, (_, code: string) => tags[code] ?? '');
  return `<!doctype html><meta charset="utf-8"><title>Terminal</title><style>${styles}</style>
<main><pre><s>$</s> ${command}\n${marked}</pre></main>`;
}

const styles = `
  body { margin: 0; background: #16181d }
  main { width: max-content; padding: 28px 36px; background: #16181d }
  pre { margin: 0; color: #e4e2dc; font: 16px/1.55 'IBM Plex Mono', 'DejaVu Sans Mono', monospace }
  s { color: #8fb0ff; text-decoration: none }
  i { color: #7fd69b; font-style: normal }
`;
