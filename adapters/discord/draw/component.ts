import type { ButtonStyle, ComponentType } from 'discord-api-types/v10';

/** Discord's numbers, as data: the enums of discord-api-types would be code of an SDK at run time. */
export const component = {
  row: 1,
  button: 2,
  textInput: 4,
  textDisplay: 10,
  separator: 14,
  container: 17,
  label: 18,
} as const satisfies Readonly<
  Record<string, `${ComponentType}` extends `${infer N extends number}` ? N : never>
>;

export const buttonStyle = { primary: 1, secondary: 2 } as const satisfies Readonly<
  Record<string, `${ButtonStyle}` extends `${infer N extends number}` ? N : never>
>;
