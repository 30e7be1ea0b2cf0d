import { expect, test } from 'vitest';
import { answering } from '../../../../adapters/discord/interactions/answering.ts';
import type { respond } from '../../../../adapters/discord/interactions/respond.ts';
import { seen } from '../../../../adapters/discord/seen.ts';
import { createLog } from '../../../../adapters/log.ts';
import { click, command, ping } from '../../../support/discord/interactions.ts';
import { shownText } from '../../../support/discord/shown.ts';

const answer = { id: '7', flags: 64, components: [{ type: 17, components: [{ type: 10, content: 'x' }] }] };

/** Answers interactions as one process does; what is left to do is written down. */
function process() {
  const answered = seen();
  const left: unknown[] = [];
  const log = createLog('silent');
  const begin = (interaction: Parameters<typeof respond>[0], given?: typeof respond) =>
    answering(interaction, {
      answered,
      afterwards: (_, { afterwards }) => left.push(afterwards),
      log,
      ...(given ? { answer: given } : {}),
    });
  return { begin, left };
}

test('an interaction is answered once, a ping each time', () => {
  const { begin } = process();
  const asked = command();
  expect(begin(asked)).toBeDefined();
  expect(begin(asked)).toBeUndefined();
  const pinged = ping();
  expect(begin(pinged)?.response).toEqual({ type: 1 });
  expect(begin(pinged)?.response).toEqual({ type: 1 });
});

test('what is left to do is done once Discord has the response, and only then', () => {
  const { begin, left } = process();
  begin(click('dismiss', { flags: 64 }))?.undelivered();
  const begun = begin(click('dismiss', { flags: 64 }));
  expect(left).toEqual([]);
  begun?.delivered();
  expect(left).toEqual(['delete the message']);
});

test('a double click on Share shares once', () => {
  const { begin } = process();
  expect(shownText(begin(click('share', answer))?.response)).toContain('Asked by');
  expect(shownText(begin(click('share', answer))?.response)).toBe('This answer is shared already.');
});

test('the next answer in the same message can be shared as well', () => {
  const { begin } = process();
  begin(click('share', answer))?.delivered();
  const next = { ...answer, edited_timestamp: '2026-08-01T00:00:00Z' };
  expect(shownText(begin(click('share', next))?.response)).toContain('Asked by');
});

test('a share that Discord did not take can be clicked again', () => {
  const { begin } = process();
  begin(click('share', answer))?.undelivered();
  expect(shownText(begin(click('share', answer))?.response)).toContain('Asked by');
});

test('a click on Share that shared nothing is not taken for one that did', () => {
  const { begin } = process();
  const empty = { ...answer, components: [] };
  for (let clicks = 0; clicks < 2; clicks += 1) {
    expect(shownText(begin(click('share', empty))?.response)).toContain('There is nothing to share');
  }
  const failing = () => {
    throw new Error('a bug');
  };
  expect(shownText(begin(click('share', answer), failing)?.response)).toContain('error');
  expect(shownText(begin(click('share', answer))?.response)).toContain('Asked by');
});
