import { describe } from 'vitest';
import { checkFaults } from './block-kit/check-faults.ts';
import {
  actions,
  button,
  card,
  container,
  home,
  image,
  input,
  message,
  modal,
  option,
  plain,
  raw,
  section,
  table,
} from './block-kit/samples.ts';

describe('fields', () => {
  checkFaults([
    ['a field that is missing', message([{ type: 'header' }]), ['blocks[0].text: missing']],
    [
      'a field that is unknown',
      message([{ type: 'divider', style: 'a' }]),
      ['blocks[0].style: unknown field'],
    ],
    ['a field that JSON does not send', message([{ type: 'divider', style: undefined }]), []],
    [
      'a name of Object',
      message([{ type: 'divider', constructor: 'a' }]),
      ['blocks[0].constructor: unknown field'],
    ],
    [
      'an unknown field of a text',
      message([{ type: 'header', text: { ...plain('a'), verbatim: true } }]),
      ['blocks[0].text.verbatim: unknown field'],
    ],
    [
      'an unknown field of an object',
      message([
        {
          type: 'section',
          text: plain('a'),
          accessory: { type: 'overflow', options: [{ ...option(), style: 'primary' }] },
        },
      ]),
      ['blocks[0].accessory.options[0].style: unknown field'],
    ],
    [
      'an unknown field of an element',
      message([actions({ ...button(), emoji: true })]),
      ['blocks[0].elements[0].emoji: unknown field'],
    ],
    ['an unknown field of a view', home([section()], { title: plain('a') }), ['title: unknown field']],
    ['an unknown field of a message', { text: 'a', unfurl: false }, ['unfurl: unknown field']],
    [
      'a field of a message that is wrong',
      { text: 'a', response_type: 'loud', mrkdwn: 'no' },
      ['response_type: "loud", not one of in_channel, ephemeral', 'mrkdwn: a string, not a boolean'],
    ],
    ['markdown_text', { text: 'a', markdown_text: 'a' }, ['markdown_text: unknown field']],
    ['an image as a block', message([image({ title: plain('a'), block_id: 'a' })]), []],
    ['an image as an element', message([{ type: 'context', elements: [image()] }]), []],
    [
      'an image as an element with what a block has',
      message([
        { type: 'section', text: plain('a'), accessory: image({ title: plain('a'), block_id: 'a' }) },
      ]),
      ['blocks[0].accessory.title: unknown field', 'blocks[0].accessory.block_id: unknown field'],
    ],
    [
      'an image in a container',
      message([container([image({ block_id: 'a' })], { icon: image({ block_id: 'b' }) })]),
      ['blocks[0].icon.block_id: unknown field'],
    ],
  ]);
});

describe('types', () => {
  checkFaults([
    ['no type', message([{ text: plain('a') }]), ['blocks[0].type: missing']],
    ['an unknown type', message([{ type: 'banner' }]), ['blocks[0].type: "banner", an unknown type']],
    ['a type that is no text', message([{ type: 1 }]), ['blocks[0].type: 1, an unknown type']],
    [
      'a name of Object',
      message([{ type: 'constructor' }]),
      ['blocks[0].type: "constructor", an unknown type'],
    ],
    ['an element among blocks', message([button()]), ['blocks[0].type: button does not go here']],
    [
      'a block among elements',
      message([actions({ type: 'divider' })]),
      ['blocks[0].elements[0].type: divider does not go here'],
    ],
    [
      'another block in a carousel',
      message([{ type: 'carousel', elements: [section()] }]),
      ['blocks[0].elements[0].type: section does not go here'],
    ],
    [
      'a button as an icon',
      message([card({ title: plain('a'), icon: button() })]),
      ['blocks[0].icon.type: button does not go here'],
    ],
    [
      'a cell of a table',
      message([table([[plain('a')]])]),
      ['blocks[0].rows[0][0].type: plain_text does not go here'],
    ],
    [
      'no object',
      message(['a', null]),
      ['blocks[0]: a string, not an object', 'blocks[1]: null, not an object'],
    ],
    ['no array', message('[]'), ['blocks: a string, not an array']],
    [
      'a hole',
      message([{ type: 'actions', elements: [undefined] }]),
      ['blocks[0].elements[0]: undefined, not an object'],
    ],
    ['no payload', undefined, ['payload: undefined, not an object']],
    ['a list as a payload', [section()], ['payload: an array, not an object']],
    ['another view', { ...home([section()]), type: 'modal' }, ['type: "modal", not one of home'], 'home'],
  ]);
});

describe('surfaces', () => {
  const alert = { type: 'alert', text: plain('a') };
  checkFaults([
    ['an alert in a modal', modal([alert]), []],
    ['an alert in a message', message([alert]), ['blocks[0]: alert is not for the surface message']],
    ['a table in a home', home([table([[raw()]])]), ['blocks[0]: table is not for the surface home']],
    [
      'a card in a modal',
      modal([card({ title: plain('a') })]),
      ['blocks[0]: card is not for the surface modal'],
    ],
    [
      'a file',
      message([{ type: 'file', external_id: 'a', source: 'remote' }]),
      ['blocks[0]: file is not for the surface message'],
    ],
    [
      'an element',
      home([input({ type: 'email_text_input' })]),
      ['blocks[0].element: email_text_input is not for the surface home'],
    ],
  ]);
});
