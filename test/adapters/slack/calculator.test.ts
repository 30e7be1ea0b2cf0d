import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blockTexts } from '../../support/slack/block-texts.ts';
import { buttonCalled, buttonsIn, clickOnMessage } from '../../support/slack/interactions.ts';
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

let now = 1_700_000_000;

/** What Slack sends for a keystroke: all that was typed so far, and the hash of the view that was seen. */
function keystroke(view: OpenView, changes: Record<string, string>, action: object = {}) {
  now += 1;
  return bot.interact({
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
    view: { ...view, state: stateOf(view, changes) },
    actions: [
      {
        type: 'plain_text_input',
        action_id: 'field',
        block_id: 'kernel:0',
        ...action,
        action_ts: `${now}.000100`,
      },
    ],
  });
}

async function typeInto(view: OpenView, changes: Record<string, string>, action: object = {}): Promise<void> {
  const updated = bot.slack.nextCall('views.update');
  await keystroke(view, changes, action);
  await updated;
}

function updates() {
  return bot.slack.calls.filter(({ method }) => method === 'views.update').map(({ response }) => response);
}

function submit(view: OpenView, changes: Record<string, string> = {}, more = {}) {
  return bot.interact({ type: 'view_submission', view: { ...view, state: stateOf(view, changes) }, ...more });
}

function textOf(view: OpenView): string {
  return blockTexts(view.blocks).join('\n');
}

/** Where a field says that something else counts. */
function hintsOf(view: OpenView): string[] {
  const fields = [...inputsOf(view)].filter(([name]) => name !== 'words');
  return fields.flatMap(([, block]) => ('hint' in block ? [block.block_id] : []));
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

  test.each([
    ['in', '', 'Fill in the input channels.'],
    ['kernel', '', 'Fill in the kernel.'],
    ['kernel', ' ', 'Fill in the kernel.'],
  ])('%s left as %j is no answer: nobody typed the default', async (field, left, told) => {
    const view = await openedBy('7 512 512');
    await typeInto(view, { [field]: left });
    expect(alertBelow(lastView())).toBe(`${field}:0`);
    expect(textOf(lastView())).toContain(told);
    expect(textOf(lastView())).toContain('No answer yet');
    const { json } = await submit(lastView(), { [field]: left });
    expect(json).toEqual({ response_action: 'errors', errors: { [`${field}:0`]: told } });
  });

  test('what is above the fields keeps its place while a value is half typed', async () => {
    const view = await openedBy('3 64 64 g=32');
    const above = () =>
      lastView()
        .blocks.slice(0, 3)
        .map(({ type }) => type);
    const before = above();
    await typeInto(view, { out: '1' });
    expect(above()).toEqual(before);
    expect(alertBelow(lastView())).toBeDefined();
  });

  test('a number out of its range is told, and not drawn into its field, where Slack refuses it', async () => {
    const view = await openedBy('3 64 64');
    await typeInto(view, { in: '1000001' });
    expect(alertBelow(lastView())).toBe('in:0');
    expect(inputsOf(lastView()).get('in')?.element).not.toHaveProperty('initial_value');
  });

  test('a depthwise layer follows its channels', async () => {
    const view = await openedBy('3 64 64 dw');
    await typeInto(view, { in: '32', out: '32' });
    expect(textOf(lastView())).toContain('Conv2d 3×3 · 32 → 32 · bias · depthwise');
  });
});

describe('words beside the fields', () => {
  test.each([
    ['nobias', 'bias', 'Conv2d 3×3 · 128 → 256 · no bias'],
    ['dw', 'groups', 'depthwise'],
    ['g=4', 'groups', '4 groups'],
    ['k=5', 'kernel', 'Conv2d 5×5 · 128 → 256'],
    ['stride 2', 'stride', 'stride 2'],
    ['s=2', 'stride', 'stride 2'],
    ['1d causal', 'padding', 'Conv1d 3 · 128 → 256'],
    ['keras', 'convention', 'Keras convention'],
  ])('%s overrules what nobody has filled in at the %s', async (words, field, shown) => {
    const view = await openedBy('');
    await typeInto(view, { words });
    expect(alertBelow(lastView())).toBeUndefined();
    expect(textOf(lastView())).toContain(shown);
    expect(hintsOf(lastView())).toEqual([`${field}:0`]);
    await submit(lastView(), { words });
    const [posted] = await bot.responses(1);
    expect(posted?.['text']).toContain(shown);
  });

  test('a contradiction of a field that was filled is told at the words, whose fix keeps them', async () => {
    const view = await openedBy('7 512 512 s=4');
    await typeInto(view, { words: 'nobias s=2' });
    expect(alertBelow(lastView())).toBe('words:0');
    expect(textOf(lastView())).toContain('contradicts what was said before about the stride');
    const { json } = await submit(lastView(), { words: 'nobias s=2' });
    expect(json).toMatchObject({ errors: { 'words:0': expect.stringContaining('contradicts') } });
    await typeInto(lastView(), { words: 'nobias s=2' }, buttonCalled('7 512 512 nobias s=2', lastView()));
    expect(inputsOf(lastView()).get('stride')?.element.initial_value).toBe('2');
  });

  test.each([
    ['help', 'help'],
    ['explain bias', 'explain bias'],
    ['vs 5 32 64', '7 512 512 vs 5 32 64'],
    ['+ 3 64', '7 512 512 + 3 512 64'],
  ])('%s has no fields: the whole question is offered as text', async (words, whole) => {
    const view = await openedBy('7 512 512');
    await typeInto(view, { words });
    expect(alertBelow(lastView())).toBe('words:0');
    expect(textOf(lastView())).toContain('The fields hold one layer: ask this as text.');
    await typeInto(lastView(), { words }, buttonCalled(whole, lastView()));
    expect(inputsOf(lastView()).get('question')?.element.initial_value).toBe(whole);
  });

  test('a comparison of the layer with others is answered as it is', async () => {
    const view = await openedBy('');
    await typeInto(view, { words: 'nobias vs 5 32 64' });
    expect(alertBelow(lastView())).toBeUndefined();
    expect(textOf(lastView())).toContain('51,200');
  });
});

describe('an empty field shows what can be typed there', () => {
  test('as a value, without its name', async () => {
    const view = await openedBy('');
    const placeholder = (name: string) => inputsOf(view).get(name)?.element['placeholder'];
    expect(placeholder('input')).toMatchObject({ text: '56 or 224x224' });
    expect(placeholder('kernel')).toMatchObject({ text: '7 or 1x7' });
    expect(placeholder('in')).toMatchObject({ text: '512' });
  });

  test('and the words say what has no field', async () => {
    const view = await openedBy('');
    const hint = inputsOf(view).get('words')?.['hint'];
    expect(hint).toMatchObject({
      text: 'Words such as 1d, standard, dw, separable, m=2, t, op=1, bn, batch=8, fp32, flops.',
    });
  });
});

describe('keys typed faster than Slack draws', () => {
  test('the last one is what is shown, though all come with the hash of the first view', async () => {
    const view = await openedBy('3 64 64');
    await Promise.all(['5', '51', '512'].map((out) => keystroke(view, { out })));
    await expect.poll(() => textOf(lastView())).toContain('64 → 512');
  });

  test('also where the first was drawn already', async () => {
    const view = await openedBy('3 64 64');
    await typeInto(view, { out: '5' });
    await typeInto(view, { out: '51' });
    expect(textOf(lastView())).toContain('64 → 51');
  });

  test('one that arrives late, after a later one, is dropped', async () => {
    const view = await openedBy('3 64 64');
    const late = now + 1;
    now += 1;
    await typeInto(view, { out: '512' });
    await bot.interact({
      type: 'block_actions',
      container: { type: 'view', view_id: view.id },
      view: { ...view, state: stateOf(view, { out: '51' }) },
      actions: [{ type: 'number_input', action_id: 'field', block_id: 'out:0', action_ts: `${late}.000100` }],
    });
    expect((await bot.command('3 64 64')).status).toBe(200);
    expect(updates()).toHaveLength(1);
    expect(textOf(lastView())).toContain('64 → 512');
  });

  test('20 at once need few updates, and none fails', async () => {
    const view = await openedBy('3 64 64');
    await Promise.all(Array.from({ length: 20 }, (_, index) => keystroke(view, { out: String(65 + index) })));
    await expect.poll(() => textOf(lastView())).toContain('64 → 84');
    expect(updates().length).toBeLessThan(20);
    expect(JSON.stringify(updates())).not.toContain('hash_conflict');
  });

  test('a view that another instance has drawn meanwhile is left as it is', async () => {
    const view = await openedBy('3 64 64');
    bot.slack.failNext('views.update', { error: 'hash_conflict' });
    await typeInto(view, { out: '512' });
    expect(textOf(lastView())).toContain('64 → 64');
    expect(bot.log.filter(({ level }) => level === 50)).toEqual([]);
    await typeInto(view, { out: '256' });
    expect(textOf(lastView())).toContain('64 → 256');
  });

  test('a rate limit is waited for, so that the last key is drawn', async () => {
    const view = await openedBy('3 64 64');
    bot.slack.failNext('views.update', { retryAfter: 1 });
    await keystroke(view, { out: '512' });
    await expect.poll(() => textOf(lastView()), { timeout: 3_000 }).toContain('64 → 512');
  });

  test('a rate limit that is too long to be waited for is in the log', async () => {
    const view = await openedBy('3 64 64');
    bot.slack.failNext('views.update', { retryAfter: 60 });
    await keystroke(view, { out: '512' });
    await expect.poll(() => bot.log.filter(({ level }) => level === 50)).toHaveLength(1);
  });

  test('one that fails is in the log, and the form stays as it is for the next', async () => {
    const view = await openedBy('3 64 64');
    bot.slack.failNext('views.update', { error: 'internal_error' });
    await typeInto(view, { out: '51' });
    await expect.poll(() => bot.log.filter(({ level }) => level === 50)).toHaveLength(1);
    await typeInto(view, { out: '512' });
    expect(bot.slack.calls.filter(({ method }) => method === 'views.push')).toEqual([]);
    expect(textOf(lastView())).toContain('64 → 512');
  });

  test('a form that was closed meanwhile needs nothing', async () => {
    const view = await openedBy('3 64 64');
    bot.slack.failNext('views.update', { error: 'not_found' });
    await typeInto(view, { out: '512' });
    expect(bot.log.filter(({ level }) => level === 50)).toEqual([]);
  });

  test('the fix of a mistake fills the fields, also right after a key', async () => {
    const view = await openedBy('3 128 250');
    await typeInto(view, { groups: '32' });
    const seen = lastView();
    const fix = buttonCalled('3 128 256 g=32', seen);
    await Promise.all([keystroke(seen, { groups: '32' }), keystroke(seen, { groups: '32' }, fix)]);
    await expect.poll(() => inputsOf(lastView()).get('out')?.element.initial_value).toBe('256');
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

  test('left empty it is no answer, and is not posted', async () => {
    const view = await openedBy('5 32 64 vs 3 32 64');
    await typeInto(view, { question: ' ' });
    expect(textOf(lastView())).toContain('Fill in the question.');
    const { json } = await submit(lastView(), { question: ' ' });
    expect(json).toMatchObject({ response_action: 'errors' });
  });

  test('a mistake with two readings has a button for each', async () => {
    const view = await openedBy('5 32 64 vs 3 32 64');
    await typeInto(view, { question: '3x3 64 input' });
    const wrong = lastView();
    const buttons = ['3 64 64', '3 128 256 @64'].map((label) => buttonCalled(label, wrong));
    expect(new Set(buttons.map(({ action_id }) => action_id)).size).toBe(2);
  });

  test('and its answer recomputes as well', async () => {
    const view = await openedBy('5 32 64 vs 3 32 64');
    await typeInto(view, { question: '5 32 64 vs 3 32 64 vs 1 32 64' });
    expect(textOf(lastView())).toContain('2,112');
  });
});

describe('a question that is longer than a field can hold', () => {
  const manyLayers = (count: number) => Array.from({ length: count }, () => 'nn.Conv2d(3, 3, 3)').join('\n');

  test('is answered, and told to be too long to be changed there', async () => {
    const view = await openedBy(manyLayers(205));
    expect([...inputsOf(view).keys()]).toEqual([]);
    expect(textOf(view)).toContain(
      'This question is too long to be changed here: a field holds 3,000 characters.',
    );
    expect(textOf(view)).toContain('205 convolutions');
    expect(view).not.toHaveProperty('submit.text');
  });

  test('in words is told as well, with its mistake', async () => {
    const view = await openedBy(`3 64 64${' '.repeat(3_800)}gropus=2 @56 int8 ${'nobias '.repeat(10)}`);
    expect(textOf(view)).toContain('gropus');
    expect(textOf(view)).toContain('too long to be changed here');
  });

  test('is no correction that a button offers', async () => {
    const view = await openedBy('5 32 64 vs 3 32 64');
    const question = manyLayers(158).slice(0, -1);
    expect(question).toHaveLength(3_000);
    await typeInto(view, { question });
    expect(textOf(lastView())).toContain('This bracket is never closed');
    expect(buttonsIn(lastView().blocks)).toEqual([]);
    await typeInto(lastView(), { question: question.slice('nn.Conv2d(3, 3, 3)\n'.length) });
    expect(buttonsIn(lastView().blocks)).toHaveLength(1);
    expect(alertBelow(lastView())).toBe('question:0');
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
    expect(blockTexts(posted?.['blocks'])).toContain(`Asked by <@${bot.slack.userId}>`);
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

  test('help is not posted, as nobody has asked for it there', async () => {
    const view = await openedBy('5 32 64 vs 3 32 64');
    const { json } = await submit(view, { question: 'help groups' });
    expect(json).toEqual({
      response_action: 'errors',
      errors: { 'question:0': expect.stringContaining('Help is for who asks, and is not posted.') },
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

  test('from a private answer after half an hour, it posts, and tells no fault', async () => {
    const { json } = await bot.command('7 512 512 nobias');
    const opened = bot.slack.nextCall('views.open');
    await bot.interact({
      ...clickOnMessage(bot, buttonCalled('Edit', json)),
      trigger_id: await bot.slack.triggerId(),
    });
    await opened;
    bot.slack.failNext('response_url', { status: 404 });
    bot.slack.failNext('response_url', { status: 404 });
    const posted = bot.slack.nextCall('chat.postMessage');
    await submit(lastView());
    expect((await posted).arguments).toMatchObject({ channel: bot.slack.channel });
    await bot.responses(2);
    expect(bot.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    expect(bot.log.filter(({ level }) => level === 50)).toEqual([]);
  });

  test('a failure after which the answer may be there is told, and not posted a second time', async () => {
    const view = await openedBy('7 512 512 nobias');
    bot.slack.failNext('response_url', { status: 500 });
    await submit(view);
    const told = async () => (await bot.slack.messages(bot.slack.directChannel)).at(-1)?.text;
    await expect.poll(told).toMatch(/^convparams failed/);
    expect(await bot.slack.messages(bot.slack.channel)).toEqual([]);
  });

  test('and where the app is no member, the answer goes to who asked, with the reason', async () => {
    const view = await openedBy('7 512 512 nobias');
    bot.slack.failNext('response_url', { status: 404 });
    bot.slack.failNext('chat.postMessage', { error: 'not_in_channel' });
    await submit(view);
    const messages = async () => (await bot.slack.messages(bot.slack.directChannel)).at(-1)?.text;
    await expect.poll(messages).toContain('could not be posted there: here it is for you');
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
    // A fix fills the fields anew; where to post stays as it was chosen.
    expect(inputsOf(view).get('conversation')?.block_id).toBe('conversation');
    const response_url = bot.slack.responseUrl();
    await submit(
      view,
      {},
      {
        response_urls: [
          { response_url, channel_id: bot.slack.channel, block_id: 'conversation', action_id: 'field' },
        ],
      },
    );
    const [posted] = await bot.responses(1);
    expect(posted).toMatchObject({ response_type: 'in_channel' });
    expect(posted?.['text']).toContain('295,168');
  });
});
