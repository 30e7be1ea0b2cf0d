import { createHash } from 'node:crypto';

/** Text that no compression makes much shorter: 4 bits a character. The same for the same length. */
export function noise(length: number): string {
  let text = '';
  for (let count = 0; text.length < length; count += 1)
    text += createHash('sha256').update(String(count)).digest('hex');
  return text.slice(0, length);
}
