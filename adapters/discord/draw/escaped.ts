type Rule = { readonly what: string; readonly pattern: RegExp; readonly source: string };

const formatting = 'https://support.discord.com/hc/articles/210298617';
const reference = 'https://docs.discord.com/developers/reference#message-formatting';

/** What Discord acts upon in a text, and where it says so. Each match gets a backslash, which nobody sees. */
const rules: readonly Rule[] = [
  { what: 'emphasis, spoilers, code, escapes', pattern: /[\\*_~|`]/g, source: formatting },
  { what: 'headings, quotes, bullets, small print', pattern: /^[ \t]*(?=[#>+-])/gm, source: formatting },
  { what: 'numbered lists', pattern: /(?<=^[ \t]*\d+)(?=\.\s)/gm, source: formatting },
  { what: 'masked links', pattern: /[[\]]/g, source: formatting },
  { what: 'mentions, emoji, times, links in brackets', pattern: /</g, source: reference },
  { what: '@everyone and @here', pattern: /@/g, source: reference },
  { what: 'bare links, emoji by name', pattern: /:(?=\S)/g, source: reference },
];

/** A text that Discord shows as it is. */
export function escaped(text: string): string {
  return rules.reduce(
    (safe, { pattern }) =>
      safe.replace(pattern, (match) => (match.trim() === '' ? `${match}\\` : `\\${match}`)),
    text,
  );
}
