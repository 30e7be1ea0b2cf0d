import { isJson } from './total-faults.ts';

/** All texts of a payload in reading order, a line each: what a person sees, without its buttons. */
export function shownText(payload: unknown): string {
  return partsOf(payload)
    .flatMap((part) => (part['type'] === 10 ? [String(part['content'])] : []))
    .join('\n');
}

/** The buttons of a payload: what they say, and what they carry. */
export function shownButtons(payload: unknown): { label: string; id: string }[] {
  return partsOf(payload).flatMap((part) =>
    part['type'] === 2 ? [{ label: String(part['label']), id: String(part['custom_id']) }] : [],
  );
}

/** The id of the button that says something. */
export function buttonId(payload: unknown, label: string): string {
  const found = shownButtons(payload).find((button) => button.label === label);
  if (!found) throw new Error(`no button ${label}`);
  return found.id;
}

function partsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (!isJson(value)) return [];
  return [
    value,
    ...Object.values(value).flatMap((inner) => (typeof inner === 'object' ? partsOf(inner) : [])),
  ];
}
