import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { describe } from 'vitest';
import { checkFaults } from './check-faults.ts';
import { button, dataTable, message, mrkdwn, option, plain, raw, rich, section } from './samples.ts';

describe('what @slack/types takes is taken', () => {
  const blocks: KnownBlock[] = [
    { type: 'header', text: plain('7×7') },
    { type: 'divider' },
    { type: 'section', text: mrkdwn('a'), fields: [mrkdwn('a'), plain('b')], accessory: button() },
    { type: 'section', text: plain('a'), accessory: { type: 'overflow', options: [option(), option('b')] } },
    {
      type: 'context',
      elements: [mrkdwn('a'), plain('b'), { type: 'image', alt_text: 'a', image_url: 'https://a.example' }],
    },
    { type: 'actions', block_id: 'a', elements: [button({ action_id: 'a', value: 'a', style: 'primary' })] },
    { type: 'image', alt_text: 'a', slack_file: { id: 'F1' }, title: plain('a'), block_id: 'b' },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'a', style: { bold: true, code: true } },
            { type: 'link', url: 'https://arxiv.org/abs/1704.04861', text: 'a' },
            { type: 'user', user_id: 'U012AB3CD' },
            { type: 'usergroup', usergroup_id: 'S012AB3CD' },
            { type: 'team', team_id: 'T012AB3CD' },
            { type: 'channel', channel_id: 'C012AB3CD' },
            { type: 'emoji', name: 'wave' },
            { type: 'broadcast', range: 'here' },
            { type: 'color', value: '#439FE0' },
            { type: 'date', timestamp: 1, format: '{date}', fallback: '' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'bullet',
          indent: 1,
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }],
        },
        { type: 'rich_text_preformatted', border: 1, elements: [{ type: 'text', text: 'a' }] },
        { type: 'rich_text_quote', elements: [] },
      ],
    },
    {
      type: 'table',
      rows: [
        [raw(), rich({ type: 'text', text: 'b' })],
        [raw(), { type: 'raw_number', value: 9408, text: '9,408' }],
      ],
      column_settings: [{ align: 'right', is_wrapped: true }, {}],
    },
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          positive_button: { text: plain('a'), value: 'a' },
          negative_button: { text: plain('b'), value: 'b' },
        },
        { type: 'icon_button', icon: 'trash', text: plain('a') },
      ],
    },
    { type: 'markdown', text: '# a' },
    { type: 'container', title: plain('a'), child_blocks: [{ type: 'divider' }, section()] },
    { type: 'carousel', elements: [{ type: 'card', title: mrkdwn('a'), actions: [button(), button()] }] },
    { type: 'task_card', task_id: 'a', title: 'a', status: 'complete' },
    { type: 'plan', title: 'a', tasks: [] },
    {
      type: 'video',
      alt_text: 'a',
      title: plain('a'),
      thumbnail_url: 'https://a.example/a.png',
      video_url: 'https://a.example/a',
    },
  ];
  const view: ModalView = {
    type: 'modal',
    title: plain('a'),
    submit: plain('a'),
    close: plain('a'),
    callback_id: 'a',
    private_metadata: '{}',
    notify_on_close: true,
    blocks: [
      { type: 'alert', text: mrkdwn('a'), level: 'info' },
      {
        type: 'input',
        label: plain('a'),
        hint: plain('a'),
        dispatch_action: true,
        element: {
          type: 'plain_text_input',
          dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
          focus_on_load: true,
          placeholder: plain('a'),
        },
      },
      {
        type: 'input',
        label: plain('a'),
        element: { type: 'number_input', is_decimal_allowed: false, min_value: '-2', max_value: '10' },
      },
      {
        type: 'input',
        label: plain('a'),
        element: { type: 'static_select', options: [option(), option('b')], initial_option: option('b') },
      },
      {
        type: 'input',
        label: plain('a'),
        element: { type: 'checkboxes', options: [option(), option('b')], initial_options: [option()] },
      },
      {
        type: 'input',
        label: plain('a'),
        element: { type: 'conversations_select', response_url_enabled: true },
      },
      { type: 'input', label: plain('a'), element: { type: 'datepicker', initial_date: '2026-02-28' } },
      { type: 'input', label: plain('a'), element: { type: 'timepicker', initial_time: '23:59' } },
      {
        type: 'input',
        label: plain('a'),
        element: { type: 'datetimepicker', initial_date_time: 1628633820 },
      },
    ],
  };
  const tab: HomeView = { type: 'home', blocks: [section(), { type: 'actions', elements: [button()] }] };

  checkFaults([
    ['a message', { channel: 'C1', thread_ts: '1.2', text: 'a', blocks, unfurl_links: false }, []],
    ['a message with a data_table', message([dataTable([[raw()], [rich()]], { page_size: 5 })]), []],
    ['a response', { response_type: 'ephemeral', replace_original: true, text: 'a', mrkdwn: false }, []],
    ['a modal', view, []],
    ['a home', tab, []],
  ]);
});
