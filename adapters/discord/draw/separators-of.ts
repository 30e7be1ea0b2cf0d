/** What stands between thousands, and before decimals. */
type Separators = { readonly thousands: string; readonly decimal: string };

const known = new Map<string, Separators>();

/** The separators of a locale, of those that Discord has; English ones for an unknown locale. */
export function separatorsOf(locale: string): Separators {
  const found = known.get(locale) ?? lookUp(locale);
  known.set(locale, found);
  return found;
}

function lookUp(locale: string): Separators {
  const [supported = 'en-US'] = supportedOf(locale);
  // Five digits before the decimals: Spanish and Polish have no separator in four.
  const parts = new Intl.NumberFormat(supported).formatToParts(12_345.6);
  const separator = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? '';
  // The narrow no-break space (French) is narrower than a column of a fence.
  return { thousands: separator('group').replace('\u202f', '\u00a0'), decimal: separator('decimal') };
}

function supportedOf(locale: string): string[] {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale);
  } catch {
    return []; // not a language tag at all
  }
}
