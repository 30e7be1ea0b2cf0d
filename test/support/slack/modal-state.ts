import { z } from 'zod';

const option = z.object({ value: z.string() });
const input = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  element: z.looseObject({
    type: z.string(),
    action_id: z.string(),
    initial_value: z.string().optional(),
    initial_option: option.optional(),
  }),
});

type ElementState = { type: string; value?: string | null; selected_option?: { value: string } | null };
type Values = Record<string, Record<string, ElementState>>;

/** The inputs of a view, by the name in their block's id. */
export function inputsOf(view: { readonly blocks: readonly unknown[] }) {
  const inputs = view.blocks.flatMap((block) => {
    const { success, data } = input.safeParse(block);
    return success ? [data] : [];
  });
  return new Map(inputs.map((one) => [one.block_id.split(':')[0] ?? '', one]));
}

/** What Slack says of a view's inputs after a person has typed and chosen: what was drawn, and the changes. */
export function stateOf(
  view: { readonly blocks: readonly unknown[] },
  changes: Readonly<Record<string, string>> = {},
): { values: Values } {
  const values: Values = {};
  for (const [name, { block_id, element }] of inputsOf(view)) {
    const { type, action_id } = element;
    const said = changes[name] ?? element.initial_value ?? element.initial_option?.value ?? null;
    const isTyped = type === 'plain_text_input' || type === 'number_input';
    const chosen = said === null ? null : { value: said };
    values[block_id] = { [action_id]: isTyped ? { type, value: said } : { type, selected_option: chosen } };
  }
  return { values };
}
