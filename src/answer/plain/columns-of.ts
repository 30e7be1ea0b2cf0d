/** East Asian characters that take two columns of monospaced text. What is a surrogate pair does so as well. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** How many columns a text takes where all characters are as wide, or twice as wide. */
export function columnsOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}
