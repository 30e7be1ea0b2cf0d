import { deflateSync, inflateSync } from 'fflate';
import { mostCharactersOfCode } from '../../src/command/limits.ts';
import { isTabName, type TabName } from './tab-names.ts';

/** What a shared link holds. */
export type Address = { readonly question: string; readonly tab: TabName };

/** Longer questions (pasted models, which repeat themselves) are deflated: some chats cut addresses at 2,000. */
const mostPlain = 1_000;

/** UTF-8 takes at most three bytes for a UTF-16 unit. */
const mostBytes = 3 * mostCharactersOfCode;

/**
 * The part of an address behind `#`, which browsers keep to themselves: no server ever sees the question.
 * `#q=7+512+512+nobias&tab=slack`.
 */
export function hashOf({ question, tab }: Address): string {
  const values = new URLSearchParams(
    question.length <= mostPlain
      ? { q: question }
      : { z: deflated(question.slice(0, mostCharactersOfCode + 1)) },
  );
  if (tab !== 'answer') values.set('tab', tab);
  return `#${values}`;
}

/** What an address asks. Undefined where it asks nothing, or is not one of ours. */
export function readHash(hash: string): Address | undefined {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const tab = values.get('tab') ?? '';
  const packed = values.get('z');
  const question = values.get('q') ?? (packed ? inflated(packed) : undefined);
  return question === undefined ? undefined : { question, tab: isTabName(tab) ? tab : 'answer' };
}

function deflated(text: string): string {
  const bytes = deflateSync(new TextEncoder().encode(text), { level: 9 });
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  // base64url (RFC 4648, section 5): an address keeps these characters as they are.
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function inflated(packed: string): string | undefined {
  try {
    const base64 = packed.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    // A buffer of this length holds any question, and what would inflate to more is cut off there.
    return new TextDecoder().decode(inflateSync(bytes, { out: new Uint8Array(mostBytes) }));
  } catch {
    return undefined; // not deflated by us: an address that was cut, or typed
  }
}
