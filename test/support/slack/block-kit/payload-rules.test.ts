import { describe } from 'vitest';
import { checkFaults } from './check-faults.ts';
import {
  actions,
  asking,
  button,
  card,
  container,
  dataTable,
  home,
  input,
  message,
  modal,
  pie,
  plain,
  raw,
  rich,
  section,
  slice,
  table,
  times,
} from './samples.ts';

describe('rules about the payload', () => {
  const menu = { type: 'channels_select', response_url_enabled: true };
  const focused = { type: 'plain_text_input', focus_on_load: true };
  const plan = { type: 'plan', title: 'a' };
  const primary = button({ style: 'primary' });
  const named = (action_id: string) => button({ action_id });

  describe('blocks_per_surface', () => {
    checkFaults([
      ['50 in a message', message(times(50, section())), []],
      ['51 in a message', message(times(51, section())), ['blocks: 51 items, at most 50']],
      ['none in a message', message([]), ['blocks: 0 items, at least 1']],
      ['100 in a modal', modal(times(100, section())), []],
      ['101 in a modal', modal(times(101, section())), ['blocks: 101 items, at most 100']],
      ['101 in a home', home(times(101, section())), ['blocks: 101 items, at most 100']],
      ['no blocks in a home', home(undefined), ['blocks: missing']],
      [
        '51 in an attachment',
        { text: 'a', attachments: [{ blocks: times(51, section()) }] },
        ['attachments[0].blocks: 51 items, at most 50'],
      ],
    ]);
  });

  describe('attachments', () => {
    const attached = (attachment: unknown) => ({ text: 'a', attachments: [attachment] });
    checkFaults([
      ['with blocks', attached({ blocks: [table([[raw()]])], fallback: 'a', color: '#439FE0' }), []],
      [
        'with a wrong block',
        attached({ blocks: [{ type: 'banner' }] }),
        ['attachments[0].blocks[0].type: "banner", an unknown type'],
      ],
      [
        'with legacy fields',
        attached({ blocks: [section()], pretext: 'a' }),
        ['attachments[0].pretext: unknown field'],
      ],
      ['without blocks', attached({ fallback: 'a' }), ['attachments[0].blocks: missing']],
      ['no object', attached('a'), ['attachments[0]: a string, not an object']],
      ['no array', { text: 'a', attachments: {} }, ['attachments: an object, not an array']],
    ]);
  });

  describe('text_fallback_required and text_max', () => {
    checkFaults([
      ['a text alone', { text: 'a' }, []],
      ['no text', { blocks: [section()] }, ['text: missing']],
      ['a blank text', { text: ' \n', blocks: [section()] }, ['text: blank']],
      ['a blank text alone', { text: '', response_type: 'ephemeral' }, ['text: blank']],
      ['no text, and no string', { text: null }, ['text: null, not a string']],
      ['a message that goes', { delete_original: true }, []],
      ['a message that stays', { delete_original: false }, ['text: missing']],
      ['an empty one', {}, []],
      ['an empty one in JSON', { text: undefined }, []],
      ['the longest text', { text: '😀'.repeat(4_000) }, []],
      ['a text that is too long', { text: 'a'.repeat(4_001) }, ['text: 4,001 characters, at most 4,000']],
      [
        'a text that Slack would cut',
        { text: 'a'.repeat(40_001) },
        ['text: 40,001 characters, at most 4,000'],
      ],
    ]);
  });

  describe('markdown_cumulative', () => {
    const markdown = (length: number) => ({ type: 'markdown', text: 'a'.repeat(length) });
    checkFaults([
      ['the most', message([markdown(6_000), markdown(6_000)]), []],
      [
        'too much in all',
        message([markdown(6_000), markdown(6_001)]),
        ['all markdown: 12,001 characters, at most 12,000'],
      ],
      [
        'too much in one',
        message([markdown(12_001)]),
        [
          'blocks[0].text: 12,001 characters, at most 12,000',
          'all markdown: 12,001 characters, at most 12,000',
        ],
      ],
    ]);
  });

  describe('one_table_family_per_message', () => {
    const small = table([[raw()]]);
    checkFaults([
      ['two tables', message([small, small]), ['blocks[1]: table 2 of the payload, at most 1']],
      [
        'one of each family',
        message([small, dataTable(times(2, [raw()]))]),
        ['blocks[1]: data_table 2 of the payload, at most 1'],
      ],
      [
        'one in a container',
        message([small, container([small])]),
        ['blocks[1].child_blocks[0]: table 2 of the payload, at most 1'],
      ],
      [
        'one in an attachment',
        message([small], { attachments: [{ blocks: [small] }] }),
        ['attachments[0].blocks[0]: table 2 of the payload, at most 1'],
      ],
    ]);
  });

  describe('table_chars_cumulative', () => {
    const text = (length: number) => 'a'.repeat(length);
    const long = [
      raw(text(4_000)),
      rich({ type: 'text', text: text(2_000) }, { type: 'link', url: text(2_000) }),
    ];
    const value = (length: number) => ({ type: 'raw_number', value: 1, text: text(length) });
    checkFaults([
      ['the most', message([table([long, [value(2_000)]])]), []],
      [
        'too many',
        message([table([long, [value(2_001)]])]),
        ['all cells of tables: 10,001 characters, at most 10,000'],
      ],
      [
        'too many in a data_table',
        message([dataTable([[raw('a')], [raw(text(10_000))]])]),
        ['all cells of tables: 10,001 characters, at most 10,000'],
      ],
    ]);
  });

  describe('data_visualization_per_message and plan_per_payload', () => {
    checkFaults([
      ['two charts', message([pie(slice), pie(slice)]), []],
      [
        'three charts',
        message([pie(slice), pie(slice), pie(slice)]),
        ['blocks[2]: data_visualization 3 of the payload, at most 2'],
      ],
      ['two plans', message([plan, plan]), ['blocks[1]: plan 2 of the payload, at most 1']],
    ]);
  });

  describe('block_id_unique and action_id_unique', () => {
    checkFaults([
      [
        'two names',
        message([
          { ...section(), block_id: 'a' },
          { ...section(), block_id: 'b' },
        ]),
        [],
      ],
      [
        'one name',
        message([
          { ...section(), block_id: 'a' },
          { ...section(), block_id: 'a' },
        ]),
        ['blocks[1].block_id: "a" again, first at blocks[0]'],
      ],
      [
        'one name in a container',
        message([{ ...container([{ ...section(), block_id: 'a' }]), block_id: 'a' }]),
        ['blocks[0].child_blocks[0].block_id: "a" again, first at blocks[0]'],
      ],
      ['actions of two blocks', message([actions(named('a')), actions(named('a'))]), []],
      [
        'actions of one block',
        message([actions(named('a'), named('b'), named('a'))]),
        ['blocks[0].elements[2].action_id: "a" again, first at blocks[0].elements[0]'],
      ],
      [
        'actions of two blocks in a container',
        message([container([actions(named('a')), actions(named('a'))])]),
        [],
      ],
    ]);
  });

  describe('submit_required_if_input', () => {
    const field = input({ type: 'plain_text_input' });
    checkFaults([
      ['with submit', modal([field], { submit: plain('a') }), []],
      ['without', modal([field]), ['submit: missing, there is an input block']],
      ['without input', modal([section()]), []],
      ['in a home', home([field]), []],
    ]);
  });

  describe('one_focus_on_load', () => {
    const submit = plain('a');
    checkFaults([
      ['one', modal([input(focused), input({ ...focused, focus_on_load: false })], { submit }), []],
      [
        'two',
        modal([input(focused), input(focused)], { submit }),
        ['blocks[1].element.focus_on_load: true again, first at blocks[0].element'],
      ],
    ]);
  });

  describe('response_url_enabled', () => {
    const path = 'response_url_enabled: only in an input block of a modal';
    checkFaults([
      ['in an input of a modal', asking(menu), []],
      ['in actions of a modal', modal([actions(menu)]), [`blocks[0].elements[0].${path}`]],
      ['beside a section', modal([{ ...section(), accessory: menu }]), [`blocks[0].accessory.${path}`]],
      ['in an input of a home', home([input(menu)]), [`blocks[0].element.${path}`]],
    ]);
  });

  describe('one_primary_button_per_set', () => {
    const confirm = { title: plain('a'), text: plain('a'), confirm: plain('a'), deny: plain('a') };
    checkFaults([
      ['one in each block', message([actions(primary, button()), actions(primary)]), []],
      [
        'two in one',
        message([actions(primary, button(), primary)]),
        ['blocks[0].elements[2].style: "primary" again, first at blocks[0].elements[0]'],
      ],
      [
        'two of a card',
        message([card({ actions: [primary, primary] })]),
        ['blocks[0].actions[1].style: "primary" again, first at blocks[0].actions[0]'],
      ],
      [
        'one, and a dialog',
        message([actions({ ...primary, confirm: { ...confirm, style: 'primary' } })]),
        [],
      ],
    ]);
  });
});
