import { expect, test } from 'vitest';
import { answerMessage } from '../../../../adapters/discord/messages/answer-message.ts';
import { createLog } from '../../../../adapters/log.ts';
import { newMessageFaults } from '../../../support/discord/payload-faults.ts';
import { shownButtons, shownText } from '../../../support/discord/shown.ts';

const silent = createLog('silent');

test.each([
  ['7 512 512 nobias', '12,845,056'],
  ['```py\nnn.Conv2d(512, 512, 7, bias=False)\n```', '12,845,056'],
  ['what about `nn.Conv2d(3, 64, 7)` for the stem, folks', '9,472'],
  ['', 'What a convolution layer costs'],
  ['help', 'What a convolution layer costs'],
  ['explain bias', 'Bias'],
  ['edit 7 512 512 nobias', '12,845,056'],
  ['7 512 512 nobais', 'Did you mean nobias?'],
  ['thanks', 'What a convolution layer costs'],
  ['gracias', 'not a word I know'],
])('%j', (question, shown) => {
  const { body } = answerMessage(question, [], silent);
  expect(shownText(body)).toContain(shown);
  expect(body.flags).toBe(1 << 15);
  expect(newMessageFaults({ ...body })).toEqual([]);
});

test('a mistake has its fix as a button', () => {
  expect(shownButtons(answerMessage('7 512 512 nobais', [], silent).body)[0]).toEqual({
    label: '7 512 512 nobias',
    id: 'ask:7 512 512 nobias',
  });
});

test.each(['7 512 512 nobias', '7 512 512 nobais', 'help'])(
  'what was not read is told beside: %s',
  (question) => {
    const { body } = answerMessage(question, ['model_1.py was not read.', 'Nor another.'], silent);
    expect(shownText(body)).toContain('-# model\\_1.py was not read. Nor another.');
  },
);

test('where nothing else was asked, only that is told', () => {
  expect(shownText(answerMessage('', ['model.py was not read.'], silent).body)).toBe(
    'model.py was not read.',
  );
});

test('an exception is logged with an id, which the person is told', () => {
  let logged = '';
  const log = createLog('info', {
    write: (line) => {
      logged += line;
    },
  });
  const { body, fault } = answerMessage('secret words', [], log, () => {
    throw new Error('a bug');
  });
  const [, id = 'none'] = /error ([0-9a-f]{8})\./.exec(shownText(body)) ?? [];
  expect(logged).toContain(`"fault":"${id}"`);
  expect(fault).toBe(id);
  expect(logged).not.toContain('secret words');
});
