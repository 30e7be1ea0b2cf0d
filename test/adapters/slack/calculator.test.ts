import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blockTexts } from '../../support/slack/block-texts.ts';
import { buttonCalled, clickOnMessage } from '../../support/slack/interactions.ts';
import { inputsOf, stateOf } from '../../support/slack/modal-state.ts';
import { type SlackBot, slackBot } from '../../support/slack/slack-bot.ts';

let bot: SlackBot;
beforeAll(async () => {
  bot = await slackBot();
});
afterAll(() => bot.stop());
beforeEach(() => bot.reset());
afterEach(() => expect(bot.faults()).toEqual([]));

type OpenView = ReturnType<SlackBot['slack']['openViews']>[number];

function lastView(): OpenView {
  const view = bot.slack.openViews().at(-1);
  if (!view) throw new Error('no view is open');
  return view;
}

async function openedBy(question: string): Promise<OpenView> {
  const opened = bot.slack.nextCall('views.open');
  await bot.command(`edit ${question}`, { trigger_id: await bot.slack.triggerId() });
  await opened;
  return lastView();
}

/** A keystroke, as Slack sends it: all that was typed so far, and the hash of the view that was seen. */
async function typeInto(view: OpenView, changes: Record<string, string>, action: object = {}): Promise<void> {
  const updated = bot.slack.nextCall('views.update');
  await bot.interact({
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
    view: { ...view, state: stateOf(view, changes) },
    actions: [
      { type: 'plain_text_input', action_id: 'field', block_id: 'kernel:0', action_ts: '1', ...action },
    ],
  });
  await updated;
}

function submit(view: OpenView, changes: Record<string, string> = {}, more = {}) {
  return bot.interact({ type: 'view_submission', view: { ...view, state: stateOf(view, changes) }, ...more });
}

function textOf(view: OpenView): string {
  return blockTexts(view.blocks).join('\n');
}

function alertBelow(view: OpenView): string | undefined {
  const at = view.blocks.findIndex(({ type }) => type === 'alert');
  const above = view.blocks[at - 1]?.['block_id'];
  return typeof above === 'string' ? above : undefined;
}

describe('the fields of a layer', () => {
  test('are those of the question, with its answer around them', async () => {
    const view = await openedBy('7 512 512 nobias');
    expect([...inputsOf(view).keys()]).toEqual([
      'kernel',
      'in',
      'out',
      'bias',
      'groups',
      'stride',
      'padding',
      'dilation',
      'input',
      'convention',
      'words',
    ]);
    expect(textOf(view)).toContain('2.24 % of standard');
    expect(textOf(view)).toContain('12,845,056');
  });

  test('the table recomputes as the person types', async () => {
    const view = await openedBy('7 512 512 nobias');
    await typeInto(view, { kernel: '3' });
    expect(textOf(lastView())).toContain('2,359,296');
    await typeInto(lastView(), { kernel: '3', input: '56' });
    expect(textOf(lastView())).toContain('MACs');
    await typeInto(lastView(), { kernel: '3', input: '56', words: 'int8 flops' });
    expect(textOf(lastView())).toContain('FLOPs');
    expect(textOf(lastView())).toContain('Size (int8)');
  });

  test('bias and convention are chosen', async () => {
    const view = await openedBy('3 64 128 nobias');
    await typeInto(view, { bias: 'on', convention: 'keras' }, { type: 'radio_buttons' });
    expect(textOf(lastView())).toContain('Keras convention: separable is one layer with one bias.');
  });

  test('a mistake is shown at its field, with its fix as a button that fills the fields', async () => {
    const view = await openedBy('3 128 250');
    await typeInto(view, { groups: '32' });
    expect(textOf(lastView())).toContain('32 groups do not divide 250 output channels');
    expect(alertBelow(lastView())).toBe('groups:0');
    const fix = buttonCalled('3 128 256 g=32', lastView());
    await typeInto(lastView(), { groups: '32' }, fix);
    const fixed = lastView();
    expect(alertBelow(fixed)).toBeUndefined();
    expect(inputsOf(fixed).get('out')?.element.initial_value).toBe('256');
    // Slack keeps what was typed into a block of the same id, so that filled fields need another one.
    expect(inputsOf(fixed).get('out')?.block_id).toBe('out:1');
  });

  test('a mistake in the words without a field is shown at these words', async () => {
    const view = await openedBy('3 64 64');
    await typeInto(view, { words: 'gropus=2' });
    expect(alertBelow(lastView())).toBe('words:0');
    expect(textOf(lastView())).toContain('gropus');
  });

  test('a keystroke that was overtaken by a later one is dropped', async () => {
    const view = await openedBy('7 512 512 nobias');
    await typeInto(view, { kernel: '5' });
    const after = lastView();
    const late = bot.slack.nextCall('views.update');
    await bot.interact({
      type: 'block_actions',
      container: { type: 'view', view_id: view.id },
      view: { ...view, state: stateOf(view, { kernel: '9' }) },
      actions: [{ type: 'plain_text_input', action_id: 'field', block_id: 'kernel:0', action_ts: '1' }],
    });
    expect((await late).response).toEqual({ ok: false, error: 'hash_conflict' });
    expect(lastView()).toEqual(after);
    expect(bot.log.filter(({ level }) => level === 50)).toEqual([]);
    expect(bot.slack.responses).toEqual([]);
  });

  test('20 keystrokes at once do no harm: those that Slack takes are drawn, the others dropped', async () => {
    const view = await openedBy('3 64 64');
    const keys = Array.from({ length: 20 }, (_, index) => typeInto(view, { out: String(64 + index) }));
    await Promise.all(keys);
    const updates = () =>
      bot.slack.calls.filter(({ method, response }) => method === 'views.update' && response);
    await expect.poll(updates).toHaveLength(20);
    // All have seen the same view, so that Slack takes the first that arrives.
    expect(
      updates().filter(({ response }) => JSON.stringify(response).startsWith('{"ok":true')),
    ).toHaveLength(1);
    expect(bot.log.filter(({ level }) => level === 50)).toEqual([]);
  });
});

describe('a question that is no layer is edited as text', () => {
  test.each([
    ['3 3 32 s2 @224 + 3 dw + 1 64', '3,328 parameters'],
    ['5 32 64 vs 3 32 64', '18,496'],
    ['explain separable', 'MobileNets'],
    ['7 512 512 nobais', 'nobais is not a word I know'],
  ])('%s', async (question, shown) => {
    const view = await openedBy(question);
    expect([...inputsOf(view).keys()]).toEqual(['question']);
    expect(inputsOf(view).get('question')?.element.initial_value).toBe(question);
    expect(textOf(view)).toContain(shown);
  });

  test('and its answer recomputes as well', async () => {
    const view = await openedBy('5 32 64 vs 3 32 64');
    await typeInto(view, { question: '5 32 64 vs 3 32 64 vs 1 32 64' });
    expect(textOf(lastView())).toContain('2,112');
  });
});

describe('Post', () => {
  test('posts to the conversation that the command was typed in, with the name of who asked', async () => {
    const view = await openedBy('7 512 512 nobias');
    const { status, text } = await submit(view, { kernel: '3' });
    expect([status, text]).toEqual([200, '']);
    const [posted] = await bot.responses(1);
    expect(posted).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(posted?.['text']).toContain('2,359,296');
    expect(posted?.['text']).toContain(`Asked by <@${bot.slack.userId}>`);
  });

  test('from a private answer, takes that away', async () => {
    const { json } = await bot.command('7 512 512 nobias');
    const opened = bot.slack.nextCall('views.open');
    const click = clickOnMessage(bot, buttonCalled('Edit', json), { thread: '1.2' });
    await bot.interact({ ...click, trigger_id: await bot.slack.triggerId() });
    await opened;
    await submit(lastView());
    const [posted, gone] = await bot.responses(2);
    expect(posted).toMatchObject({ response_type: 'in_channel', thread_ts: '1.2' });
    expect(gone).toEqual({ delete_original: true });
  });

  test('a mistake is told at its field, and nothing is posted', async () => {
    const view = await openedBy('3 128 250');
    const { json } = await submit(view, { groups: '32' });
    expect(json).toEqual({
      response_action: 'errors',
      errors: { 'groups:0': expect.stringContaining('32 groups do not divide 250 output channels') },
    });
    expect(bot.slack.responses).toEqual([]);
  });

  test('a calculator that was open for too long posts as a member of the channel', async () => {
    const view = await openedBy('7 512 512 nobias');
    bot.slack.failNext('response_url', { status: 404 });
    const posted = bot.slack.nextCall('chat.postMessage');
    await submit(view);
    expect((await posted).arguments).toMatchObject({ channel: bot.slack.channel });
    expect((await bot.slack.messages(bot.slack.channel)).at(-1)?.text).toContain('12,845,056');
  });

  test('and where the app is no member, the answer goes to who asked, with the reason', async () => {
    const view = await openedBy('7 512 512 nobias');
    bot.slack.failNext('response_url', { status: 404 });
    bot.slack.failNext('chat.postMessage', { error: 'not_in_channel' });
    await submit(view);
    const messages = async () => (await bot.slack.messages(bot.slack.directChannel)).at(-1)?.text;
    await expect.poll(messages).toContain('could not be posted there any more');
  });

  test('from the global shortcut, posts to the conversation that was chosen', async () => {
    const opened = bot.slack.nextCall('views.open');
    await bot.interact({
      type: 'shortcut',
      callback_id: 'open_calculator',
      action_ts: '1',
      trigger_id: await bot.slack.triggerId(),
    });
    await opened;
    const view = lastView();
    expect(inputsOf(view).get('conversation')?.element).toMatchObject({
      type: 'conversations_select',
      default_to_current_conversation: true,
      response_url_enabled: true,
    });
    const response_url = bot.slack.responseUrl();
    await submit(
      view,
      {},
      {
        response_urls: [
          { response_url, channel_id: bot.slack.channel, block_id: 'conversation:0', action_id: 'field' },
        ],
      },
    );
    const [posted] = await bot.responses(1);
    expect(posted).toMatchObject({ response_type: 'in_channel' });
    expect(posted?.['text']).toContain('295,168');
  });
});
