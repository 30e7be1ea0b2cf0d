import { describe, expect, test } from 'vitest';
import { checkFaults } from './check-faults.ts';
import {
  actions,
  asking,
  bars,
  button,
  card,
  chart,
  dataTable,
  message,
  mrkdwn,
  option,
  pie,
  plain,
  points,
  raw,
  rich,
  section,
  slice,
  table,
  times,
} from './samples.ts';
import { specFaults } from './spec-faults.ts';
import { objects, types, views } from './table.ts';

test('every form of the table is understood', () => {
  const fields = [...types.values(), ...Object.values(views)].map((type) => type.fields);
  const specs = [...fields, ...objects.values()].flatMap((one) => Object.values(one));
  expect(specs.length).toBeGreaterThan(300);
  // Two arrays deep, as the rows of a table are.
  for (const spec of specs) {
    for (const value of [{}, [{}], [[{}]], 1, '']) {
      expect(() => specFaults(spec, value, { path: 'a', surface: 'message' })).not.toThrow();
    }
  }
  for (const spec of ['x:1-2', '@nobody', 'o:nothing', 's:few', 'a:1-2']) {
    expect(() =>
      specFaults(spec, spec.startsWith('a') ? [1] : '', { path: 'a', surface: 'message' }),
    ).toThrow();
  }
});

describe('forms', () => {
  const anyText = (text: unknown) => message([{ type: 'header', text }]);
  const selected = (rest: object) => asking({ type: 'static_select', ...rest });
  const trigger = (...on: unknown[]) =>
    asking({ type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: on } });

  describe('s: a length in code points', () => {
    const valued = (value: unknown) => message([actions({ ...button(), value })]);
    checkFaults([
      ['the longest', valued('a'.repeat(2_000)), []],
      [
        'too long',
        valued('a'.repeat(2_134)),
        ['blocks[0].elements[0].value: 2,134 characters, at most 2,000'],
      ],
      ['too short', valued(''), ['blocks[0].elements[0].value: 0 characters, at least 1']],
      ['an emoji is one', valued('😀'.repeat(2_000)), []],
      [
        'too many emoji',
        valued('😀'.repeat(2_001)),
        ['blocks[0].elements[0].value: 2,001 characters, at most 2,000'],
      ],
      ['no text', valued(7), ['blocks[0].elements[0].value: a number, not a string']],
      ['no upper end', message([{ type: 'task_card', task_id: 'a'.repeat(9_999), title: 'a' }]), []],
    ]);
  });

  describe('pt and tx: text objects', () => {
    checkFaults([
      ['the longest', anyText(plain('a'.repeat(150))), []],
      ['too long', anyText(plain('a'.repeat(151))), ['blocks[0].text.text: 151 characters, at most 150']],
      ['empty', anyText(plain('')), ['blocks[0].text.text: 0 characters, at least 1']],
      [
        'mrkdwn where plain_text is asked for',
        anyText(mrkdwn('a')),
        ['blocks[0].text.type: mrkdwn does not go here'],
      ],
      ['a bare string', anyText('a'), ['blocks[0].text: a string, not an object']],
      ['no text in it', anyText({ type: 'plain_text' }), ['blocks[0].text.text: missing']],
      [
        'its emoji',
        anyText({ ...plain('a'), emoji: 'yes' }),
        ['blocks[0].text.emoji: a string, not a boolean'],
      ],
      ['both where both are asked for', message([section(), { type: 'section', text: plain('a') }]), []],
      ['the longest of a section', message([section('a'.repeat(3_000))]), []],
      [
        'too long for a section',
        message([section('a'.repeat(3_001))]),
        ['blocks[0].text.text: 3,001 characters, at most 3,000'],
      ],
      [
        'its own limit where there is no other',
        message([{ type: 'context', elements: [mrkdwn('a'.repeat(3_001))] }]),
        ['blocks[0].elements[0].text: 3,001 characters, at most 3,000'],
      ],
      [
        'a button as a text',
        message([{ type: 'section', text: button() }]),
        ['blocks[0].text.type: button does not go here'],
      ],
    ]);
  });

  describe('url', () => {
    const linked = (url: unknown) => message([actions({ ...button(), url })]);
    checkFaults([
      ['https', linked('https://arxiv.org/abs/1704.04861'), []],
      ['http', linked('http://a.example'), []],
      [
        'another scheme',
        linked('javascript:alert(1)'),
        ['blocks[0].elements[0].url: "javascript:alert(1)", not an http(s) address'],
      ],
      ['no host', linked('https://'), ['blocks[0].elements[0].url: "https://", not an http(s) address']],
      [
        'a space',
        linked('https://a.example/ b'),
        ['blocks[0].elements[0].url: "https://a.example/ b", not an http(s) address'],
      ],
      [
        'too long',
        linked(`https://a.example/${'a'.repeat(3_000)}`),
        ['blocks[0].elements[0].url: 3,018 characters, at most 3,000'],
      ],
      ['no text', linked(null), ['blocks[0].elements[0].url: null, not a string']],
    ]);
  });

  describe('i, n and b', () => {
    const levelled = (level: unknown) => message([{ type: 'header', text: plain('a'), level }]);
    const numbered = (value: unknown) => message([table([[{ type: 'raw_number', value, text: 'a' }]])]);
    const expanded = (expand: unknown) => message([{ ...section(), expand }]);
    checkFaults([
      ['the least integer', levelled(1), []],
      ['the greatest', levelled(4), []],
      ['too small', levelled(0), ['blocks[0].level: 0, at least 1']],
      ['too great', levelled(5), ['blocks[0].level: 5, at most 4']],
      ['a fraction', levelled(1.5), ['blocks[0].level: 1.5, not an integer']],
      ['an integer as a text', levelled('1'), ['blocks[0].level: "1", not an integer']],
      ['a big integer', levelled(1n), ['blocks[0].level: a bigint, not an integer']],
      ['a number', numbered(-1.5), []],
      ['no finite number', numbered(Infinity), ['blocks[0].rows[0][0].value: Infinity, not a finite number']],
      ['a number as a text', numbered('1'), ['blocks[0].rows[0][0].value: "1", not a finite number']],
      ['a boolean', expanded(false), []],
      ['no boolean', expanded(0), ['blocks[0].expand: a number, not a boolean']],
    ]);
  });

  describe('e and re', () => {
    const styled = (style: unknown) => message([actions({ ...button(), style })]);
    const dated = (initial_date: unknown) => asking({ type: 'datepicker', initial_date });
    const timed = (initial_time: unknown) => asking({ type: 'timepicker', initial_time });
    const date = String.raw`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`;
    const time = String.raw`^([01]\d|2[0-3]):[0-5]\d$`;
    checkFaults([
      ['one of the names', styled('danger'), []],
      [
        'none of them',
        styled('default'),
        ['blocks[0].elements[0].style: "default", not one of primary, danger'],
      ],
      [
        'two of them',
        styled('primary|danger'),
        ['blocks[0].elements[0].style: "primary|danger", not one of primary, danger'],
      ],
      ['a pattern', dated('2026-12-31'), []],
      ['not the pattern', dated('31.12.2026'), [`blocks[0].element.initial_date: "31.12.2026", not ${date}`]],
      ['a pattern with a colon', timed('09:30'), []],
      [
        'not the pattern with a colon',
        timed('24:00'),
        [`blocks[0].element.initial_time: "24:00", not ${time}`],
      ],
      ['no text', timed(9), ['blocks[0].element.initial_time: a number, not a string']],
    ]);
  });

  describe('a and el: arrays, groups and elements', () => {
    const fields = (count: number) => message([{ type: 'section', fields: times(count, plain('a')) }]);
    checkFaults([
      ['the most', message([actions(...times(25, button()))]), []],
      ['too many', message([actions(...times(26, button()))]), ['blocks[0].elements: 26 items, at most 25']],
      ['too few', message([actions()]), ['blocks[0].elements: 0 items, at least 1']],
      [
        'no array',
        message([{ type: 'actions', elements: {} }]),
        ['blocks[0].elements: an object, not an array'],
      ],
      ['none where none are needed', message([{ type: 'rich_text', elements: [] }]), []],
      ['of texts', fields(10), []],
      ['of too many texts', fields(11), ['blocks[0].fields: 11 items, at most 10']],
      [
        'of a text that is too long',
        message([{ type: 'section', fields: [plain('a'), mrkdwn('a'.repeat(2_001))] }]),
        ['blocks[0].fields[1].text: 2,001 characters, at most 2,000'],
      ],
      ['of names', trigger('on_enter_pressed'), []],
      [
        'of other names',
        trigger('on_blur'),
        [
          'blocks[0].element.dispatch_action_config.trigger_actions_on[0]: "on_blur", not one of on_enter_pressed, on_character_entered',
        ],
      ],
      [
        'of one type',
        message([
          {
            type: 'rich_text',
            elements: [{ type: 'rich_text_list', style: 'bullet', elements: [{ type: 'text', text: 'a' }] }],
          },
        ]),
        ['blocks[0].elements[0].elements[0].type: text does not go here'],
      ],
      ['fewer where sources differ', message([card({ actions: times(2, button()) })]), []],
      [
        'more than one of the sources takes',
        message([card({ actions: times(3, button()) })]),
        ['blocks[0].actions: 3 items, at most 2'],
      ],
      [
        'an element of another group',
        message([{ type: 'section', text: plain('a'), accessory: { type: 'plain_text_input' } }]),
        ['blocks[0].accessory.type: plain_text_input does not go here'],
      ],
      ['anything', asking({ type: 'multi_users_select', initial_users: [1, 'a', null] }), []],
      [
        'not even anything',
        asking({ type: 'multi_users_select', initial_users: [] }),
        ['blocks[0].element.initial_users: 0 items, at least 1'],
      ],
    ]);
  });

  describe('o: objects', () => {
    const confirm = { title: plain('a'), text: mrkdwn('a'), confirm: plain('a'), deny: plain('a') };
    const confirmed = (rest: object) => message([actions({ ...button(), confirm: { ...confirm, ...rest } })]);
    checkFaults([
      ['right', confirmed({ style: 'danger' }), []],
      ['without a field', confirmed({ deny: undefined }), ['blocks[0].elements[0].confirm.deny: missing']],
      [
        'with a text that is too long',
        confirmed({ text: plain('a'.repeat(301)) }),
        ['blocks[0].elements[0].confirm.text.text: 301 characters, at most 300'],
      ],
      [
        'a string',
        message([actions({ ...button(), confirm: 'sure?' })]),
        ['blocks[0].elements[0].confirm: a string, not an object'],
      ],
      [
        'an option of mrkdwn',
        asking({ type: 'radio_buttons', options: [{ text: mrkdwn('a'), value: 'a' }] }),
        [],
      ],
      [
        'an option of mrkdwn in a menu',
        selected({ options: [{ text: mrkdwn('a'), value: 'a' }] }),
        ['blocks[0].element.options[0].text.type: mrkdwn does not go here'],
      ],
      ['groups of options', selected({ option_groups: [{ label: plain('a'), options: [option()] }] }), []],
      [
        'a group without options',
        selected({ option_groups: [{ label: plain('a'), options: [] }] }),
        ['blocks[0].element.option_groups[0].options: 0 items, at least 1'],
      ],
    ]);
  });

  describe('rows: tables', () => {
    checkFaults([
      ['the most', message([table(times(100, times(20, raw())))]), []],
      ['too many rows', message([table(times(101, [raw()]))]), ['blocks[0].rows: 101 items, at most 100']],
      ['too many cells', message([table([times(21, raw())])]), ['blocks[0].rows[0]: 21 items, at most 20']],
      ['no rows', message([table([])]), ['blocks[0].rows: 0 items, at least 1']],
      ['no cells', message([table([[]])]), ['blocks[0].rows[0]: 0 items, at least 1']],
      ['a row that is none', message([table(['a'])]), ['blocks[0].rows[0]: a string, not an array']],
      [
        'an empty cell',
        message([table([[raw('')]])]),
        ['blocks[0].rows[0][0].text: 0 characters, at least 1'],
      ],
      [
        'the most columns',
        message([table([[raw()]], { column_settings: times(20, { align: 'left' }) })]),
        [],
      ],
      [
        'too many columns',
        message([table([[raw()]], { column_settings: times(21, {}) })]),
        ['blocks[0].column_settings: 21 items, at most 20'],
      ],
      [
        'a column of another kind',
        message([table([[raw()]], { column_settings: [{ align: 'top', width: 2, is_wrapped: 1 }, null] })]),
        [
          'blocks[0].column_settings[0].align: "top", not one of left, center, right',
          'blocks[0].column_settings[0].width: unknown field',
          'blocks[0].column_settings[0].is_wrapped: a number, not a boolean',
          'blocks[0].column_settings[1]: null, not an object',
        ],
      ],
      ['the most rows of a data_table', message([dataTable(times(101, [raw()]))]), []],
      [
        'too many rows of a data_table',
        message([dataTable(times(102, [raw()]))]),
        ['blocks[0].rows: 102 items, at most 101'],
      ],
      ['a header alone', message([dataTable([[raw()]])]), ['blocks[0].rows: 1 item, at least 2']],
      [
        'uneven rows',
        message([dataTable([[raw(), raw()], [raw()], [raw(), raw()]])]),
        ['blocks[0].rows[1]: 1 cell, the header has 2'],
      ],
      [
        'rich text in the header',
        message([
          dataTable([
            [raw(), rich()],
            [raw(), rich()],
          ]),
        ]),
        ['blocks[0].rows[0][1]: no rich_text in the header'],
      ],
      [
        'the last column as the header of rows',
        message([dataTable(times(2, [raw(), raw()]), { row_header_column_index: 1 })]),
        [],
      ],
      [
        'a column that does not exist',
        message([dataTable(times(2, [raw()]), { row_header_column_index: 1 })]),
        ['blocks[0].row_header_column_index: 1, a row has 1 cell'],
      ],
    ]);
  });

  describe('chart', () => {
    const one = { name: 'a', data: points('a', 'b') };
    checkFaults([
      ['bars', message([bars(one, { name: 'b', data: points('b', 'a') })]), []],
      ['a pie', message([pie(slice, { ...slice, label: 'b' })]), []],
      [
        'of another type',
        message([chart({ type: 'scatter', series: [one], axis_config: { categories: ['a', 'b'] } })]),
        ['blocks[0].chart.type: "scatter", not one of line, bar, area'],
      ],
      [
        'a pie of series',
        message([chart({ type: 'pie', series: [] })]),
        ['blocks[0].chart.segments: missing', 'blocks[0].chart.series: unknown field'],
      ],
      [
        'no object',
        message([{ type: 'data_visualization', title: 'a', chart: [] }]),
        ['blocks[0].chart: an array, not an object'],
      ],
      ['six segments', message([pie(...times(6, slice))]), []],
      [
        'seven segments',
        message([pie(...times(7, slice))]),
        ['blocks[0].chart.segments: 7 items, at most 6'],
      ],
      [
        'a segment of nothing',
        message([pie({ label: 'a', value: 0 })]),
        ['blocks[0].chart.segments[0].value: 0, not above 0'],
      ],
      [
        'seven series',
        message([bars(...times(7, 0).map((_, at) => ({ ...one, name: `${at}` })))]),
        ['blocks[0].chart.series: 7 items, at most 6'],
      ],
      [
        'a long name',
        message([bars({ ...one, name: 'a'.repeat(21) })]),
        ['blocks[0].chart.series[0].name: 21 characters, at most 20'],
      ],
      ['a name twice', message([bars(one, one)]), ['blocks[0].chart.series[1].name: "a" again']],
      [
        'no category of the chart',
        message([bars({ name: 'a', data: points('a', 'b', 'c') })]),
        ['blocks[0].chart.series[0].data: "c" is no category'],
      ],
      [
        'a category without a point',
        message([bars({ name: 'a', data: points('a') })]),
        ['blocks[0].chart.series[0].data: 0 points for the category "b"'],
      ],
      [
        'a category with two',
        message([bars({ name: 'a', data: points('a', 'b', 'b') })]),
        ['blocks[0].chart.series[0].data: 2 points for the category "b"'],
      ],
    ]);
  });

  describe('anyOf and oneOf', () => {
    checkFaults([
      ['one of some', message([{ type: 'section', fields: [plain('a')] }]), []],
      ['none of some', message([{ type: 'section' }]), ['blocks[0]: none of text, fields']],
      ['exactly one', selected({ options: [option()] }), []],
      ['none', selected({}), ['blocks[0].element: 0 of options, option_groups, exactly one is needed']],
      [
        'both',
        selected({ options: [option()], option_groups: [{ label: plain('a'), options: [option()] }] }),
        ['blocks[0].element: 2 of options, option_groups, exactly one is needed'],
      ],
    ]);
  });
});
