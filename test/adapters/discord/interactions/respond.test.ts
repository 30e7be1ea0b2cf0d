import { afterEach, describe, expect, test } from 'vitest';
import { respond } from '../../../../adapters/discord/interactions/respond.ts';
import { respondSafely } from '../../../../adapters/discord/interactions/respond-safely.ts';
import { createLog } from '../../../../adapters/log.ts';
import {
  click,
  command,
  menu,
  ping,
  sentForm,
  typing,
  userId,
} from '../../../support/discord/interactions.ts';
import { callbackFaults } from '../../../support/discord/payload-faults.ts';
import { buttonId, shownButtons, shownText } from '../../../support/discord/shown.ts';

const isPrivate = { flags: 64 | (1 << 15) };
const faults: string[] = [];

/** The response, as JSON takes it to Discord; the real Discord would have taken it. */
function responseTo(interaction: Parameters<typeof respond>[0]) {
  const { response } = respond(interaction);
  const sent: unknown = JSON.parse(JSON.stringify(response));
  faults.push(...callbackFaults(sent));
  return sent;
}

afterEach(() => {
  expect(faults.splice(0)).toEqual([]);
});

test('a ping', () => {
  expect(responseTo(ping())).toEqual({ type: 1 });
});

describe('/convparams', () => {
  test('answers its asker alone', () => {
    const answer = responseTo(command({ query: '7 512 512 nobias' }));
    expect(answer).toMatchObject({ type: 4, data: isPrivate });
    expect(shownText(answer)).toContain('12,845,056');
  });

  test.each([{ query: '7 512 512 share' }, { query: '7 512 512', share: true }])('shared: %j', (options) => {
    expect(responseTo(command(options))).toMatchObject({ type: 4, data: { flags: 1 << 15 } });
  });

  test.each(['help', 'explain bias'])('shared, since the option says so: %s', (query) => {
    expect(responseTo(command({ query, share: true }))).toMatchObject({ type: 4, data: { flags: 1 << 15 } });
  });

  test('not shared, since the option says so and weighs more than a word', () => {
    const answer = responseTo(command({ query: '7 512 512 share', share: false }));
    expect(answer).toMatchObject({ type: 4, data: isPrivate });
    expect(shownText(answer)).toContain('12,845,568');
  });

  test.each([{ query: '7 512 512 nobais share' }, { query: '7 512 512 nobais', share: true }])(
    'a mistake is told its author alone, shared or not: %j',
    (options) => {
      expect(responseTo(command(options))).toMatchObject({ type: 4, data: isPrivate });
    },
  );

  test('typed options are values, with words beside them', () => {
    const options = {
      kernel: '3x3',
      in: 64,
      out: 128,
      groups: 32,
      stride: '2',
      padding: '1',
      input: '56',
    };
    const typed = responseTo(command({ ...options, bias: false }));
    expect(shownText(typed)).toBe(
      shownText(responseTo(command({ query: '3 64 128 g=32 s2 p1 @56 nobias' }))),
    );
    const both = responseTo(command({ query: 'nobias int8', kernel: '3', in: 64, out: 64 }));
    expect(shownText(both)).toBe(shownText(responseTo(command({ query: '3 64 64 nobias int8' }))));
  });

  test.each(['5 32 64 vs 3 32 64', '5 32 64 + 3 32 64'])('options of one of several layers: %s', (query) => {
    const note = 'Of the first layer alone: bias, stride. Words in the query describe the others.';
    expect(shownText(responseTo(command({ query, bias: false, stride: '2' })))).toContain(`-# ${note} `);
    expect(shownText(responseTo(command({ query, input: '56', share: true })))).not.toContain('alone');
  });

  test('options of one layer need no note', () => {
    expect(shownText(responseTo(command({ query: '5 32 64', bias: false })))).not.toContain('alone:');
  });

  test('a mistake in typed options can be edited with all of them', () => {
    const answer = responseTo(command({ query: 'nobias', in: 64, out: 50, groups: 32 }));
    expect(shownText(answer)).toContain('32 groups do not divide 50');
    expect(buttonId(answer, 'Edit')).toBe('edit:nobias in=64 out=50 g=32');
  });

  test('without anything, the default layer', () => {
    expect(shownText(responseTo(command()))).toContain('Conv2d 3×3 · 128 → 256');
  });

  test('digits as the asker writes them', () => {
    expect(shownText(responseTo(command({ query: '7 512 512 nobias' }, { locale: 'de' })))).toContain(
      '12.845.056',
    );
  });

  test('edit opens the form', () => {
    expect(responseTo(command({ query: 'edit 7 512 512' }))).toMatchObject({ type: 9 });
  });

  test('a chosen question that was too long for a choice', () => {
    const stack = `3 3 8${' + 3 8'.repeat(40)} nobias`;
    const suggested = responseTo(typing(stack)) as { data: { choices: { value: string }[] } }; // as tested below
    const [choice] = suggested.data.choices;
    expect(choice?.value.length).toBeLessThanOrEqual(100);
    expect(shownText(responseTo(command({ query: choice?.value ?? '' })))).toBe(
      shownText(responseTo(command({ query: stack }))),
    );
  });
});

describe('a click', () => {
  test('on a private answer changes it in place', () => {
    const next = responseTo(click('ask:7 512 512', isPrivate));
    expect(next).toMatchObject({ type: 7, data: { flags: 1 << 15 } });
    expect(shownText(next)).toContain('12,845,568');
    expect(shownButtons(next).map(({ label }) => label)).toContain('Share');
  });

  test('on a public one answers the clicker, and leaves it as it is', () => {
    expect(responseTo(click('ask:7 512 512'))).toMatchObject({ type: 4, data: isPrivate });
  });

  test('on Share posts what the message has, for everybody', () => {
    const answer = responseTo(command({ query: '7 512 512 nobias' })) as { data: { components: object[] } }; // as tested above
    const shared = responseTo(click('share', { ...isPrivate, components: numbered(answer.data.components) }));
    expect(shared).toMatchObject({ type: 4, data: { flags: 1 << 15 } });
    expect(shownText(shared)).toBe(`${shownText(answer)}\n-# Asked by <@${userId}>`);
    expect(shownButtons(shared).map(({ label }) => label)).toEqual([
      'With bias',
      'At 56×56',
      '32 groups',
      'Against 3×3',
      'Edit',
    ]);
    expect(JSON.stringify(shared)).not.toContain('"id"');
  });

  test('on Share in a direct message, where there is no member', () => {
    const components = numbered([{ type: 17, components: [{ type: 10, content: 'x' }] }]);
    const shared = responseTo(click('share', { components }, { member: undefined, user: { id: '7' } }));
    expect(shownText(shared)).toBe('x\n-# Asked by <@7>');
  });

  test('on Dismiss deletes the answer, if it is private', () => {
    expect(respond(click('dismiss', isPrivate))).toEqual({
      response: { type: 6 },
      afterwards: 'delete the message',
    });
    expect(responseTo(click('dismiss'))).toMatchObject({ type: 4, data: isPrivate });
  });

  test.each(['', 'v0|7|512', 'ask:⧉'])('on a button of another version: %j', (id) => {
    const answer = responseTo(click(id));
    expect(answer).toMatchObject({ type: 4, data: isPrivate });
    expect(shownText(answer)).toContain('another version');
  });
});

describe('Price conv layers', () => {
  test('prices the code of a message, privately, with Share', () => {
    const answer = responseTo(menu('what do you think of ```\nnn.Conv2d(512, 512, 7, bias=False)\n```'));
    expect(answer).toMatchObject({ type: 4, data: isPrivate });
    expect(shownText(answer)).toContain('12,845,056');
    expect(buttonId(answer, 'Share')).toBe('share');
  });

  test.each(['<@7>', '<@!7>', '<@&7>', '<#7>', '</convparams:7>', '<:layer:7>', '<a:spin:7>', '<t:7:R>'])(
    'leaves mentions aside: %s',
    (mention) => {
      expect(shownText(responseTo(menu(`${mention} 7 512 512 nobias`)))).toContain('12,845,056');
    },
  );

  test('prices what a forwarded message says', () => {
    const message_snapshots = [{ message: { content: 'nn.Conv2d(3, 64, 7)' } }];
    expect(shownText(responseTo(menu('', {}, { message_snapshots })))).toContain('9,472');
  });

  test('a message whose code is in a file: says how that is read', () => {
    const file = { filename: 'message.txt', size: 7, url: 'https://cdn.discordapp.com/7' };
    const text = [{ ...file, content_type: 'text/plain; charset=utf-8' }];
    expect(shownText(responseTo(menu('my model', {}, { attachments: text })))).toContain('is in a file');
    expect(shownText(responseTo(menu('nn.Conv2d(3, 64, 7)', {}, { attachments: text })))).toContain('9,472');
    const picture = [{ ...file, content_type: 'image/png' }];
    expect(shownText(responseTo(menu('hi', {}, { attachments: picture })))).toContain('There is no layer');
  });

  test.each(['hello', '', 'In 2024 we had 3 issues'])('a message without any layer: %j', (content) => {
    expect(shownText(responseTo(menu(content)))).toContain('There is no layer in that message');
  });
});

test('a form that was sent off from a private message changes that, from any other it is answered beside', () => {
  const values = { kernel: '7', in: '512', out: '512', input: '', words: 'nobias' };
  expect(responseTo(sentForm(values, { message: { id: '1', ...isPrivate } }))).toMatchObject({ type: 7 });
  expect(responseTo(sentForm(values, { message: { id: '1', flags: 0 } }))).toMatchObject({
    type: 4,
    data: isPrivate,
  });
  expect(responseTo(sentForm(values))).toMatchObject({ type: 4, data: isPrivate });
  const shared = sentForm({ ...values, words: 'nobias share' }, { message: { id: '1', ...isPrivate } });
  expect(responseTo(shared)).toMatchObject({ type: 4, data: { flags: 1 << 15 } });
});

test('a command of another version', () => {
  const unknown = command({}, { data: { type: 2, name: 'Price this user', target_id: '1' } });
  expect(shownText(responseTo(unknown))).toContain('another version');
});

describe('an exception', () => {
  const failing = () => {
    throw new Error('a bug');
  };

  test('is logged with an id, which the person is told', () => {
    let logged = '';
    const log = createLog('info', {
      write: (line) => {
        logged += line;
      },
    });
    const { response } = respondSafely(command({ query: 'secret words' }), log, failing);
    const [, id = 'none'] = /error ([0-9a-f]{8})\./.exec(shownText(response)) ?? [];
    expect(logged).toContain(`"fault":"${id}"`);
    expect(logged).toContain('a bug');
    expect(logged).not.toContain('secret words');
    expect(callbackFaults(response)).toEqual([]);
  });

  test('while somebody types suggests nothing', () => {
    const { response } = respondSafely(typing('7'), createLog('silent'), failing);
    expect(response).toEqual({ type: 8, data: { choices: [] } });
  });
});

/** Components as Discord gives them back: with numbers of their own. */
function numbered(components: readonly object[]): object[] {
  let count = 0;
  const number = (_key: string, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('type' in value)) return value;
    count += 1;
    return { id: count, ...value };
  };
  return JSON.parse(JSON.stringify(components, number));
}
