type Rule = { readonly what: string; readonly pattern: RegExp; readonly source: string };

const formatting = 'https://support.discord.com/hc/articles/210298617';
const reference = 'https://docs.discord.com/developers/reference#message-formatting';

/**
 * What Discord acts upon in a text, and where it says so. What is matched gets a backslash, which nobody sees:
 * before it, or behind it where that is what makes the next character live.
 */
const rules: readonly Rule[] = [
  { what: 'emphasis, spoilers, code, escapes', pattern: /[\\*_~|`]/, source: formatting },
  { what: 'headings, quotes, bullets, small print', pattern: /^[ \t]*(?=[#>+-])/, source: formatting },
  { what: 'numbered lists', pattern: /^[ \t]*\d+(?=\.\s)/, source: formatting },
  { what: 'masked links', pattern: /[[\]]/, source: formatting },
  { what: 'mentions, emoji, times, links in brackets', pattern: /</, source: reference },
  { what: '@everyone and @here', pattern: /@/, source: reference },
  { what: 'bare links, emoji by name', pattern: /:(?=\S)/, source: reference },
];

// All in one pass: what one rule matches, no other does.
const live = new RegExp(rules.map(({ pattern }) => pattern.source).join('|'), 'gm');
const beforeLive = /^[ \t]*\d*$/;

/** A text that Discord shows as it is. */
export function escaped(text: string): string {
  return text.replace(live, (match) => (beforeLive.test(match) ? `${match}\\` : `\\${match}`));
}
