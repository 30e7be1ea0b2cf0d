import { deflateSync, inflateSync } from 'fflate';
import { mostCharactersOfCode } from '../../../src/command/limits.ts';
import { limits } from './limits.ts';

// What a value begins with tells how to read it.
const asText = 't:';
const asDeflate = 'z:';

/** UTF-8 takes at most three bytes for a UTF-16 unit. */
const mostBytesOfCode = 3 * mostCharactersOfCode;

/**
 * A question as the value of a button, which is all that the button's next click needs. Long ones (pasted
 * models, which repeat themselves) are deflated. Undefined where even that is too long for a button.
 */
export function packCommand(command: string): string | undefined {
  const text = asText + command;
  if (text.length <= limits.buttonValue) return text;
  if (command.length > mostCharactersOfCode) return undefined;
  const bytes = deflateSync(new TextEncoder().encode(command), { level: 9 });
  const value = asDeflate + btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return value.length <= limits.buttonValue ? value : undefined;
}

/** The question of a button. Values that no button of ours has are read as they are. */
export function unpackCommand(value: string): string {
  if (value.startsWith(asText)) return value.slice(asText.length);
  if (!value.startsWith(asDeflate)) return value;
  // A buffer of this length holds any question, and what would inflate to more is cut off there.
  const bytes = Uint8Array.from(atob(value.slice(asDeflate.length)), (character) => character.charCodeAt(0));
  const out = new Uint8Array(mostBytesOfCode);
  return new TextDecoder().decode(inflateSync(bytes, { out }));
}
