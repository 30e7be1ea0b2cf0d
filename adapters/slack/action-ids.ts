/** What a click or a shortcut is called. Listeners and buttons both take their names from here. */
export const actionIds = {
  edit: 'edit',
  share: 'share',
  dismiss: 'dismiss',
  /** A field of the calculator was changed. */
  field: 'field',
} as const;

/** Ids are unique in a row of buttons, so that each next question has a number. */
export function askId(index: number): string {
  return `ask:${index}`;
}

/** Any of the next questions. */
export const anyAskId = /^ask:\d+$/;

export const callbackIds = {
  calculator: 'calculator',
  openCalculator: 'open_calculator',
  priceMessage: 'price_conv_layers',
} as const;
