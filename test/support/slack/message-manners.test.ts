import { describe, expect, test } from 'vitest';
import { messageManners } from './message-manners.ts';

const quiet = { unfurl_links: false, unfurl_media: false, mrkdwn: false };
const said = (text: string) => ({ text });
const section = (text: object) => ({ ...quiet, text: 'a', blocks: [{ type: 'section', text }] });
const mrkdwn = (text: string) => section({ type: 'mrkdwn', text });
const rich = (...elements: object[]) => ({
  ...quiet,
  text: 'a',
  blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
});

describe('a message with blocks', () => {
  const { blocks } = mrkdwn('a');
  test.each([
    ['that is quiet', { ...quiet, text: 'a', blocks }, []],
    [
      'that says nothing',
      { text: 'a', blocks },
      ['unfurl_links: not false', 'unfurl_media: not false', 'mrkdwn: not false'],
    ],
    ['that unfurls links', { ...quiet, unfurl_links: true, blocks }, ['unfurl_links: not false']],
    ['that unfurls media', { ...quiet, unfurl_media: undefined, blocks }, ['unfurl_media: not false']],
    ['that formats its text', { ...quiet, mrkdwn: true, blocks }, ['mrkdwn: not false']],
    [
      'in an attachment',
      { text: 'a', attachments: [{ blocks }], ...quiet, mrkdwn: true },
      ['mrkdwn: not false'],
    ],
    ['no blocks', { text: 'a' }, []],
    ['a modal', { type: 'modal', blocks }, []],
    ['a home', { type: 'home', blocks }, []],
    ['no message', 'a', []],
  ])('%s', (_, payload, faults) => {
    expect(messageManners(payload)).toEqual(faults);
  });
});

describe('a text', () => {
  const users = ['U012AB3CD', 'W012AB3CD'];
  const cases = [
    ['a < b && c', ['a raw < or >', 'a bare &']],
    ['a &lt; b &amp;&amp; c &gt; d', []],
    ['a > b', ['a raw < or >']],
    ['AT&T', ['a bare &']],
    ['&quot;a&#39;', ['a bare &']],
    ['&ampersand', ['a bare &']],
    ['<@U012AB3CD> and <@W012AB3CD>', []],
    ['<@U999>', ['<@U999> mentions somebody else']],
    ['<@U012AB3CD|ada>', ['<@U012AB3CD|ada> is no mention of a user and no link to a source']],
    ['<@u012ab3cd>', ['<@u012ab3cd> is no mention of a user and no link to a source']],
    ['<!channel>', ['<!channel> is no mention of a user and no link to a source']],
    [
      '<!subteam^S1> <#C1>',
      [
        '<!subteam^S1> is no mention of a user and no link to a source',
        '<#C1> is no mention of a user and no link to a source',
      ],
    ],
    ['<https://arxiv.org/abs/1704.04861|Howard 2017>', []],
    ['<https://docs.pytorch.org/docs/stable/nn.html> <https://keras.io/api/?a=1&amp;b=2|Keras>', []],
    ['<https://keras.io/api/?a=1&b=2|Keras>', ['a bare &']],
    [
      '<https://evil.example/|arxiv.org>',
      ['<https://evil.example/|arxiv.org> is no mention of a user and no link to a source'],
    ],
    [
      '<https://arxiv.org.evil.example/|a>',
      ['<https://arxiv.org.evil.example/|a> is no mention of a user and no link to a source'],
    ],
    [
      '<https://arxiv.org@evil.example/|a>',
      ['<https://arxiv.org@evil.example/|a> is no mention of a user and no link to a source'],
    ],
    ['<https://arxivxorg/|a>', ['<https://arxivxorg/|a> is no mention of a user and no link to a source']],
    ['<http://arxiv.org/|a>', ['<http://arxiv.org/|a> is no mention of a user and no link to a source']],
    [
      '<https://arxiv.org/abs|a|b>',
      ['<https://arxiv.org/abs|a|b> is no mention of a user and no link to a source'],
    ],
    [
      '<https://arxiv.org/abs|>',
      ['<https://arxiv.org/abs|> is no mention of a user and no link to a source'],
    ],
    ['<<@U012AB3CD>!here>', ['< !here> is no mention of a user and no link to a source']],
  ] as const;

  test.each(cases)('beside the blocks: %s', (text, faults) => {
    expect(messageManners(said(text), { users })).toEqual(faults.map((fault) => `text: ${fault}`));
  });

  test.each(cases)('in mrkdwn: %s', (text, faults) => {
    const expected = faults.map((fault) => `blocks[0].text.text: ${fault}`);
    expect(messageManners(mrkdwn(text), { users })).toEqual(expected);
  });

  test('nobody may be mentioned who was not named', () => {
    expect(messageManners(said('<@U012AB3CD>'))).toEqual(['text: <@U012AB3CD> mentions somebody else']);
  });

  test('in plain_text and in rich text it stays what it is', () => {
    expect(messageManners(section({ type: 'plain_text', text: '<!channel> & co' }))).toEqual([]);
    expect(messageManners(rich({ type: 'text', text: '<!channel> & co' }))).toEqual([]);
  });

  test('of a view, and of an attachment', () => {
    const blocks = [{ type: 'context', elements: [{ type: 'mrkdwn', text: '<!here>' }] }];
    const fault = 'text: <!here> is no mention of a user and no link to a source';
    expect(messageManners({ type: 'modal', blocks })).toEqual([`blocks[0].elements[0].${fault}`]);
    expect(messageManners({ ...quiet, text: 'a', attachments: [{ blocks, fallback: 'a & b' }] })).toEqual([
      'attachments[0].fallback: a bare &',
      `attachments[0].blocks[0].elements[0].${fault}`,
    ]);
  });

  test('metadata is no text', () => {
    expect(
      messageManners({ text: 'a', metadata: { event_payload: { type: 'mrkdwn', text: '<!here>' } } }),
    ).toEqual([]);
  });
});

describe('rich text', () => {
  const path = 'blocks[0].elements[0].elements[0]';
  test.each([
    ['text', { type: 'text', text: 'a' }, []],
    ['link', { type: 'link', url: 'https://arxiv.org/abs/1704.04861' }, []],
    ['a user who was named', { type: 'user', user_id: 'U1' }, []],
    ['another user', { type: 'user', user_id: 'U2' }, [`${path}: U2 is mentioned and is somebody else`]],
    ['broadcast', { type: 'broadcast', range: 'here' }, [`${path}: an element broadcast`]],
    ['usergroup', { type: 'usergroup', usergroup_id: 'S1' }, [`${path}: an element usergroup`]],
    ['channel', { type: 'channel', channel_id: 'C1' }, [`${path}: an element channel`]],
    ['emoji', { type: 'emoji', name: 'wave' }, [`${path}: an element emoji`]],
  ])('%s', (_, element, faults) => {
    expect(messageManners(rich(element), { users: ['U1'] })).toEqual(faults);
  });
});

test.each([
  [true, ['blocks[0].text.emoji: true']],
  [false, []],
  [undefined, []],
])('plain_text with emoji: %s', (emoji, faults) => {
  expect(messageManners(section({ type: 'plain_text', text: ':a:', emoji }))).toEqual(faults);
});
