import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';

/**
 * Whether Discord has these commands already. It adds ids, versions and defaults of its own and leaves out what
 * is false or empty; so what is compared is what can be said of a command, without what says nothing.
 */
export function sameCommands(
  ours: readonly RESTPostAPIApplicationCommandsJSONBody[],
  theirs: readonly APIApplicationCommand[],
): boolean {
  const canonical = (commands: readonly object[]) =>
    commands.map((command) => JSON.stringify(said(command))).sort();
  return JSON.stringify(canonical(ours)) === JSON.stringify(canonical(theirs));
}

/** What a command or an option says, of all that Discord tells about it. */
const spoken = new Set([
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'required',
  'autocomplete',
  'choices',
  'value',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'integration_types',
  'contexts',
]);

const ofLanguages = /_localizations$/;

function said(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const list = value.map((item) => said(item));
    // An order of options and choices is seen by people; that of these two is none.
    return key === 'contexts' || key === 'integration_types' ? list.sort() : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([name, inner]) => (ofLanguages.test(key) || spoken.has(name)) && !isNothing(inner))
    .map(([name, inner]) => [name, said(inner, name)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === '' || isEmptyList(value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
