import type {
  Button,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  RawTextElement,
  RichTextBlock,
  RichTextElement,
  SectionBlock,
} from '@slack/types';

/** The least of each thing that is right, with the rest that a test wants. */

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text });
export const mrkdwn = (text: string): MrkdwnElement => ({ type: 'mrkdwn', text });
export const option = (value = 'a'): PlainTextOption => ({ text: plain('a'), value });
export const button = (rest: Partial<Button> = {}): Button => ({ type: 'button', text: plain('a'), ...rest });
export const section = (text = 'a'): SectionBlock => ({ type: 'section', text: mrkdwn(text) });
export const rich = (...elements: RichTextElement[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
export const raw = (text = 'a'): RawTextElement => ({ type: 'raw_text', text });

export const message = (blocks: unknown, rest: object = {}) => ({ text: 'a', blocks, ...rest });
export const modal = (blocks: unknown, rest: object = {}) => ({
  type: 'modal',
  title: plain('a'),
  blocks,
  ...rest,
});
export const home = (blocks: unknown, rest: object = {}) => ({ type: 'home', blocks, ...rest });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const input = (element: object, rest: object = {}) => ({
  type: 'input',
  label: plain('a'),
  element,
  ...rest,
});
/** A modal with one input. */
export const asking = (element: object, rest: object = {}) =>
  modal([input(element, rest)], { submit: plain('a') });
export const number = (rest: object) => asking({ type: 'number_input', is_decimal_allowed: false, ...rest });
export const image = (rest: object = {}) => ({
  type: 'image',
  alt_text: 'a',
  image_url: 'https://a.example',
  ...rest,
});
export const card = (rest: object) => ({ type: 'card', ...rest });
export const container = (child_blocks: object[], rest: object = {}) => ({
  type: 'container',
  title: plain('a'),
  child_blocks,
  ...rest,
});
export const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
export const table = (rows: unknown, rest: object = {}) => ({ type: 'table', rows, ...rest });
export const dataTable = (rows: unknown, rest: object = {}) => ({
  type: 'data_table',
  caption: 'a',
  rows,
  ...rest,
});
export const chart = (inner: object) => ({ type: 'data_visualization', title: 'a', chart: inner });
export const points = (...labels: string[]) => labels.map((label) => ({ label, value: -1.5 }));
export const bars = (...series: object[]) =>
  chart({ type: 'bar', series, axis_config: { categories: ['a', 'b'], x_label: '' } });
export const pie = (...segments: object[]) => chart({ type: 'pie', segments });
export const slice = { label: 'a', value: 1 };
export const leaf = (element: object) =>
  message([{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [element] }] }]);
