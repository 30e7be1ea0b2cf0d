/** Where the answers' sources are. */
const linkHosts = ['arxiv.org', 'docs.pytorch.org', 'keras.io'];

const mention = /<@([UW][A-Z0-9]+)>/g;
const link = new RegExp(
  `<https://(?:${linkHosts.map((host) => host.replaceAll('.', '\\.')).join('|')})/[^|<>\\s]*(?:\\|[^|<>\\n]+)?>`,
  'g',
);

/**
 * What would come to life, or come out wrong, in a text that Slack formats: anything in angle brackets but a
 * mention of one of these users and a link to one of our sources, and a bracket or an ampersand of its own.
 * https://docs.slack.dev/messaging/formatting-message-text: &, < and > are escaped as &amp;, &lt; and &gt;, and
 * no other entity is read.
 */
export function mrkdwnFaults(text: string, users: readonly string[]): string[] {
  const strangers = [...text.matchAll(mention)].filter(([, id = '']) => !users.includes(id));
  // A space in its place: what stood around it must not become a sequence of its own.
  const others = text.replace(mention, ' ').replace(link, ' ');
  const sequences = others.match(/<[^<>]*>/g) ?? [];
  const rest = others.replace(/<[^<>]*>/g, ' ');
  return [
    ...strangers.map(([found]) => `${found} mentions somebody else`),
    ...sequences.map((found) => `${found} is no mention of a user and no link to a source`),
    ...(/[<>]/.test(rest) ? ['a raw < or >'] : []),
    ...(/&(?!(?:amp|lt|gt);)/.test(text) ? ['a bare &'] : []),
  ];
}
