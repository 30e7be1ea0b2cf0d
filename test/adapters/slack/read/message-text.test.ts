import { describe, expect, test } from 'vitest';
import { messageText } from '../../../../adapters/slack/read/message-text.ts';
import { unescaped } from '../../../../adapters/slack/read/unescaped.ts';
import { growsLinearly } from '../../../support/grows-linearly.ts';

describe('text as it was typed', () => {
  test.each([
    ['3 128-&gt;256', '3 128->256'],
    ['a &amp;&amp; b &lt;3', 'a && b <3'],
    ['&amp;gt;', '&gt;'],
    ['<https://pytorch.org>', 'https://pytorch.org'],
    ['<http://model.py|model.py>', 'model.py'],
    ['<mailto:a@b.org|a@b.org>', 'a@b.org'],
    ['<mailto:a@b.org>', 'a@b.org'],
    ['<@U0OWN> 7 512', '  7 512'],
    ['<@U0ADA> 7 512', '  7 512'],
    ['<@U0ADA|ada> 7 512', '  7 512'],
    ['<#C1|layers>', '#layers'],
    ['<!channel> 7', '  7'],
    ['<!subteam^S1|@team>', ' '],
    ['<!date^1^{date}|today>', 'today'],
    ['<https://a.example?a=1&amp;b=2|a&amp;b>', 'a&b'],
    ['< 7 512', '< 7 512'],
    ['<<<>>>', '<<>>'],
  ])('%s', (text, typed) => {
    expect(unescaped(text)).toBe(typed);
  });

  test.each(['<', '<@', '&lt;', '<a|', '<>', '&'])('in time that grows with the length alone: %s', (unit) => {
    const shape = (length: number) => unit.repeat(Math.floor(length / unit.length));
    expect(growsLinearly(unescaped, shape, 400_000)).toBe(true);
  });
});

describe('a message', () => {
  const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
  const rich = (...elements: object[]) => ({ type: 'rich_text', elements });

  test('of rich text: code stays code, and who is mentioned says nothing', () => {
    const blocks = [
      rich(
        section(
          { type: 'user', user_id: 'U0OWN' },
          { type: 'text', text: ' look: ' },
          { type: 'text', text: 'nn.Conv2d(3, 64, 3)', style: { code: true } },
          { type: 'emoji', name: 'eyes' },
          { type: 'user', user_id: 'U0ADA' },
          { type: 'broadcast', range: 'here' },
          { type: 'link', url: 'https://a.example', text: 'nn.Li' },
          { type: 'link', url: 'https://b.example' },
          { type: 'channel', channel_id: 'C1' },
          { type: 'usergroup', usergroup_id: 'S1' },
          { type: 'color', value: '#512512' },
          { type: 'date', timestamp: 1, format: '{date}', fallback: 'today' },
          { type: 'unheard_of' },
        ),
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a < b' }] },
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [section({ type: 'text', text: 'one' }), section({ type: 'text', text: 'two' })],
        },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted' }] },
      ),
    ];
    expect(messageText({ text: 'not read', blocks })).toBe(
      '  look: `nn.Conv2d(3, 64, 3)`   nn.Lihttps://b.example#C1 #512512todayunheard_of\n\n```\na < b\n```\n\none\ntwo\nquoted',
    );
  });

  test('of text alone', () => {
    expect(messageText({ text: '3 128-&gt;256' })).toBe('3 128->256');
  });

  test('of another app, in sections, headers and attachments', () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: 'Model' } },
      { type: 'divider' },
      { type: 'section', text: { type: 'mrkdwn', text: '3 -&gt; 4' } },
      { type: 'section', fields: [{ type: 'mrkdwn', text: 'stem' }] },
    ];
    const attachments = [
      { text: 'old' },
      { blocks: [{ type: 'section', text: { type: 'plain_text', text: 'new' } }] },
    ];
    expect(messageText({ text: 'fallback', blocks, attachments })).toBe('Model\n3 -> 4\nstem\nold\nnew');
  });

  test('with a snippet that Slack shows whole, and without one that it cuts', () => {
    const files = [
      { mode: 'snippet', preview: 'nn.Conv2d(3, 64, 3)', lines: 1, lines_more: 0 },
      { mode: 'snippet', preview: 'nn.Linear(', lines: 90, lines_more: 85 },
      { mode: 'snippet', preview: 'nn.Linear(', preview_is_truncated: true },
      { mimetype: 'image/png' },
      null,
    ];
    expect(messageText({ text: 'this', files })).toBe('this\nnn.Conv2d(3, 64, 3)');
  });

  test.each([
    [{}],
    [{ text: undefined }],
    [{ blocks: [null, 7, 'x', {}] }],
    [{ blocks: [rich({}, { type: 1 })] }],
  ])('of nothing: %j', (message) => {
    expect(messageText(message)).toBe('');
  });
});
