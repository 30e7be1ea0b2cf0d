/** What must never be read in a log: tokens of Slack, URLs that post without a token, tokens of Discord. */
const secrets = [
  /\bxox[a-z]-[\w-]+/g,
  /\bxapp-[\w-]+/g,
  /\bxwfp-[\w-]+/g,
  /https:\/\/hooks\.slack(?:-gov)?\.com\/[^\s"'\\]+/g,
  /\bwss?:\/\/[^\s"'\\?]+\?[^\s"'\\]+/g, // Socket Mode's address carries its ticket
  /\b(?:Bot )?[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g,
  /(?<=\/(?:webhooks|interactions)\/\d{15,22}\/)[\w-]+/g,
];

/** A text as a log may show it. */
export function withoutSecrets(text: string): string {
  return secrets.reduce((clean, secret) => clean.replace(secret, '[secret]'), text);
}
