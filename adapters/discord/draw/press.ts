import { limits } from './limits.ts';
import { packed, unpacked } from './packed.ts';

/** What a click on a button asks for. Everything that it needs is in it: any instance can answer it. */
export type Press =
  | { readonly kind: 'ask' | 'edit'; readonly text: string }
  | { readonly kind: 'share' | 'dismiss' };

/** The id of a button. Undefined where its text is too long for one, even compressed. */
export function customId(press: Press): string | undefined {
  if (!('text' in press)) return press.kind;
  const start = `${press.kind}:`;
  const text = packed(press.text, limits.customIdCharacters - start.length);
  return text === undefined ? undefined : start + text;
}

/** What was pressed. Undefined for the id of a version that this one does not know. */
export function pressOf(customId: string): Press | undefined {
  if (customId === 'share' || customId === 'dismiss') return { kind: customId };
  const [, kind, rest = ''] = /^(ask|edit):(.*)$/s.exec(customId) ?? [];
  if (kind !== 'ask' && kind !== 'edit') return undefined;
  const text = unpacked(rest);
  return text === undefined ? undefined : { kind, text };
}
