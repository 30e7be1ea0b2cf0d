import { languages } from '../../../adapters/discord/commands/translations.ts';

/** A part of a payload as it is sent: any JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** What Discord refuses of a message and its schemas do not know: totals, doubles, and combinations. */
export function messageFaults(message: Json): string[] {
  const parts = componentsIn(message['components']);
  const ids = parts.map((part) => part['custom_id']).filter((id) => id !== undefined);
  const text = lengthOf(parts.filter(({ type }) => type === 10).map(({ content }) => content));
  const isV2 = (Number(message['flags'] ?? 0) & (1 << 15)) !== 0;
  return faultsOf({
    [`${parts.length} components`]: parts.length > 40,
    [`${text} characters of text`]: text > 4_000,
    'ids that are not unique': new Set(ids).size < ids.length,
    'a row of more than five': parts.some(
      (part) => part['type'] === 1 && listOf(part['components']).length > 5,
    ),
    'an empty row': parts.some((part) => part['type'] === 1 && listOf(part['components']).length === 0),
    'components of V2 without its flag': parts.some(({ type }) => Number(type) >= 9) && !isV2,
    'content or embeds beside components of V2': isV2 && ('content' in message || 'embeds' in message),
    'embeds of more than 6,000 characters': JSON.stringify(message['embeds'] ?? '').length > 6_000,
    'somebody may be mentioned':
      JSON.stringify(message['allowed_mentions']) !== '{"parse":[],"replied_user":false}',
  });
}

/** The same for a modal. */
export function modalFaults({ components }: Json): string[] {
  const labels = listOf(components);
  const ids = labels.map((label) =>
    isJson(label['component']) ? label['component']['custom_id'] : undefined,
  );
  return faultsOf({
    [`${labels.length} labels`]: labels.length < 1 || labels.length > 5,
    'ids that are not unique': new Set(ids).size < ids.length,
    'a label longer than 45': labels.some(({ label }) => String(label).length > 45),
  });
}

/** The same for a command. */
export function commandFaults(command: Json): string[] {
  const options = listOf(command['options']);
  const names = options.map(({ name }) => name);
  return faultsOf({
    'more than 8,000 characters': commandLength(command) > 8_000,
    'options of the same name': new Set(names).size < names.length,
    'an option whose name is no name': options.some(
      (option) => !namesOf(option).every((name) => nameOfOption.test(name)),
    ),
    'two options of the same name in a language': languages.some((language) => {
      const localised = options.map((option) => localisation(option, 'name', language));
      return new Set(localised).size < localised.length;
    }),
  });
}

// https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
const nameOfOption = /^[-_'\p{Ll}\p{Lo}\p{Lm}\p{N}]{1,32}$/u;

/** Names, descriptions and values; of a localised one the longest counts. */
function commandLength(part: Json): number {
  const own = ['name', 'description'].map((field) =>
    Math.max(
      String(part[field] ?? '').length,
      ...texts(part[`${field}_localizations`]).map(({ length }) => length),
    ),
  );
  const inner = [...listOf(part['options']), ...listOf(part['choices'])].map(commandLength);
  return [...own, ...inner, String(part['value'] ?? '').length].reduce((sum, length) => sum + length, 0);
}

function namesOf(option: Json): string[] {
  return [String(option['name']), ...texts(option['name_localizations'])];
}

function localisation(part: Json, field: string, language: string): unknown {
  const map = part[`${field}_localizations`];
  return (isJson(map) ? map[language] : undefined) ?? part[field];
}

function texts(map: unknown): string[] {
  return isJson(map) ? Object.values(map).map(String) : [];
}

function componentsIn(components: unknown): Json[] {
  return listOf(components).flatMap((part) => [
    part,
    ...componentsIn(part['components']),
    ...(isJson(part['component']) ? [part['component']] : []),
  ]);
}

function lengthOf(contents: readonly unknown[]): number {
  return contents.reduce<number>((sum, content) => sum + String(content).length, 0);
}

function faultsOf(checks: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(checks).flatMap(([fault, isFault]) => (isFault ? [fault] : []));
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
