/**
 * What Slack takes at the most; a payload over one of these is refused whole. Lengths are in code points.
 * Sources: the reference of Block Kit (docs.slack.dev/reference/block-kit) unless a row names another one; where
 * sources differ, the stricter value.
 */
export const limits = {
  /** Blocks of a message. */
  messageBlocks: 50,
  /** Blocks of a modal or of a home tab. */
  viewBlocks: 100,
  /** Top-level text. The hard limit is 40,000; chat.postMessage asks for no more than this. */
  text: 4_000,
  headerText: 150,
  /** Text of a section or of an element of a context. */
  sectionText: 3_000,
  /** Text of an alert. */
  alertText: 200,
  /** Rich text has no documented limit; it is kept to that of a section. */
  richText: 3_000,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  /** Rows of a table, the one of its titles included. */
  tableRows: 100,
  /** Characters of all cells of a table (observed by vercel/chat, and in slack-block-kit-validator). */
  tableCharacters: 10_000,
  /** A cell has no limit of its own; more than this is no cell that a person can read. */
  cellCharacters: 300,
  placeholder: 150,
  /** Characters that a plain_text_input lets a person type. */
  typedText: 3_000,
} as const;
