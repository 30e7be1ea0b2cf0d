/** Characters that phones and chats put in place of what was typed, each one UTF-16 unit for one. */
const replacements: Readonly<Record<string, string>> = {
  '×': 'x',
  '✕': 'x',
  '✖': 'x',
  '⨯': 'x',
  '∗': '*',
  '·': '*',
  '⇒': '→',
  '➔': '→',
  '➜': '→',
  '⟶': '→',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '、': ',',
  '，': ',',
  '。': '.',
  '\u200b': ' ',
  '\u200c': ' ',
  '\u200d': ' ',
  '\u2060': ' ',
  '\ufeff': ' ',
};

/**
 * The text as it was meant: smart punctuation and full-width characters as ASCII, invisible characters as
 * spaces. The length never changes, so every position in the result is a position in the original.
 */
export function fold(text: string): string {
  // Between blanks a middle dot separates, as in the titles of answers; elsewhere it multiplies.
  return text.replace(/ · /g, ' , ').replace(/[^\n\x20-\x7e]/g, foldCharacter);
}

function foldCharacter(character: string): string {
  const replacement = replacements[character];
  if (replacement !== undefined) return replacement;
  const code = character.charCodeAt(0);
  // Full-width forms (U+FF01 to U+FF5E), as Japanese and Chinese keyboards type digits and letters.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return /\s/.test(character) ? ' ' : character;
}

/** Lower case of the letters A to Z alone: other alphabets may change their length. */
export function lowerCase(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
}
