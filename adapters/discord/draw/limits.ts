/**
 * What Discord refuses to take, a row each. Sources are pages of https://docs.discord.com/developers, as of
 * August 2026.
 */
export const limits = {
  /** All text displays of a message together. components/reference, Text Display. */
  textCharacters: 4_000,
  /** Kept free for who asked, which is added when an answer is shared: a mention has at most 23 characters. */
  shareLineCharacters: 40,
  /** Components of a message, nested ones included. components/reference, What Is a Component. */
  components: 40,
  /** components/reference, Anatomy of a Component. */
  customIdCharacters: 100,
  /** components/reference, Button. */
  buttonLabelCharacters: 80,
  /** components/reference, Action Row. */
  buttonsInRow: 5,
  /** Of its name and of its value. interactions/application-commands, Option Choice. */
  choiceCharacters: 100,
  /** interactions/application-commands, Create Global Application Command. */
  descriptionCharacters: 100,
  /** components/reference, Text Input. */
  textInputCharacters: 4_000,
} as const;

/** Not a limit of Discord's: the monospaced columns of a phone, beyond which a fence wraps. */
export const phoneColumns = 40;
