/** What the page may load and do: its own files, and nothing else. The page keeps it as `<meta>` on any host. */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const;

/** The policy of a `<meta>`. */
export const pagePolicy = policy(directives);

/** The policy of a header, which alone can forbid frames (CSP 3, 6.4.2). */
export const headerPolicy = policy({ ...directives, 'frame-ancestors': "'none'" });

function policy(rules: Readonly<Record<string, string>>): string {
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
