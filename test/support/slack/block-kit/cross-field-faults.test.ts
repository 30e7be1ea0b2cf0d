import { describe } from 'vitest';
import { checkFaults } from './check-faults.ts';
import { asking, container, image, leaf, message, number, option, plain, section } from './samples.ts';

describe('fields that are read together', () => {
  const select = (rest: object) =>
    asking({ type: 'multi_static_select', options: [option(), option('b')], ...rest });
  checkFaults([
    ['a number between equal ends', number({ min_value: '3', max_value: '3' }), []],
    ['ends that are compared as numbers', number({ min_value: '9', max_value: '10' }), []],
    [
      'ends the other way round',
      number({ min_value: '10', max_value: '9' }),
      ['blocks[0].element.min_value: "10", above the max_value "9"'],
    ],
    ['a field that is full', asking({ type: 'plain_text_input', initial_value: 'ab', max_length: 2 }), []],
    [
      'a field that is overfull',
      asking({ type: 'plain_text_input', initial_value: 'abc', max_length: 2 }),
      ['blocks[0].element.initial_value: 3 characters, at most 2'],
    ],
    ['one end', number({ min_value: '10' }), []],
    ['an end as a number', number({ max_value: 9 }), ['blocks[0].element.max_value: a number, not a string']],
    [
      'files that dispatch',
      asking({ type: 'file_input' }, { dispatch_action: true }),
      ['blocks[0].dispatch_action: not with a file_input'],
    ],
    ['files that do not', asking({ type: 'file_input' }, { dispatch_action: false }), []],
    ['collapsed', message([container([section()], { is_collapsible: true, default_collapsed: true })]), []],
    [
      'collapsed for good',
      message([container([section()], { default_collapsed: true })]),
      ['blocks[0].default_collapsed: only with is_collapsible'],
    ],
    [
      'a file by two names',
      message([image({ image_url: undefined, slack_file: { id: 'a', url: 'https://a.example' } })]),
      ['blocks[0].slack_file: either url or id'],
    ],
    ['options that are there', select({ initial_options: [option('b')] }), []],
    [
      'an option that is not',
      select({ initial_options: [option('b'), option('c')] }),
      ['blocks[0].element.initial_options[1]: none of the options'],
    ],
    [
      'an option of a group',
      asking({
        type: 'static_select',
        option_groups: [{ label: plain('a'), options: [option()] }],
        initial_option: option(),
      }),
      [],
    ],
    [
      'an option in other words',
      asking({
        type: 'radio_buttons',
        options: [option()],
        initial_option: { ...option(), text: plain('b') },
      }),
      ['blocks[0].element.initial_option: none of the options'],
    ],
    ['no option', asking({ type: 'radio_buttons', options: [option()], initial_option: undefined }), []],
    ['a style', leaf({ type: 'text', text: 'a', style: { underline: true } }), []],
    [
      'a style that is none',
      leaf({ type: 'text', text: 'a', style: { bold: 1, red: true } }),
      [
        'blocks[0].elements[0].elements[0].style.bold: a number, not a boolean',
        'blocks[0].elements[0].elements[0].style.red: unknown field',
      ],
    ],
    [
      'an empty style',
      leaf({ type: 'text', text: 'a', style: {} }),
      ['blocks[0].elements[0].elements[0].style: empty'],
    ],
  ]);
});
